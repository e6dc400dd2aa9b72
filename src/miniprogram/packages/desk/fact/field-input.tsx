import { View } from '@tarojs/components';
import type { FactField } from '@contract/health-rules/fact-kind';
import { useState } from 'react';
import { LabelledChips } from '../../../components/choice';
import { Field } from '../../../components/field';
import { typedValue, type Value } from './draft';
import { RegionField } from './region-field';
import { type FactSpeech, useFactText } from './text';

interface Props {
  field: FactField;
  value: Value | undefined;
  onChange(value: Value | undefined): void;
}

/** One value of a fact, asked for as its kind says. */
export function FieldInput({ field, value, onChange }: Props) {
  const t = useFactText();
  const label = t.of(field.title);
  const [typed, setTyped] = useState('');
  if (field.type === 'region')
    return <RegionField label={label} chosen={value !== undefined} onChoose={onChange} />;
  if (field.type === 'number' || field.type === 'words')
    return (
      <Field
        label={label}
        maxLength={field.type === 'words' ? field.maxLength : 6}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          onChange(typedValue(field, text));
        }}
      />
    );
  const options = optionsOf(field, t);
  return (
    <View className="spaced-above">
      <LabelledChips
        label={label}
        chosen={options.filter((one) => one.value === value).map(({ key }) => key)}
        options={options}
        onChange={([key]) => onChange(options.find((one) => one.key === key)?.value)}
      />
    </View>
  );
}

const daysOffered = [3, 5, 7, 10, 14, 21];

function optionsOf(
  field: Extract<FactField, { type: 'yes-no' | 'choice' | 'instant' }>,
  t: FactSpeech,
): { key: string; text: string; value: Value }[] {
  switch (field.type) {
    case 'yes-no':
      return [
        { key: 'yes', text: t('desk.fact.yes'), value: true },
        { key: 'no', text: t('desk.fact.no'), value: false },
      ];
    case 'choice':
      return Object.entries(field.options).map(([key, text]) => ({ key, text: t.of(text), value: key }));
    case 'instant':
      return daysOffered
        .filter((count) => count <= field.withinDays)
        .map((count) => ({ key: String(count), text: t('desk.fact.days', { count }), value: count }));
  }
}
