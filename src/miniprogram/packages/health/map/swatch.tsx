import { View } from '@tarojs/components';
import { type RiskLevel, riskLevelNames, riskLevels } from '@contract/risk-map/level';
import { placeOf } from './tones';
import type { MapSpeech } from './text';

/** A level as its number on its tone; its word stands beside it. */
export function Swatch({ level }: { level: RiskLevel }) {
  return (
    <View className={`risk-swatch ${level}`} aria-hidden>
      {placeOf(level)}
    </View>
  );
}

export function Legend({ t }: { t: MapSpeech }) {
  return (
    <View className="risk-legend" aria-label={t('map.legend')}>
      {riskLevels.map((level) => (
        <View key={level} className="risk-row">
          <Swatch level={level} />
          <View>{t.of(riskLevelNames[level])}</View>
        </View>
      ))}
    </View>
  );
}
