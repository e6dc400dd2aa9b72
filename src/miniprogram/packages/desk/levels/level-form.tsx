import { View } from '@tarojs/components';
import { type RiskLevel, riskLevelNames, riskLevels } from '@contract/risk-map/level';
import { Chips } from '../../../components/choice';
import { Field } from '../../../components/field';
import { useLevelsText } from './text';

export interface Typed {
  level: RiskLevel | undefined;
  zh: string;
  en: string;
  indicator: string;
  indicatorEn: string;
  value: string;
}

export const nothingTyped: Typed = {
  level: undefined,
  zh: '',
  en: '',
  indicator: '',
  indicatorEn: '',
  value: '',
};

/** The level, why, and the figure it rests on; residents read all of it on the map. */
export function LevelForm({ typed, onChange }: { typed: Typed; onChange(typed: Typed): void }) {
  const t = useLevelsText();
  const change = (more: Partial<Typed>): void => onChange({ ...typed, ...more });
  const line = (key: keyof Omit<Typed, 'level'>, label: string, maxLength: number) => (
    <Field
      label={label}
      value={typed[key]}
      maxLength={maxLength}
      onChange={(text) => change({ [key]: text })}
    />
  );
  return (
    <>
      <View className="card">
        <View className="asked">{t('levels.to')}</View>
        <Chips
          label={t('levels.to')}
          chosen={typed.level ? [typed.level] : []}
          options={riskLevels.map((level, at) => ({
            key: level,
            text: `${at + 1} ${t.of(riskLevelNames[level])}`,
          }))}
          onChange={([level]) => change({ level: riskLevels.find((one) => one === level) })}
        />
      </View>
      <View className="card">
        {line('zh', t('levels.why.zh'), 200)}
        {line('en', t('levels.why.en'), 400)}
        {line('indicator', t('levels.indicator'), 40)}
        {line('indicatorEn', t('levels.indicator.en'), 80)}
        {line('value', t('levels.value'), 40)}
      </View>
    </>
  );
}
