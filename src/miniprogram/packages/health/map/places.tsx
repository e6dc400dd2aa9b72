import { View } from '@tarojs/components';
import type { RegionName } from '@contract/api';
import { type RiskLevel, riskLevelNames } from '@contract/risk-map/level';
import { Tap } from '../../../components/tap';
import { asRole } from '../../../platform/role';
import { Swatch } from './swatch';
import type { MapSpeech } from './text';

interface Props {
  places: readonly Pick<RegionName, 'code' | 'name'>[];
  levelOf(code: string): RiskLevel;
  t: MapSpeech;
  onOpen?(code: string): void;
}

/** Where nothing is drawn: a tile for each place below. */
export function Tiles({ places, levelOf, t, onOpen }: Required<Props>) {
  return (
    <View className="card flush risk-tiles">
      {places.map(({ code, name }) => (
        <Tap key={code} className="risk-tile" role="link" onTap={() => onOpen(code)}>
          <Swatch level={levelOf(code)} />
          <View>
            <View>{name}</View>
            <View className="quiet">{t.of(riskLevelNames[levelOf(code)])}</View>
          </View>
        </Tap>
      ))}
    </View>
  );
}

/** The same as the map for those who hear it: place by place. */
export function Table({ places, levelOf, t }: Props) {
  const cell = asRole('cell');
  return (
    <View className="card" {...asRole('table')} aria-label={t('map.table')}>
      <View className="risk-row quiet" {...asRole('row')}>
        <View className="words" {...asRole('columnheader')}>
          {t('map.table.place')}
        </View>
        <View {...asRole('columnheader')}>{t('map.table.level')}</View>
      </View>
      {places.map(({ code, name }) => (
        <View key={code} className="risk-row" {...asRole('row')}>
          <View className="words" {...cell}>
            {name}
          </View>
          <View {...cell}>{t.of(riskLevelNames[levelOf(code)])}</View>
        </View>
      ))}
    </View>
  );
}
