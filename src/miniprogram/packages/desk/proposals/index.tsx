import { View } from '@tarojs/components';
import type { ProposalView } from '@contract/api';
import { useState } from 'react';
import { useRead } from '../../../backend/queries';
import { Cell } from '../../../components/cell';
import { Loaded, Nothing } from '../../../components/states';
import { whenReady } from '../../../when-ready';
import { DeskPage } from '../parts/desk-page';
import { OneProposal } from './one';
import { useProposalText, worsensIn } from './text';

function Rows({
  title,
  proposals,
  onOpen,
}: {
  title: string;
  proposals: ProposalView[];
  onOpen(id: string): void;
}) {
  const t = useProposalText();
  if (proposals.length === 0) return null;
  return (
    <>
      <View className="group-title">{title}</View>
      <View className="card flush">
        {proposals.map((one) => (
          <Cell
            key={one.id}
            title={t.of(one.title)}
            note={[one.about?.maskedName ?? one.placeName, worsensIn(t, one.worsens)].join(' · ')}
            value={t(`desk.proposals.state.${one.state}`)}
            onTap={() => onOpen(one.id)}
          />
        ))}
      </View>
    </>
  );
}

/** What waits for a second in the places one serves, and what became of the rest. */
function Proposals() {
  const t = useProposalText();
  const read = useRead('GET /v1/proposals', {});
  const [opened, setOpened] = useState<string>();
  const [answered, setAnswered] = useState<ProposalView>();
  const one = (answered?.id === opened ? answered : undefined) ?? read.data?.find(({ id }) => id === opened);
  if (one) return <OneProposal proposal={one} onChange={setAnswered} onBack={() => setOpened(undefined)} />;
  return (
    <Loaded read={read}>
      {(all) =>
        all.length === 0 ? (
          <Nothing icon="sign" title={t('desk.proposals.none')} about={t('desk.proposals.none.about')} />
        ) : (
          <>
            <Rows
              title={t('desk.proposals.waiting')}
              proposals={all.filter(({ state }) => state === 'waiting')}
              onOpen={setOpened}
            />
            <Rows
              title={t('desk.proposals.decided')}
              proposals={all.filter(({ state }) => state !== 'waiting')}
              onOpen={setOpened}
            />
          </>
        )
      }
    </Loaded>
  );
}

function ProposalsPage() {
  const t = useProposalText();
  return (
    <DeskPage title={t('desk.proposals.title')} foot>
      <Proposals />
    </DeskPage>
  );
}

export default whenReady(ProposalsPage);
