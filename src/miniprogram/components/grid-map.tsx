import { Image, View } from '@tarojs/components';
import type { GridShape } from '@contract/api';
import { useMemo } from 'react';
import { usePreferences } from '../preferences';
import { Tap } from './tap';
import { asRole } from '../platform/role';
import { height, middle, outlineOf, projection, width } from './grid-geometry';

interface Props {
  shapes: readonly GridShape[];
  chosen: string | undefined;
  onChoose(code: string): void;
}

/** The grids as drawn, with a label to tap in each: no tiles from anywhere. Labels are reached by key and screen reader too. */
export function GridMap({ shapes, chosen, onChoose }: Props) {
  const { dark } = usePreferences();
  const { picture, labels } = useMemo(() => {
    const project = projection(shapes);
    const colours = dark
      ? { out: '#15161B', fill: '#1C1D22', line: '#454C75', on: '#272B40', edge: '#A9B4F0' }
      : { out: '#E6E8F0', fill: '#FFFFFF', line: '#C5CBE6', on: '#ECEEF7', edge: '#3E4A89' };
    const draw = (shape: GridShape): string => {
      const on = shape.code === chosen;
      return `<path d="${outlineOf(shape, project)}" fill="${on ? colours.on : colours.fill}" stroke="${on ? colours.edge : colours.line}" stroke-width="${on ? 2 : 1}" fill-rule="evenodd"/>`;
    };
    const ordered = [...shapes].sort((a, b) => Number(a.code === chosen) - Number(b.code === chosen));
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><path fill="${colours.out}" d="M0 0h${width}v${height}H0z"/>${ordered.map(draw).join('')}</svg>`;
    return {
      picture: `data:image/svg+xml,${encodeURIComponent(svg)}`,
      labels: shapes.map((shape) => ({ shape, at: project(middle(shape.rings[0] ?? [])) })),
    };
  }, [shapes, chosen, dark]);
  return (
    <View className="map" {...asRole('radiogroup')}>
      <Image className="canvas" src={picture} mode="scaleToFill" aria-hidden />
      {labels.map(({ shape, at: [x, y] }) => (
        <Tap
          key={shape.code}
          className={`map-label ${shape.code === chosen ? 'chosen' : ''}`}
          role="radio"
          chosen={shape.code === chosen}
          label={`${shape.name} ${shape.about}`}
          style={{ left: `${(x / width) * 100}%`, top: `${(y / height) * 100}%` }}
          onTap={() => onChoose(shape.code)}
        >
          {shape.code === chosen ? shape.name : Number(shape.code.slice(-3))}
        </Tap>
      ))}
    </View>
  );
}
