import { View } from '@tarojs/components';
import { type FamilyAct, familyActs } from '@contract/family/relation';
import { Icon } from '../../components/icon';
import { Tap } from '../../components/tap';
import { useFamilyText } from './text';
import { asRole } from '../../platform/role';

interface Props {
  may: readonly FamilyAct[];
  onChange(may: FamilyAct[]): void;
}

/** What a helper may do, each with what it means. Nothing is chosen beforehand. */
export function ActsChoice({ may, onChange }: Props) {
  const t = useFamilyText();
  const toggle = (act: FamilyAct): void =>
    onChange(familyActs.filter((each) => (each === act ? !may.includes(act) : may.includes(each))));
  return (
    <View className="card flush" aria-label={t('family.may')} {...asRole('group')}>
      {familyActs.map((act) => {
        const chosen = may.includes(act);
        return (
          <Tap
            key={act}
            className="weui-cell cell weui-cell_active"
            role="checkbox"
            chosen={chosen}
            label={`${t(`family.may.${act}`)}。${t(`family.may.${act}.means`)}`}
            onTap={() => toggle(act)}
          >
            <View className={`box ${chosen ? 'chosen' : ''}`}>{chosen && <Icon name="check" />}</View>
            <View className="weui-cell__bd words">
              <View>{t(`family.may.${act}`)}</View>
              <View className="quiet">{t(`family.may.${act}.means`)}</View>
            </View>
          </Tap>
        );
      })}
    </View>
  );
}
