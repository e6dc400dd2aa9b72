import { View } from '@tarojs/components';
import type { MapNode } from '@contract/api';
import { riskLevelNames } from '@contract/risk-map/level';
import { Cell } from '../../../components/cell';
import { when } from '../../../when';
import { Swatch } from './swatch';
import type { MapSpeech } from './text';

interface Props {
  name: string;
  code: string;
  /** What holds there: its own, or that of a place above it. */
  set: MapNode | undefined;
  t: MapSpeech;
}

/** The level of one place: answer first, then since when, why, on what, and what it was before. */
export function AboutPlace({ name, code, set, t }: Props) {
  const level = set?.level ?? 'low';
  return (
    <View className="card" aria-live="polite">
      <View className="risk-row">
        <Swatch level={level} />
        <View className="words card-title">
          {t('map.here', { place: name, level: t.of(riskLevelNames[level]) })}
        </View>
      </View>
      {set === undefined ? (
        <View className="quiet">{t('map.none')}</View>
      ) : (
        <>
          {set.node !== code && <View className="quiet">{t('map.from-above', { place: set.name })}</View>}
          <View className="spaced-above">{t.of(set.reason)}</View>
          <View className="stated">
            <Cell title={t('map.since')} value={when(set.since, t)} />
            {set.indicators.map((indicator) => (
              <Cell key={indicator.name.zh} title={t.of(indicator.name)} value={indicator.value} />
            ))}
          </View>
          {set.history.length > 0 && <View className="quiet spaced-above">{t('map.before')}</View>}
          {set.history.map((past) => (
            <View key={past.since} className="risk-row">
              <Swatch level={past.level} />
              <View className="words">
                <View>{t.of(riskLevelNames[past.level])}</View>
                <View className="quiet">
                  {t('map.until', { from: when(past.since, t), to: when(past.endedAt, t) })}
                </View>
              </View>
            </View>
          ))}
        </>
      )}
    </View>
  );
}
