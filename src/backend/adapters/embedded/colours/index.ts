import type { Colour } from '@contract/health-code/colour';
import type { Decision } from '@contract/health-rules/decision';
import type { HealthRule } from '@contract/health-rules/rule';
import type { SetLevel } from '@contract/risk-map/timeline';
import { sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { CodeRegistry } from '../../../ports/code-registry';
import type { Colours, Facts, PersonColour } from '../../../ports/colours';
import type { Jobs } from '../../../ports/jobs';
import type { Messenger } from '../../../ports/messenger';
import type { Unit } from '../database/unit';
import type { Gathering } from '../health-source/gather';
import { createDeciders } from './decider';
import { createHomes } from './homes';
import { idsUnder, LONGEST_PAUSE, PAGE, pagesOf, pause } from './pages';
import { createSubjects, type Subject } from './subjects';
import { createSuppose } from './suppose';
import { differs, turn } from './turn';

export interface ColoursDeps {
  unit: Unit;
  clock: Clock;
  /** Whether an emergency is: outside one nobody has a colour, and none is written down. */
  inForce: () => Promise<boolean>;
  /** In force now. */
  rules: () => Promise<readonly HealthRule[]>;
  /** Every level ever set. */
  levels: () => Promise<readonly SetLevel[]>;
  gather: Gathering;
  facts: Pick<Facts, 'deleteExpired'>;
  codeRegistry: Pick<CodeRegistry, 'lower' | 'holdCodes'>;
  messenger: Pick<Messenger, 'announce'>;
  jobs: Pick<Jobs, 'enqueue'>;
}

/** The job that decides a place's people anew. */
export const RECOLOUR = 'recolour';

/** Colours, decided here and kept in the deployment's own database. */
export function createColours(deps: ColoursDeps): Colours {
  const { unit, clock, inForce, rules, levels, gather, facts, jobs } = deps;
  const now = (): number => clock.now().getTime();
  const subjects = createSubjects(unit, clock);
  const homes = createHomes(unit, clock);
  const grounds = async () => {
    const [inForce, ever] = await Promise.all([rules(), levels()]);
    return { rules: inForce, levels: ever };
  };
  const decider = createDeciders(grounds, clock).now;
  const turning = { ...deps, subjects, homes, decider };

  async function recolourPlace(whose: 'everyone' | { under: string }): Promise<number> {
    if (!(await inForce())) return 0;
    const noted = new Set<string>();
    let changed = 0;
    for await (const page of idsUnder(subjects, whose === 'everyone' ? '' : whose.under)) {
      const started = performance.now();
      changed += await turn(turning, page, noted);
      // Whoever refreshes meanwhile has the database to themselves for as long, or nearly.
      await pause(Math.min(performance.now() - started, LONGEST_PAUSE));
    }
    return changed;
  }

  async function recolourPeople(ids: readonly string[]): Promise<number> {
    if (!(await inForce())) return 0;
    let changed = 0;
    for (const page of pagesOf(ids)) changed += await turn(turning, page);
    return changed;
  }

  async function decided(subject: Subject) {
    return { subject, decision: (await decider())(subject) };
  }

  return {
    async of(personId) {
      if (!(await inForce())) return outside(await subjects.one(personId, []));
      const { facts: known, heardAt } = await gather(personId);
      let now = await decided(await subjects.one(personId, known));
      if (differs(now)) {
        await recolourPeople([personId]);
        now = await decided(await subjects.one(personId, known));
      }
      return { ...viewOf(now), ...(heardAt ? { heardAt } : {}) };
    },
    async last(personId) {
      const [subject] = await subjects.of([personId]);
      if (!subject) throw new RangeError('no such person');
      if (!(await inForce())) return outside(subject);
      return viewOf(await decided(subject));
    },

    async recolour(whose) {
      if (whose !== 'everyone' && !('under' in whose)) return recolourPeople(whose);
      const under = whose === 'everyone' ? '' : whose.under;
      const queued = await jobs.enqueue(RECOLOUR, { under }, { singletonKey: `under ${under}` });
      if (!queued.ok) throw new Error(`a recolouring could not be queued: ${queued.failure}`);
      return 'later';
    },
    recolourPlace,

    async keepUp() {
      const expired = await facts.deleteExpired();
      if (!(await inForce())) return 0;
      let changed = await recolourPeople(expired);
      for (const node of await homes.due()) changed += await recolourPlace({ under: node });
      for (;;) {
        const due = await unit.db
          .selectFrom('person_colour')
          .select('person_id')
          .where('recheck_at', '<=', clock.now())
          .orderBy('recheck_at')
          .limit(PAGE)
          .execute();
        if (due.length === 0) return changed;
        changed += await recolourPeople(due.map(({ person_id }) => person_id));
      }
    },

    wouldWorsen: createSuppose({ unit, subjects, grounds, now }),
    async suppose(personId, { facts: more, without }) {
      const { facts: known } = await gather(personId);
      const subject = await subjects.one(personId, [
        ...known.filter(({ id }) => !without.includes(id)),
        ...more,
      ]);
      return (await decided(subject)).decision;
    },

    async changes(personIds, after) {
      let query = unit.db
        .selectFrom('colour_change')
        .selectAll()
        .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
        .orderBy('at', 'desc')
        .orderBy('person_id')
        .limit(100);
      if (after) query = query.where('at', '>', after);
      return (await query.execute()).map((row) => ({
        personId: row.person_id,
        was: row.was as Colour,
        colour: row.colour as Colour,
        at: row.at,
      }));
    },
    async changedIn(batchId) {
      const rows = await unit.db
        .selectFrom('colour_change')
        .select('person_id')
        .where('batch_id', '=', batchId)
        .execute();
      return rows.map(({ person_id }) => person_id);
    },
  };
}

const viewOf = ({ subject, decision }: { subject: Subject; decision: Decision }): PersonColour => ({
  colour: decision.colour,
  since: subject.last.since,
  reasons: decision.reasons,
});

/** Outside an emergency: green, as everybody. */
const outside = ({ last }: Subject): PersonColour => ({ colour: 'green', since: last.since, reasons: [] });
