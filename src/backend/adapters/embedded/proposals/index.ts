import { randomUUID } from 'node:crypto';
import type { Act, ActKind } from '@contract/proposal/act';
import {
  decidingNode,
  hasHandIn,
  isComplete,
  type Matter,
  proposingNode,
  takesLevelAbove,
} from '@contract/proposal/signing';
import { fail, ok } from '@contract/result';
import { sql } from 'kysely';
import type { AuditLog } from '../../../ports/audit-log';
import type { Clock } from '../../../ports/clock';
import type { Family } from '../../../ports/family';
import type { Messenger } from '../../../ports/messenger';
import type {
  ActHandler,
  ActHandlers,
  Proposal,
  Proposals,
  ProposalState,
  Weight,
} from '../../../ports/proposals';
import type { Person } from '../../../ports/store';
import type { Unit } from '../database/unit';
import { createHandsOn } from './hands-on';
import { createPeople } from './people';
import { logged, proposalsOf } from './rows';

const DAY = 86_400_000;
/** So many that are decided are shown beside all that wait. */
const LIST = 200;

export interface ProposalsDeps {
  unit: Unit;
  clock: Clock;
  handlers: ActHandlers;
  auditLog: Pick<AuditLog, 'append'>;
  messenger: Pick<Messenger, 'announce'>;
  family: Pick<Family, 'of' | 'actingFor'>;
  /** More people than this are too many for two of one level. */
  signaturesAbove: number;
  /** With which what is personal in the log goes. */
  emergency: () => Promise<{ id: string } | undefined>;
}

