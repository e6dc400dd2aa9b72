import { View } from '@tarojs/components';
import type { Address, RegionName } from '@contract/api';
import { useState } from 'react';
import { useMe } from '../../backend/me';
import { usePhone } from '../../backend/phone-context';
import { useRead } from '../../backend/queries';
import { Button } from '../../components/button';
import { Cell } from '../../components/cell';
import { Foot } from '../../components/foot';
import { GridMap } from '../../components/grid-map';
import { useWelcomeText } from './text';
import { locate } from '../../platform/location';
import { SearchBar } from '../../components/search-bar';
import { asRole } from '../../platform/role';

interface Home {
  node: string;
  building?: string;
}

const community = (node: string): string => node.slice(0, 12);

/** Where do you live: by map, by search, by position. Between two grids one is asked; "not sure" is an answer. */
export function HomeStep({ onDone }: { onDone(): void }) {
  const t = useWelcomeText();
  const { client, queries } = usePhone();
  const me = useMe().data;
  const [words, setWords] = useState('');
  const [place, setPlace] = useState<string>();
  const [home, setHome] = useState<Home>();
  const [between, setBetween] = useState<RegionName[]>([]);
  const [said, setSaid] = useState<string>();

  const around = place ?? me?.home?.node;
  const shapes = useRead(
    'GET /v1/regions/:code/grids',
    { params: { code: around ?? '' } },
    { open: true, enabled: (around?.length ?? 0) >= 12 },
  );
  const asked = words.trim();
  const addresses = useRead(
    'POST /v1/regions/address-search',
    { body: { text: asked } },
    { open: true, enabled: asked !== '' },
  );
  const regions = useRead(
    'GET /v1/regions',
    { query: { name: asked, limit: 8 } },
    { open: true, enabled: asked !== '' },
  );
  const team = useRead(
    'GET /v1/regions/:code/team',
    { params: { code: home?.node ?? '' } },
    { enabled: home?.node.length === 15 },
  );
  const shape = shapes.data?.find(({ code }) => code === home?.node);

  const choose = (next: Home): void => {
    setPlace(community(next.node));
    setHome(next.node.length === 15 ? next : undefined);
    setWords('');
    setBetween([]);
    setSaid(undefined);
  };
  const takeAddress = ({ grid, building }: Address): void =>
    choose({ node: grid, ...(building ? { building } : {}) });
  const byPosition = async (): Promise<void> => {
    const point = await locate();
    const found =
      point && (await client.call('POST /v1/regions/locate', { body: point }).catch(() => undefined));
    const [grid] = found?.grids ?? [];
    if (found?.kind === 'inside' && grid) return choose({ node: grid.code });
    if (found?.kind === 'near-boundary' && grid) {
      setPlace(community(grid.code));
      setBetween(found.grids);
      return setSaid(t('welcome.home.between'));
    }
    setSaid(t('welcome.home.unknown'));
  };
  const save = async (next: Home): Promise<void> => {
    await client.call('PATCH /v1/me', { body: { home: next } });
    await queries.invalidateQueries();
    onDone();
  };
  const attempt = (next: Home): void => void save(next).catch(() => setSaid(t('welcome.unsaved')));

  const found = asked !== '' ? [...(addresses.data ?? [])] : [];
  const places = asked !== '' ? (regions.data ?? []).filter(({ code }) => code.length >= 12) : [];
  const worker = team.data?.[0]?.maskedName;
  return (
    <View>
      <View className="headline">{t('welcome.home')}</View>
      <View className="lead">{t('welcome.home.about')}</View>
      <SearchBar
        value={words}
        label={t('welcome.home.search')}
        onChange={setWords}
        onLocate={() => void byPosition()}
      />
      {said && (
        <View className="lead after" {...asRole('status')} aria-live="polite">
          {said}
        </View>
      )}
      {asked !== '' ? (
        <View className="card flush" aria-live="polite">
          {found.map((address) => (
            <Cell
              key={address.id}
              icon="place"
              title={address.text}
              note={address.gridName}
              onTap={() => takeAddress(address)}
            />
          ))}
          {places.map((region) => (
            <Cell
              key={region.code}
              icon="map"
              title={region.name}
              note={region.path}
              onTap={() => choose({ node: region.code })}
            />
          ))}
          {found.length + places.length === 0 && addresses.isSuccess && (
            <Cell title={t('welcome.home.none-found')} />
          )}
        </View>
      ) : between.length > 0 ? (
        <View className="card flush">
          {between.map((grid) => (
            <Cell key={grid.code} icon="map" title={grid.name} onTap={() => choose({ node: grid.code })} />
          ))}
        </View>
      ) : (
        shapes.data &&
        shapes.data.length > 0 && (
          <View className="card plain">
            <GridMap shapes={shapes.data} chosen={home?.node} onChoose={(node) => choose({ node })} />
            {shape && (
              <View className="chosen-grid">
                <View className="card-title">{shape.name}</View>
                <View className="quiet">
                  {[shape.about, worker && t('welcome.home.worker', { name: worker })]
                    .filter(Boolean)
                    .join(' · ')}
                </View>
              </View>
            )}
          </View>
        )
      )}
      {shapes.data && asked === '' && between.length === 0 && (
        <View>
          <View className="section">{t('welcome.home.list')}</View>
          <View className="card flush">
            {shapes.data.map(({ code, name, about }) => (
              <Cell
                key={code}
                title={name}
                note={about}
                {...(code === home?.node ? { value: t('common.chosen') } : {})}
                onTap={() => choose({ node: code })}
              />
            ))}
          </View>
        </View>
      )}
      <Foot stacked>
        <Button text={t('welcome.home.here')} disabled={!home} onTap={() => home && attempt(home)} />
        {around && (
          <Button
            kind="link"
            text={t('welcome.home.unsure')}
            onTap={() => attempt({ node: community(around) })}
          />
        )}
      </Foot>
    </View>
  );
}
