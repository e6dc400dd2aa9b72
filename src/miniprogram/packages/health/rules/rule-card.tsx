import { View } from '@tarojs/components';
import type { HealthRule } from '@contract/health-rules/rule';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Icon } from '../../../components/icon';
import { day } from '../../../when';
import { shapes } from '../shapes';
import type { RulesSpeech } from './text';

/** A reason as written, its blanks as dots: whose it is fills them. */
const blank = (text: string): string => text.replace(/[[\]]/g, '').replace(/\{\w+\}/g, '…');

/** One rule in plain words: what it is about, what is said, the way back, what it does in a few cases. */
export function RuleCard({ rule, t }: { rule: HealthRule; t: RulesSpeech }) {
  const [examples, setExamples] = useState(false);
  const colour = t(`rules.${rule.Colour}`);
  return (
    <View className="card">
      <View className="rule-head">
        <Icon name={shapes[rule.Colour]} className={rule.Colour} />
        <View className="words">
          <View className="quiet">{colour}</View>
          <View className="card-title">{t.of(rule.Description)}</View>
        </View>
      </View>
      <View className="quiet spaced-above">{t('rules.said')}</View>
      <View>{blank(t.of(rule.Reason))}</View>
      <View className="reason-ways spaced-above">
        <View className="quiet rule-ways">{t('rules.ways')}</View>
        {rule.WayBack.length > 1 && <View className="quiet">{t('rules.ways.one')}</View>}
      </View>
      {rule.WayBack.map(({ text }) => (
        <View key={text.zh} className="reason-way">
          {t.of(text)}
        </View>
      ))}
      {examples && (
        <View className="spaced-above">
          <View className="quiet">{t('rules.examples')}</View>
          {rule.Examples.map(({ name, passes }) => (
            <View key={name.zh} className="rule-example">
              <View>{t.of(name)}</View>
              <View className="quiet">{passes ? t('rules.example.passes') : colour}</View>
            </View>
          ))}
        </View>
      )}
      <View className="rule-foot">
        <View className="words quiet">
          <View>{t('rules.version', { rule: rule.Identifier, version: rule.Version })}</View>
          <View>{t('rules.valid', { from: day(rule.ValidFrom, t), to: day(rule.ValidTo, t) })}</View>
        </View>
        {!examples && (
          <Button
            kind="tint"
            small
            text={t('rules.examples')}
            label={`${t('rules.examples')} ${rule.Identifier}`}
            onTap={() => setExamples(true)}
          />
        )}
      </View>
    </View>
  );
}
