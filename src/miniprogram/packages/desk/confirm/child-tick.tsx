import { Text, View } from '@tarojs/components';
import { dayAt } from '@contract/calendar-day';
import { ageOn, isMinor, OWN_CONSENT_AGE } from '@contract/person/age';
import { readDocumentNumber } from '@contract/person/document-number';
import { Icon } from '../../../components/icon';
import { Tap } from '../../../components/tap';
import { useDeskText } from '../text';
import type { DocumentRead } from '../parts/document';

/** From fourteen to eighteen, where the number tells; a passport does not, then the server asks. */
export function mayAgree(document: DocumentRead | undefined): boolean {
  const today = dayAt(Date.now());
  const read = document && readDocumentNumber(document.documentNumber, today);
  const bornOn = read?.ok ? read.value.bornOn : null;
  return bornOn !== null && isMinor(bornOn, today) && ageOn(bornOn, today) >= OWN_CONSENT_AGE;
}

interface Props {
  agrees: boolean;
  onChange(agrees: boolean): void;
}

/** The child’s own yes, beside its guardian’s. */
export function ChildTick({ agrees, onChange }: Props) {
  const t = useDeskText();
  return (
    <View className="card plain">
      <Tap
        className="tick-row"
        role="checkbox"
        chosen={agrees}
        label={t('desk.confirm.child')}
        onTap={() => onChange(!agrees)}
      >
        <View className={`tick ${agrees ? 'on' : ''}`}>{agrees && <Icon name="check" />}</View>
        <View className="words">
          <Text>{t('desk.confirm.child')}</Text>
          <View className="quiet">{t('desk.confirm.child.about')}</View>
        </View>
      </Tap>
    </View>
  );
}
