import { checkFact } from '@contract/health-rules/check-fact';
import type { Fact } from '@contract/health-rules/fact';
import { failed, passed, skipped, type Outcome } from '../outcome';
import type { HealthSourceSpecimen } from './specimen';

type Try = (specimen: HealthSourceSpecimen) => Promise<string | undefined | { skip: string }>;

async function factsOf(specimen: HealthSourceSpecimen, who: 'known' | 'stranger'): Promise<readonly Fact[]> {
  const answer = await specimen.source.factsOf(specimen[who]);
  if (!answer.ok) throw new Error(`says it is ${answer.failure}`);
  return answer.value;
}
const sorted = (facts: readonly Fact[]): string =>
  JSON.stringify([...facts].sort((a, b) => (a.id < b.id ? -1 : 1)));

/** What any health source keeps to. Each answers what is wrong, or nothing. */
const tries: Record<string, Try> = {
  'has a name that its facts can be kept under': ({ source }) =>
    Promise.resolve(/^[a-z][a-z0-9-]{0,30}$/.test(source.name) ? undefined : `is called "${source.name}"`),

  'says something of whom it knows': async (specimen) =>
    (await factsOf(specimen, 'known')).length > 0 ? undefined : 'says nothing',

  'says only what the registry of kinds knows': async (specimen) => {
    const now = Date.now();
    for (const fact of await factsOf(specimen, 'known')) {
      const checked = checkFact(fact, now);
      if (!checked.ok) return `${fact.kind}: ${checked.failure}`;
      if (!(fact.expiresAt > new Date(now).toISOString())) return `${fact.kind} is over already`;
      if (fact.expiresAt > checked.value.expiresAt)
        return `${fact.kind} is kept longer than the registry says`;
      if (fact.from.zh === '' || fact.from.en === '') return `${fact.kind} does not say who says so`;
    }
    return undefined;
  },

  'gives each fact an id of its own, the same each time': async (specimen) => {
    const [first, second] = [await factsOf(specimen, 'known'), await factsOf(specimen, 'known')];
    if (new Set(first.map(({ id }) => id)).size !== first.length) return 'two facts have one id';
    return sorted(first) === sorted(second) ? undefined : 'says something else the second time';
  },

  'says nothing of a stranger, which is no failure': async (specimen) =>
    (await factsOf(specimen, 'stranger')).length === 0 ? undefined : 'says something',

  'answers ten at once, each about whom was asked': async (specimen) => {
    const whose = Array.from({ length: 10 }, (_, index) =>
      index % 2 === 0 ? ('known' as const) : ('stranger' as const),
    );
    const answers = await Promise.all(whose.map((who) => factsOf(specimen, who)));
    const mixed = answers.some((facts, index) => facts.length > 0 !== (whose[index] === 'known'));
    return mixed ? 'mixes them up' : undefined;
  },

  'names its failure when it cannot answer, and answers again afterwards': async (specimen) => {
    if (!specimen.cut || !specimen.mend) return { skip: 'cannot be cut off' };
    const before = sorted(await factsOf(specimen, 'known'));
    await specimen.cut();
    const cut = await specimen.source.factsOf(specimen.known);
    await specimen.mend();
    if (cut.ok) return 'answers although it is cut off';
    if (cut.failure !== 'unavailable') return `names another failure: ${String(cut.failure)}`;
    return sorted(await factsOf(specimen, 'known')) === before ? undefined : 'says something else afterwards';
  },

  'tells who changed, and the same place again while nothing does': async ({ source, known }) => {
    if (!source.changes) return { skip: 'has no feed of changes' };
    const seen: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 1000; pages += 1) {
      const page: Awaited<ReturnType<NonNullable<typeof source.changes>>> = await source.changes(after);
      if (!page.ok) return `says it is ${page.failure}`;
      if (page.value.personKeys.some((key) => !/^[0-9a-f]{64}$/.test(key)))
        return 'tells what is no person key';
      seen.push(...page.value.personKeys);
      after = page.value.cursor;
      if (!page.value.more) {
        const again = await source.changes(after);
        if (
          !again.ok ||
          again.value.personKeys.length > 0 ||
          again.value.cursor !== after ||
          again.value.more
        )
          return 'goes on although nothing changed';
        return known.personKey === null || seen.includes(known.personKey)
          ? undefined
          : 'does not tell of whom it knows';
      }
    }
    return 'never comes to an end';
  },

  'names it when it does not know a cursor': async ({ source }) => {
    if (!source.changes) return { skip: 'has no feed of changes' };
    const page = await source.changes('no-such-cursor');
    return !page.ok && page.failure === 'cursor-unknown' ? undefined : 'takes any cursor';
  },
};

/** The port's contract tests on a specimen, one after the other. */
export async function tryHealthSource(specimen: HealthSourceSpecimen): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [name, attempt] of Object.entries(tries)) {
    try {
      const wrong = await attempt(specimen);
      if (wrong === undefined) outcomes.push(passed(name));
      else outcomes.push(typeof wrong === 'string' ? failed(name, wrong) : skipped(name, wrong.skip));
    } catch (error) {
      outcomes.push(failed(name, error instanceof Error ? error.message : String(error)));
    }
  }
  return outcomes;
}
