import { Image, View } from '@tarojs/components';
import type { GridShape } from '@contract/api';
import { type RiskLevel, riskLevelNames } from '@contract/risk-map/level';
import { useMemo } from 'react';
import { height, middle, outlineOf, projection, width } from '../../../components/grid-geometry';
import { Tap } from '../../../components/tap';
import { asRole } from '../../../platform/role';
import { usePreferences } from '../../../preferences';
import type { MapSpeech } from './text';
import { patterns, placeOf } from './tones';

interface Props {
  shapes: readonly GridShape[];
  levelOf(code: string): RiskLevel;
  chosen: string | undefined;
  t: MapSpeech;
  onChoose(code: string): void;
}

/** The grids as drawn, each in its level's tone and pattern, with the level's number to tap. */
export function LevelMap({ shapes, levelOf, chosen, t, onChoose }: Props) {
  const { dark } = usePreferences();
  const levels = shapes.map(({ code }) => levelOf(code)).join();
  const { picture, labels } = useMemo(() => {
    const project = projection(shapes);
    const [out, line, edge] = dark ? ['#15161B', '#7077A8', '#E9E9ED'] : ['#E6E8F0', '#8A92C0', '#1B1C20'];
    const each = levels.split(',') as RiskLevel[];
    const draw = (shape: GridShape, at: number): string =>
      `<path d="${outlineOf(shape, project)}" fill="url(#risk-${each[at] ?? 'low'})" stroke="${line}" fill-rule="evenodd"/>`;
    const on = shapes.find(({ code }) => code === chosen);
    const rim = on
      ? `<path d="${outlineOf(on, project)}" fill="none" stroke="${edge}" stroke-width="3"/>`
      : '';
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><defs>${patterns(dark)}</defs><path fill="${out}" d="M0 0h${width}v${height}H0z"/>${shapes.map(draw).join('')}${rim}</svg>`;
    return {
      picture: `data:image/svg+xml,${encodeURIComponent(svg)}`,
      labels: shapes.map((shape) => ({ shape, at: project(middle(shape.rings[0] ?? [])) })),
    };
  }, [shapes, levels, chosen, dark]);
  return (
    <View className="map" {...asRole('radiogroup')} aria-label={t('map.title')}>
      <Image className="canvas" src={picture} mode="scaleToFill" aria-hidden />
      {labels.map(({ shape, at: [x, y] }) => {
        const level = levelOf(shape.code);
        return (
          <Tap
            key={shape.code}
            className={`map-label risk-${placeOf(level)} ${shape.code === chosen ? 'chosen' : ''}`}
            role="radio"
            chosen={shape.code === chosen}
            label={t('map.here', { place: shape.name, level: t.of(riskLevelNames[level]) })}
            style={{ left: `${(x / width) * 100}%`, top: `${(y / height) * 100}%` }}
            onTap={() => onChoose(shape.code)}
          >
            <View className="at">{placeOf(level)}</View>
          </Tap>
        );
      })}
    </View>
  );
}
