import { View } from '@tarojs/components';
import { useState } from 'react';
import { useMe } from '../../../backend/me';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { Cell } from '../../../components/cell';
import { SearchBar } from '../../../components/search-bar';
import { useDeskText } from '../text';
import { PlacePicker, startOf } from '../parts/place-picker';

export interface ChosenHome {
  /** A grid, or a community where the grid is not sure. */
  node: string;
  building?: { code: string; text: string } | undefined;
}

/** Digits of a community's code. */
const community = 12;

/** A home among the places I serve. */
export function useHome() {
  const grants = useMe().data?.grants.filter(({ role }) => role !== 'checkpoint') ?? [];
  const [picked, setPicked] = useState<readonly string[]>();
  const [building, setBuilding] = useState<ChosenHome['building']>();
  const path = picked ?? startOf(grants);
  const node = path.at(-1);
  const chosen: ChosenHome | undefined = node && node.length >= community ? { node, building } : undefined;
  return {
    grants,
    path,
    chosen,
    pick(next: readonly string[]) {
      setPicked(next);
      setBuilding(undefined);
    },
    setBuilding,
  };
}

export function HomeField({ home }: { home: ReturnType<typeof useHome> }) {
  const t = useDeskText();
  const { grants, path, chosen, pick, setBuilding } = home;
  const [words, setWords] = useState('');
  const asked = words.trim();
  const found = useRead(
    'POST /v1/regions/address-search',
    { body: { text: asked, under: chosen?.node ?? '' } },
    { open: true, fleeting: true, enabled: asked !== '' && chosen !== undefined },
  );
  return (
    <View className="card">
      <PlacePicker
        grants={grants}
        chosen={path}
        label={t('desk.confirm.home')}
        finer={t('desk.confirm.home.finer')}
        onChoose={pick}
      />
      {chosen?.building && (
        <View className="asked-place spaced-above">
          <View className="words">{chosen.building.text}</View>
          <Button
            kind="link"
            small
            text={t('desk.change')}
            label={t('desk.confirm.building.off')}
            onTap={() => setBuilding(undefined)}
          />
        </View>
      )}
      {chosen && !chosen.building && (
        <View className="spaced-above">
          <SearchBar inset value={words} label={t('desk.confirm.building')} onChange={setWords} />
          {found.data?.flatMap(({ id, text, building, gridName }) =>
            building
              ? [
                  <Cell
                    key={id}
                    title={text}
                    note={gridName}
                    onTap={() => {
                      setBuilding({ code: building, text });
                      setWords('');
                    }}
                  />,
                ]
              : [],
          )}
        </View>
      )}
    </View>
  );
}
