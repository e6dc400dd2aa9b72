import { View } from '@tarojs/components';
import { atLevel } from '@contract/region/code';
import { effectiveLevel } from '@contract/risk-map/effective';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useMe } from '../../../backend/me';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { Page } from '../../../components/page';
import { Loaded } from '../../../components/states';
import '../../../look/open-rules.scss';
import { open } from '../../../paths';
import { whenReady } from '../../../when-ready';
import { AboutPlace } from './about-place';
import { LevelMap } from './level-map';
import { Table, Tiles } from './places';
import { Legend } from './swatch';
import { useMapText } from './text';
import '../../../look/health.scss';

/** The place with what lies below it: drawn where there is something to draw, as tiles otherwise, and as a table. */
function Below({ under, onOpen }: { under: string; onOpen(code: string): void }) {
  const t = useMapText();
  const home = useMe().data?.home?.node;
  const [chosen, setChosen] = useState<string>();
  const region = useRead('GET /v1/regions/:code', { params: { code: under } }, { open: true });
  const levels = useRead('GET /v1/risk-map', { query: { under } }, { open: true });
  const drawable = under.length >= 12;
  const grids = useRead(
    'GET /v1/regions/:code/grids',
    { params: { code: under } },
    { open: true, enabled: drawable },
  );
  const shapes = grids.data ?? [];
  return (
    <Loaded read={levels}>
      {(set) => (
        <Loaded read={region}>
          {({ children, name, ancestors }) => {
            const places = drawable && shapes.length > 0 ? shapes : children;
            const levelOf = (code: string) => effectiveLevel(code, set)?.level ?? 'low';
            const at = chosen ?? (home !== undefined && home.startsWith(under) && drawable ? home : under);
            const nameAt =
              at === home ? t('map.home') : (places.find(({ code }) => code === at)?.name ?? name);
            const above = ancestors.at(-1);
            return (
              <View>
                <AboutPlace name={nameAt} code={at} set={effectiveLevel(at, set)} t={t} />
                {shapes.length > 0 ? (
                  <View className="card flush">
                    <LevelMap shapes={shapes} levelOf={levelOf} chosen={at} t={t} onChoose={setChosen} />
                    <Legend t={t} />
                  </View>
                ) : (
                  <>
                    {children.length > 0 && (
                      <Tiles places={children} levelOf={levelOf} t={t} onOpen={onOpen} />
                    )}
                    <View className="card flush">
                      <Legend t={t} />
                    </View>
                  </>
                )}
                {places.length > 0 && <Table places={places} levelOf={levelOf} t={t} />}
                {above && (
                  <View className="lead">
                    <Button
                      kind="outline"
                      text={t('map.up', { place: above.name })}
                      onTap={() => onOpen(above.code)}
                    />
                  </View>
                )}
              </View>
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

/** The five-colour map: where I live first, from there up and down the tree. */
function MapPage() {
  const t = useMapText();
  const asked = useRouter().params['under'];
  const home = useMe().data?.home?.node;
  const [opened, setOpened] = useState<string>();
  const under = opened ?? asked ?? (home && atLevel(home, 'community')) ?? '3301';
  return (
    <Page title={t('map.title')}>
      <Below key={under} under={under} onOpen={setOpened} />
      <View className="lead after">{t('map.not-colour')}</View>
      <View className="lead">
        <Button kind="link" text={t('map.rules')} onTap={() => void Taro.navigateTo({ url: open.rules })} />
      </View>
    </Page>
  );
}

export default whenReady(MapPage);
