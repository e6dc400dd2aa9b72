import { colours } from '@contract/health-code/colour';
import { checkFact } from '@contract/health-rules/check-fact';
import type { Fact } from '@contract/health-rules/fact';
import type { HealthRule } from '@contract/health-rules/rule';
import type { RiskLevel } from '@contract/risk-map/level';
import type { SetLevel } from '@contract/risk-map/timeline';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { EnteredFact } from '@contract/proposal/act';
import type { Colours, Supposition } from '../../../ports/colours';
import type { Unit } from '../database/unit';
import { decideEach, deciderOf, type Grounds } from './decider';
import { idsUnder, pagesOf, peopleOf } from './pages';
import type { Subject, Subjects } from './subjects';

interface SupposeDeps {
  unit: Unit;
  subjects: Subjects;
  grounds: () => Promise<Grounds>;
  now: () => number;
}

/** Counts whom a change would turn, and writes nothing. */
export function createSuppose(deps: SupposeDeps): Colours['wouldWorsen'] {
  const { unit, subjects, now } = deps;

  /** Whose inputs it touches. */
  async function touched(change: Supposition): Promise<AsyncGenerator<Subject[]>> {
    if (change.rules) return peopleOf(subjects, idsUnder(subjects, ''));
    if (change.level) return peopleOf(subjects, idsUnder(subjects, change.level.node));
    const bereft = await unit.db
      .selectFrom('fact')
      .select('person_id')
      .where(sql<boolean>`id = any(${[...(change.without ?? [])]}::uuid[])`)
      .execute();
    const ids = [
      ...(change.facts ?? []).map(({ personId }) => personId),
      ...bereft.flatMap(({ person_id }) => (person_id === null ? [] : [person_id])),
      ...(change.home ? [change.home.personId] : []),
    ];
    return peopleOf(subjects, pagesOf(ids));
  }

  return async (change) => {
    const { rules, levels } = await deps.grounds();
    const at = now();
    const level: SetLevel[] = change.level
      ? [{ ...change.level, level: change.level.level as RiskLevel, since: new Date(at).toISOString() }]
      : [];
    const then = {
      rules: (change.rules as readonly HealthRule[] | undefined) ?? rules,
      levels: [...levels, ...level],
    };
    const [decideNow, decideThen] = [deciderOf({ rules, levels }, at), deciderOf(then, at)];
    const count = { worse: 0, better: 0 };
    for await (const page of await touched(change)) {
      for (const { subject, decision } of await decideEach(page, decideNow)) {
        const { colour } = decideThen(supposed(subject, change, at));
        const by = colours.indexOf(colour) - colours.indexOf(decision.colour);
        if (by > 0) count.worse += 1;
        if (by < 0) count.better += 1;
      }
    }
    return count;
  };
}

function supposed(subject: Subject, change: Supposition, now: number): Pick<Subject, 'home' | 'facts'> {
  const { facts = [], without = [], home } = change;
  return {
    home: home?.personId === subject.id ? home.node : subject.home,
    facts: [
      ...subject.facts.filter(({ id }) => !without.includes(id)),
      ...facts
        .filter(({ personId }) => personId === subject.id)
        .flatMap(({ fact }) => asIfEntered(fact, now)),
    ],
  };
}

/** What the registry refuses would turn nobody. */
function asIfEntered(fact: EnteredFact, now: number): Fact[] {
  const checked = checkFact({ ...fact, source: 'official' }, now);
  return checked.ok
    ? [{ ...fact, source: 'official', id: randomUUID(), expiresAt: checked.value.expiresAt }]
    : [];
}