/** What waits for a second official, in the deployment's own database. */
export function createProposals(deps: ProposalsDeps): Proposals {
  const { unit, clock, auditLog, messenger } = deps;
  const people = createPeople(unit, deps.family);

  /** @throws RangeError where nobody has said how such an act is done */
  function handlerOf(act: Act): ActHandler<ActKind> {
    const handler = deps.handlers[act.kind];
    if (!handler) throw new RangeError(`no handler of ${act.kind}`);
    // The map is typed kind by kind; the act decides which of its entries it is.
    return handler as unknown as ActHandler<ActKind>;
  }

  async function matterOf(act: Act): Promise<(Matter & { about: readonly string[] }) | undefined> {
    const handler = handlerOf(act);
    const node = await handler.nodeOf(act);
    if (node === undefined) return undefined;
    const about = (await handler.about?.(act)) ?? [];
    const { levelAboveOnly = false } = handler;
    return { kind: act.kind, node, levelAboveOnly, about, concerned: await people.concerned(about) };
  }

  /** People that others of the same rule and source worsen, or would, within a day. */
  async function together(id: string, counted: readonly string[]): Promise<number> {
    const { rows } = await sql<{ sum: number }>`
      select coalesce(sum(worsens), 0)::integer as sum from proposal
      where id <> ${id} and counted && ${[...counted]}::text[] and state in ('waiting', 'applied')
        and coalesce(decided_at, filed_at) > ${new Date(clock.now().getTime() - DAY)}`.execute(unit.db);
    return rows[0]?.sum ?? 0;
  }

  async function weighed(id: string, { worsens, counted }: Weight) {
    const keys = typeof counted === 'string' ? [counted] : [...new Set(counted)];
    return {
      worsens,
      counted: keys,
      needs_level_above: takesLevelAbove(worsens, await together(id, keys), deps.signaturesAbove),
    };
  }

  const get = async (id: string): Promise<Proposal | undefined> => {
    const rows = await unit.db.selectFrom('proposal').selectAll().where('id', '=', id).execute();
    return (await proposalsOf(unit, rows))[0];
  };
  const known = async (id: string): Promise<Proposal> => {
    const proposal = await get(id);
    if (!proposal) throw new RangeError(`no proposal ${id}`);
    return proposal;
  };

  async function log(what: string, proposal: Proposal, by: string, more: Record<string, string> = {}) {
    const emergency = await deps.emergency();
    const { act, id, node, worsens, needsLevelAbove, signedBy } = proposal;
    // Outside an emergency, with the account of whom it is about, else of who did it.
    const account = 'personId' in act ? act.personId : by;
    const { body, personal } = logged(act);
    await auditLog.append({
      act: `proposal-${what}`,
      node,
      body: { ...body, proposal: id, worsens, needsLevelAbove, signatures: signedBy.length },
      personal: { ...personal, ...more, by },
      deletedWith: emergency ? { emergencyId: emergency.id } : { personId: account },
    });
    await messenger.announce({ type: 'proposal', id });
  }

  async function close(id: string, state: ProposalState, refusal?: { by: string; words: string }) {
    await unit.db
      .updateTable('proposal')
      .set({
        state,
        decided_at: clock.now(),
        ...(refusal ? { refused_by: refusal.by, refusal: refusal.words } : {}),
      })
      .where('id', '=', id)
      .execute();
  }

  /** Done: by whom it was last, and how often it was signed, stands in the log. */
  async function applied(proposal: Proposal, by: string): Promise<boolean> {
    const done = await handlerOf(proposal.act).apply(proposal.act, proposal);
    if (!done.ok) return false;
    await close(proposal.id, 'applied');
    await log('applied', await known(proposal.id), by);
    return true;
  }

  /** One after the other: what is counted together is counted once. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
    unit.together(async () => {
      await sql`select pg_advisory_xact_lock(hashtextextended('proposals', 0))`.execute(unit.db);
      return work();
    });

  /** A proposal that waits, for somebody who may decide it: the place they decide from. */
  async function waitingFor(id: string, by: Person) {
    const proposal = await get(id);
    if (!proposal) return fail('not-found');
    const matter = await matterOf(proposal.act);
    const standing = decidingNode(officialOf(by), matter ?? whereItWas(proposal));
    if ('fault' in standing) return fail(standing.fault);
    if (proposal.state !== 'waiting') return fail('not-waiting');
    if (hasHandIn(await people.accountsOf(by.id), proposal)) return fail('own-proposal');
    return ok({ proposal, matter, node: standing.node });
  }

  return {
    propose: (act, by, reason) =>
      inTurn(async () => {
        const matter = await matterOf(act);
        if (!matter) return fail('not-found');
        const standing = proposingNode(officialOf(by), matter);
        if ('fault' in standing) return fail(standing.fault);
        const id = randomUUID();
        const weight = await handlerOf(act).weigh(act);
        const [subject, ...others] = matter.about;
        await unit.db
          .insertInto('proposal')
          .values({
            id,
            kind: act.kind,
            act: JSON.stringify(act),
            subject_id: others.length === 0 && subject !== undefined ? subject : null,
            node: matter.node,
            reason,
            proposed_by: by.id,
            proposed_node: standing.node,
            state: 'waiting',
            ...(await weighed(id, weight)),
            filed_at: clock.now(),
            decided_at: null,
            refused_by: null,
            refusal: null,
          })
          .execute();
        const proposal = await known(id);
        await log('filed', proposal, by.id, { reason });
        if (!weight.couldWorsen && !(await applied(proposal, by.id))) {
          await close(id, 'withdrawn');
          await log('withdrawn', proposal, by.id);
          return fail('not-found');
        }
        return ok(await known(id));
      }),

    sign: (id, by) =>
      inTurn(async () => {
        const found = await waitingFor(id, by);
        if (!found.ok) return found;
        const { proposal: shown, matter, node } = found.value;
        if (!matter) return fail('outdated');
        const { act } = shown;
        const weight = await handlerOf(act).weigh(act);
        await unit.db
          .updateTable('proposal')
          .set({ node: matter.node, ...(await weighed(id, weight)) })
          .where('id', '=', id)
          .execute();
        const now = await known(id);
        // Nobody signs for more people than they were shown.
        if (now.worsens > shown.worsens) {
          await messenger.announce({ type: 'proposal', id });
          return fail('outdated');
        }
        const signature = { personId: by.id, node, at: clock.now() };
        const signed = { ...now, signedBy: [...now.signedBy, signature] };
        const complete = !weight.couldWorsen || isComplete(signed);
        if (complete && !(await handlerOf(act).apply(act, signed)).ok) return fail('outdated');
        await unit.db
          .insertInto('proposal_signature')
          .values({ proposal_id: id, person_id: by.id, node, at: signature.at })
          .execute();
        await log('signed', signed, by.id);
        if (complete) {
          await close(id, 'applied');
          await log('applied', signed, by.id);
        }
        return ok(await known(id));
      }),

    refuse: (id, by, words) =>
      inTurn(async () => {
        const found = await waitingFor(id, by);
        if (!found.ok) return found;
        await close(id, 'refused', { by: by.id, words });
        await log('refused', found.value.proposal, by.id, { words });
        return ok(await known(id));
      }),

    withdraw: (id, by) =>
      inTurn(async () => {
        const proposal = await get(id);
        if (proposal?.proposedBy.personId !== by.id) return fail('not-found');
        if (proposal.state !== 'waiting') return fail('not-waiting');
        await close(id, 'withdrawn');
        await log('withdrawn', proposal, by.id);
        return ok(await known(id));
      }),

    get,

    async of({ id, grants }) {
      const places = grants.filter(({ role }) => role === 'officer').map(({ node }) => `${node}%`);
      const rows = await unit.db
        .selectFrom('proposal')
        .selectAll()
        .where(
          sql<boolean>`(node like any(${places}::text[]) or proposed_by = ${id} or exists (
            select from proposal_signature where proposal_id = proposal.id and person_id = ${id}))`,
        )
        .orderBy(sql`state = 'waiting'`, 'desc')
        .orderBy('filed_at', 'desc')
        .orderBy('id')
        .limit(LIST)
        .execute();
      return proposalsOf(unit, rows);
    },

    async waitingOf(kind) {
      const waiting = unit.db.selectFrom('proposal').selectAll().where('state', '=', 'waiting');
      return proposalsOf(unit, await waiting.where('kind', '=', kind).execute());
    },

    handsOn: createHandsOn(unit),
  };
}

/** What it is about is gone: it can still be refused there. */
const whereItWas = ({ act, node }: Proposal): Matter => ({ kind: act.kind, node, concerned: [] });

const officialOf = ({ id, confirmed, grants }: Person) => ({ personId: id, confirmed, grants });
