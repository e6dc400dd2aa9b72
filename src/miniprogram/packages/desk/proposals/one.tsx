import { View } from '@tarojs/components';
import type { ProposalView } from '@contract/api';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { Button } from '../../../components/button';
import { Cell } from '../../../components/cell';
import { Field } from '../../../components/field';
import { Foot } from '../../../components/foot';
import { when } from '../../../when';
import { useAct } from '../parts/act';
import { Refused } from '../parts/refused';
import { useProposalText, worsensIn } from './text';

interface Props {
  proposal: ProposalView;
  onChange(proposal: ProposalView): void;
  onBack(): void;
}

/** All that is signed, on one page: whom it turns first, then what it says, then who stands for it. */
export function OneProposal({ proposal, onChange, onBack }: Props) {
  const t = useProposalText();
  const { about, id, lines, may, proposedBy, reason, refusal, signedBy } = proposal;
  const hand = ({ name, placeName, at }: ProposalView['proposedBy']) =>
    `${placeName} ${name}，${when(at, t)}`;
  return (
    <>
      <View className="headline">{t.of(proposal.title)}</View>
      <View className="card flush">
        <Cell
          icon="alert"
          title={worsensIn(t, proposal.worsens)}
          {...(proposal.needsLevelAbove ? { note: t('desk.proposals.above') } : {})}
        />
        {about && <Cell title={t('desk.proposals.about')} value={about.maskedName} />}
        <Cell title={t('desk.proposals.place')} value={proposal.placeName} />
        {lines.map(({ label, value }, at) => (
          <Cell key={at} title={t.of(label)} note={t.of(value)} />
        ))}
      </View>
      <View className="card flush">
        <Cell title={t('desk.proposals.reason')} note={reason} />
        <Cell title={t('desk.proposals.by')} note={hand(proposedBy)} />
        {signedBy.map((each) => (
          <Cell key={each.at} title={t('desk.proposals.signed')} note={hand(each)} />
        ))}
        {refusal && (
          <Cell
            title={t('desk.proposals.refused')}
            note={`${refusal.name}，${when(refusal.at, t)}：${refusal.words}`}
          />
        )}
      </View>
      <Acts key={id} id={id} may={may} onChange={onChange} onBack={onBack} />
    </>
  );
}

/** Sign, say why not, or take one's own back. */
function Acts({
  id,
  may,
  onChange,
  onBack,
}: { id: string; may: ProposalView['may'] } & Omit<Props, 'proposal'>) {
  const t = useProposalText();
  const { client, queries } = usePhone();
  const { busy, failed, run } = useAct();
  const [words, setWords] = useState<string>();
  const params = { id };
  const act = (work: () => Promise<ProposalView>) => (): void =>
    void run(async () => {
      try {
        onChange(await work());
        setWords(undefined);
      } finally {
        // Refused or not, it may stand otherwise now than it did when it was read.
        await queries.invalidateQueries();
      }
    });
  if (words !== undefined)
    return (
      <>
        <Field
          label={t('desk.proposals.refuse.words')}
          hint={t('desk.proposals.refuse.hint')}
          long
          maxLength={500}
          value={words}
          onChange={setWords}
        />
        <Foot said={failed && <Refused failed={failed} />}>
          <Button kind="outline" text={t('desk.proposals.back')} onTap={() => setWords(undefined)} />
          <Button
            text={t('desk.proposals.refuse.act')}
            disabled={busy || words.trim() === ''}
            onTap={act(() => client.call('POST /v1/proposals/:id/refusal', { params, body: { words } }))}
          />
        </Foot>
      </>
    );
  return (
    <Foot stacked said={failed && <Refused failed={failed} />}>
      {may.includes('sign') && (
        <Button
          text={t('desk.proposals.sign')}
          disabled={busy}
          onTap={act(() => client.call('POST /v1/proposals/:id/signature', { params }))}
        />
      )}
      {may.includes('refuse') && (
        <Button kind="outline" text={t('desk.proposals.refuse')} disabled={busy} onTap={() => setWords('')} />
      )}
      {may.includes('withdraw') && (
        <Button
          kind="outline"
          text={t('desk.proposals.withdraw')}
          disabled={busy}
          onTap={act(() => client.call('POST /v1/proposals/:id/withdrawal', { params }))}
        />
      )}
      <Button kind="outline" text={t('desk.proposals.back')} onTap={onBack} />
    </Foot>
  );
}
