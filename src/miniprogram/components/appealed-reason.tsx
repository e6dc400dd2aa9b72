import { View } from '@tarojs/components';
import type { AppealSummary } from '@contract/api';
import { useTextWith } from '../locales';
import { appealTexts } from '../locales/appeals';
import { when } from '../when';
import { Cell } from './cell';

type Reason = NonNullable<AppealSummary['reason']>;

/** What is appealed against: its words, where it comes from, since when, by which rule. */
export function AppealedReason({ reason, title }: { reason: Reason; title: string }) {
  const t = useTextWith(appealTexts);
  return (
    <>
      <View className="card">
        <View className="asked">{title}</View>
        <View className="card-title">{t.of(reason.reason)}</View>
        <View className="quiet">{t(`appeal.colour.${reason.colour}`)}</View>
      </View>
      <View className="card flush">
        <Cell title={t('appeal.since')} value={when(reason.since, t)} />
        <Cell title={t('appeal.until')} value={when(reason.until, t)} />
        <Cell title={t('appeal.from')} value={t.of(reason.from)} />
        <Cell
          title={t('appeal.rule')}
          value={t('appeal.rule.value', { rule: reason.rule, version: reason.version })}
        />
      </View>
    </>
  );
}
