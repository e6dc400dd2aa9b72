import { View } from '@tarojs/components';
import type { OutputOf } from '@contract/api';
import { useState } from 'react';
import { useRead } from '../backend/queries';
import { Cell } from './cell';
import { SearchBar } from './search-bar';

export type FoundRegion = OutputOf<'GET /v1/regions'>[number];

interface Props {
  label: string;
  /** Said where no place has that name. */
  none: string;
  /** Only places of this level; without it, any. */
  level?: 'community';
  onChoose(region: FoundRegion): void;
}

/** A place anywhere in the country, found by name. */
export function RegionSearch({ label, none, level, onChoose }: Props) {
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const looking = name.length >= 2;
  const query = { name, limit: 8, ...(level ? { level } : {}) };
  const found = useRead('GET /v1/regions', { query }, { open: true, enabled: looking });
  return (
    <>
      <SearchBar inset label={label} value={typed} onChange={setTyped} />
      {looking && found.data?.length === 0 && <View className="quiet">{none}</View>}
      {looking &&
        found.data?.map((region) => (
          <Cell
            key={region.code}
            title={region.name}
            note={region.path}
            onTap={() => {
              setTyped('');
              onChoose(region);
            }}
          />
        ))}
    </>
  );
}
