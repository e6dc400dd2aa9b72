import type { Act, ActKind } from '@contract/proposal/act';
import type { Selectable } from 'kysely';
import type { Proposal, ProposalState, Signature } from '../../../ports/proposals';
import type { Schema } from '../database/schema';
import type { Unit } from '../database/unit';

/** Whose account was closed since. */
const nobody = '00000000-0000-0000-0000-000000000000';

type Row = Selectable<Schema['proposal']>;

/** Proposals of these rows, with their signatures, in the same order. */
export async function proposalsOf(unit: Unit, rows: readonly Row[]): Promise<Proposal[]> {
  if (rows.length === 0) return [];
  const signed = await unit.db
    .selectFrom('proposal_signature')
    .selectAll()
    .where(
      'proposal_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('at')
    .execute();
  return rows.map((row) =>
    proposalOf(
      row,
      signed
        .filter(({ proposal_id: id }) => id === row.id)
        .map(({ person_id: personId, node, at }) => ({ personId, node, at })),
    ),
  );
}

const proposalOf = (row: Row, signedBy: readonly Signature[]): Proposal => ({
  id: row.id,
  act: row.act,
  node: row.node,
  reason: row.reason,
  proposedBy: { personId: row.proposed_by ?? nobody, node: row.proposed_node, at: row.filed_at },
  signedBy,
  // Who has left stands for nothing any more.
  state: row.proposed_by === null && row.state === 'waiting' ? 'withdrawn' : (row.state as ProposalState),
  worsens: row.worsens,
  needsLevelAbove: row.needs_level_above,
  ...(row.refusal !== null && row.decided_at !== null
    ? { refusal: { personId: row.refused_by ?? nobody, words: row.refusal, at: row.decided_at } }
    : {}),
  filedAt: row.filed_at,
  decidedAt: row.decided_at,
});

/** Acts that say something of people: what of them is personal. */
const personalKinds: readonly ActKind[] = ['fact', 'fact-removal', 'facts-file', 'person-key', 'home'];

/** An act as the log takes it: what is said of people apart from what anybody may read. */
export function logged(act: Act): {
  body: Record<string, unknown>;
  personal: Record<string, string>;
} {
  return personalKinds.includes(act.kind)
    ? { body: { kind: act.kind }, personal: { act: JSON.stringify(act) } }
    : { body: { ...act }, personal: {} };
}
