import { View } from '@tarojs/components';
import type { RegionName } from '@contract/api';
import { atLevel } from '@contract/region/code';
import { useState } from 'react';
import { useMe } from '../../../backend/me';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { Cell } from '../../../components/cell';
import { Field } from '../../../components/field';
import { GridMap } from '../../../components/grid-map';
import { Icon } from '../../../components/icon';
import { useRequestText } from '../text';
import { locate } from '../../../platform/location';
import type { DraftPlace } from '../drafts';
import { SearchBar } from '../../../components/search-bar';
import { asRole } from '../../../platform/role';

interface Props {
  /** What was chosen, or the home grid; undefined where neither is known. */
  place: DraftPlace | undefined;
  note: string;
  /** Around which the map begins: the grid or community somebody serves; my home without it. */
  around?: string | undefined;
  onPlace(place: DraftPlace): void;
  onNote(note: string): void;
}

/** Where it is: my home grid unless said otherwise; by address, by map, or by position. */
export function PlaceField({ place, note, around, onPlace, onNote }: Props) {
  const t = useRequestText();
  const { client } = usePhone();
  const me = useMe().data;
  const [choosing, setChoosing] = useState(false);
  const [words, setWords] = useState('');
  const [between, setBetween] = useState<{ grids: RegionName[]; point: { lng: number; lat: number } }>();
  const [said, setSaid] = useState<string>();
  const node = around ?? me?.home?.node;
  const shapes = useRead(
    'GET /v1/regions/:code/grids',
    { params: { code: node ?? '' } },
    { open: true, enabled: node !== undefined },
  );
  const county = node === undefined ? undefined : atLevel(node, 'county');
  const region = useRead(
    'GET /v1/regions/:code',
    { params: { code: county ?? '' } },
    { open: true, enabled: county !== undefined && choosing },
  ).data;
  const asked = words.trim();
  const addresses = useRead(
    'POST /v1/regions/address-search',
    { body: { text: asked } },
    { open: true, enabled: asked !== '' },
  );

  const found = addresses.data?.length;
  const unaddressed = region?.addresses === false;

  const take = (next: DraftPlace): void => {
    onPlace(next);
    setChoosing(false);
    setWords('');
    setBetween(undefined);
    setSaid(undefined);
  };
  const takeGrid = ({ code, name }: RegionName, point?: { lng: number; lat: number }): void =>
    take({ text: name, grid: code, gridName: name, ...(point ? { point } : {}) });
  const byPosition = async (): Promise<void> => {
    const point = await locate();
    const found =
      point && (await client.call('POST /v1/regions/locate', { body: point }).catch(() => undefined));
    const [grid] = found?.grids ?? [];
    if (point && grid && found?.kind === 'inside') return takeGrid(grid, point);
    if (point && found?.kind === 'near-boundary') return setBetween({ grids: found.grids, point });
    setSaid(t('welcome.home.unknown'));
  };

  return (
    <View className="card">
      <View className="asked-place">
        <Icon name="place" />
        <View className="words">
          <View>{place?.text ?? t('request.place.choose')}</View>
          {place && <View className="quiet">{place.gridName}</View>}
        </View>
        <Button
          kind="link"
          small
          text={t('request.place.change')}
          label={t('request.place.choose')}
          onTap={() => setChoosing(!choosing)}
        />
      </View>
      {choosing && (
        <View>
          <SearchBar
            inset
            value={words}
            label={t('welcome.home.search')}
            onChange={setWords}
            onLocate={() => void byPosition()}
          />
          {unaddressed && <View className="caption">{t('filing.place.no-addresses')}</View>}
          {!unaddressed && asked !== '' && found === 0 && (
            <View className="caption" {...asRole('status')}>
              {t('filing.place.not-found')}
            </View>
          )}
          {said && <View {...asRole('status')}>{said}</View>}
          {between && <View {...asRole('status')}>{t('request.place.between')}</View>}
          {between?.grids.map((grid) => (
            <Cell key={grid.code} title={grid.name} onTap={() => takeGrid(grid, between.point)} />
          ))}
          {asked !== '' &&
            addresses.data?.map((address) => (
              <Cell
                key={address.id}
                title={address.text}
                note={address.gridName}
                onTap={() =>
                  take({
                    text: address.text,
                    grid: address.grid,
                    gridName: address.gridName,
                    addressId: address.id,
                  })
                }
              />
            ))}
          {(asked === '' || found === 0) && !between && shapes.data && (
            <>
              <GridMap
                shapes={shapes.data}
                chosen={place?.grid}
                onChoose={(code) => {
                  const shape = shapes.data.find((other) => other.code === code);
                  if (shape) takeGrid({ code, name: shape.name, level: 'grid' });
                }}
              />
              {shapes.data.map(({ code, name, about }) => (
                <Cell
                  key={code}
                  title={name}
                  note={about}
                  onTap={() => takeGrid({ code, name, level: 'grid' })}
                />
              ))}
            </>
          )}
        </View>
      )}
      <Field label={t('request.place.note')} value={note} maxLength={200} onChange={onNote} />
    </View>
  );
}
