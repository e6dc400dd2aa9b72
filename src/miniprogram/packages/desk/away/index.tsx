import { View } from '@tarojs/components';
import { atLevel } from '@contract/region/code';
import { useState } from 'react';
import { useMe } from '../../../backend/me';
import { useRead } from '../../../backend/queries';
import { Chips } from '../../../components/choice';
import { Loaded } from '../../../components/states';
import { whenReady } from '../../../when-ready';
import { DeskPage } from '../parts/desk-page';
import { Team } from './team';
import { useAwayText } from './text';

function TeamOf({ grid }: { grid: string }) {
  const team = useRead('GET /v1/regions/:code/team', { params: { code: grid } });
  return <Loaded read={team}>{(shown) => <Team grid={grid} team={shown} />}</Loaded>;
}

/** An officer of a community chooses one of its grids first. */
function GridsOf({ community }: { community: string }) {
  const t = useAwayText();
  const [grid, setGrid] = useState<string>();
  const region = useRead('GET /v1/regions/:code', { params: { code: community } }, { open: true });
  return (
    <Loaded read={region}>
      {({ children }) => (
        <>
          <View className="card">
            <View className="asked">{t('away.grid')}</View>
            <Chips
              label={t('away.grid')}
              chosen={grid === undefined ? [] : [grid]}
              options={children.map(({ code, name }) => ({ key: code, text: name }))}
              onChange={([chosen]) => setGrid(chosen)}
            />
          </View>
          {grid !== undefined && <TeamOf key={grid} grid={grid} />}
        </>
      )}
    </Loaded>
  );
}

/** Who of a team is away, and who stands in: said by themselves or from above. */
function AwayPage() {
  const t = useAwayText();
  const nodes = (useMe().data?.grants ?? [])
    .filter(({ role }) => role === 'worker' || role === 'officer')
    .map(({ node }) => node);
  const grid = nodes.find((node) => node.length === 15);
  const community = nodes.find((node) => atLevel(node, 'community') === node);
  return (
    <DeskPage title={t('away.title')} foot>
      <View className="lead">{t('away.about')}</View>
      {grid !== undefined ? (
        <TeamOf grid={grid} />
      ) : community !== undefined ? (
        <GridsOf community={community} />
      ) : null}
    </DeskPage>
  );
}

export default whenReady(AwayPage);
