import { View } from '@tarojs/components';
import type { KeptCode } from '../../backend/kept-codes';
import { Tap } from '../../components/tap';
import { useText } from '../../locales';
import { asRole } from '../../platform/role';

interface Props {
  codes: readonly KeptCode[];
  chosen: KeptCode;
  onChoose(personId: string): void;
}

/** Whose code is shown: one tap each. */
export function Switcher({ codes, chosen, onChoose }: Props) {
  const t = useText();
  return (
    <View className="switcher" aria-label={t('code.whose')} {...asRole('radiogroup')}>
      {codes.map((kept) => (
        <Tap
          key={kept.issued.personId}
          className={`whose ${kept === chosen ? 'chosen' : ''}`}
          role="radio"
          chosen={kept === chosen}
          onTap={() => onChoose(kept.issued.personId)}
        >
          {kept.calledAs ?? t('code.mine')}
        </Tap>
      ))}
    </View>
  );
}
