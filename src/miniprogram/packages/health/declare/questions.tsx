import { View } from '@tarojs/components';
import type { DeclarationPreview } from '@contract/api';
import { symptomCodes } from '@contract/declaration/symptoms';
import { CallButton } from '../../../components/call-button';
import { Chips } from '../../../components/choice';
import { Field } from '../../../components/field';
import { asRole } from '../../../platform/role';
import { useHealthText } from '../text';
import { DayChips } from './day-chips';
import { Does } from './does';
import { type Draft, withSymptoms } from './draft';
import { DeclaredPlaces } from './places';

interface Props {
  draft: Draft;
  preview: DeclarationPreview | undefined;
  onChange(draft: Draft): void;
}

function Symptoms({ draft, preview, onChange }: Props) {
  const t = useHealthText();
  const ill = draft.symptoms.length > 0 && !draft.symptoms.includes('none');
  return (
    <View className="card question">
      <View className="card-title">{t('declare.symptoms')}</View>
      <Chips
        multiple
        label={t('declare.symptoms')}
        options={[
          ...symptomCodes.map((code) => ({ key: code, text: t(`declare.symptom.${code}`) })),
          { key: 'none', text: t('declare.symptoms.none') },
        ]}
        chosen={draft.symptoms}
        onChange={(chosen) => onChange(withSymptoms(draft, chosen))}
      />
      {draft.symptoms.includes('breathless') && (
        <View className="declare-danger" {...asRole('alert')}>
          <View className="words">{t('declare.danger')}</View>
          <CallButton number="120" label={t('declare.danger.call')} />
        </View>
      )}
      {draft.symptoms.includes('fever') && (
        <Field
          label={t('declare.temperature')}
          hint={t('declare.temperature.hint')}
          value={draft.temperature}
          maxLength={6}
          onChange={(temperature) => onChange({ ...draft, temperature })}
        />
      )}
      {ill && (
        <DayChips
          label={t('declare.onset')}
          chosen={draft.onsetOn}
          onChange={(onsetOn) => onChange({ ...draft, onsetOn })}
        />
      )}
      <Does answer="symptoms" preview={preview} />
    </View>
  );
}

function Contact({ draft, preview, onChange }: Props) {
  const t = useHealthText();
  const { contact } = draft;
  return (
    <View className="card question">
      <View className="card-title">{t('declare.contact')}</View>
      <Chips
        label={t('declare.contact')}
        options={[
          { key: 'no', text: t('declare.contact.no') },
          { key: 'yes', text: t('declare.contact.yes') },
        ]}
        chosen={contact === undefined ? [] : [contact ? 'yes' : 'no']}
        onChange={([answer]) =>
          onChange({ ...draft, contact: answer === undefined ? undefined : answer === 'yes' })
        }
      />
      {contact && (
        <DayChips
          label={t('declare.contact.on')}
          chosen={draft.contactOn}
          onChange={(contactOn) => onChange({ ...draft, contactOn })}
        />
      )}
      <Does answer="contact" preview={preview} />
    </View>
  );
}

/** Three questions, each with what its answer does; the last may be left out. */
export function Questions(props: Props) {
  const t = useHealthText();
  const { draft, preview, onChange } = props;
  return (
    <View>
      <Symptoms {...props} />
      <Contact {...props} />
      <View className="card question">
        <View className="card-title">{t('declare.places')}</View>
        <View className="quiet">{t('declare.places.about')}</View>
        <DeclaredPlaces places={draft.places} onChange={(places) => onChange({ ...draft, places })} />
        <Does answer="place" preview={preview} />
      </View>
    </View>
  );
}
