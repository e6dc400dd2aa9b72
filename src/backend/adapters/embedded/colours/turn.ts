import { type Colour, colours } from '@contract/health-code/colour';
import type { Decision } from '@contract/health-rules/decision';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { CodeRegistry } from '../../../ports/code-registry';
import type { Messenger } from '../../../ports/messenger';
import type { Unit } from '../database/unit';
import { type Decider, decideEach } from './decider';
import type { Homes } from './homes';
import type { Subject, Subjects } from './subjects';

export interface TurnDeps {
  unit: Unit;
  clock: Clock;
  codeRegistry: Pick<CodeRegistry, 'lower' | 'holdCodes'>;
  messenger: Pick<Messenger, 'announce'>;
  subjects: Subjects;
  homes: Homes;
  decider: () => Promise<Decider>;
}

interface Decided {
  subject: Subject;
  decision: Decision;
}

/** When time alone may change it, as kept with the person: who has no facts turns with their home. */
const recheckOf = ({ subject, decision }: Decided): Date | null =>
  subject.facts.length > 0 && decision.recheckAt !== undefined ? new Date(decision.recheckAt) : null;

/** Whether what was decided is other than what is kept. Nobody is written down for being green as ever. */
export const differs = (decided: Decided): boolean =>
  decided.decision.colour !== decided.subject.last.colour ||
  recheckOf(decided)?.getTime() !== decided.subject.last.recheckAt?.getTime();

/**
 * Decides some people anew, and writes and tells what changed, together or not at all. Their codes are held meanwhile, so that
 * no phone gets a credential of the colour before; whoever else decides them waits, and sees what is known by then.
 * @param noted homes whose next moment is noted already
 * @returns how many have another colour
 */
export function turn(deps: TurnDeps, ids: readonly string[], noted = new Set<string>()): Promise<number> {
  const { unit, codeRegistry, subjects, homes, decider } = deps;
  return unit.together(async () => {
    await codeRegistry.holdCodes(ids);
    const decide = await decider();
    const decided = await decideEach(await subjects.of(ids), decide);
    const others = decided.flatMap(({ subject: { home } }) =>
      home === null || noted.has(home) ? [] : [home],
    );
    if (others.length > 0) await homes.note(others, decide);
    others.forEach((home) => noted.add(home));

    const changed = decided.filter(differs);
    if (changed.length > 0) await keep(deps, changed);
    const turned = changed.filter(({ subject, decision }) => subject.last.colour !== decision.colour);
    if (turned.length > 0) await tell(deps, turned);
    return turned.length;
  });
}

const idsOf = (decided: readonly Decided[]): string[] => decided.map(({ subject }) => subject.id);
const coloursOf = (decided: readonly Decided[]): Colour[] => decided.map(({ decision }) => decision.colour);

async function keep({ unit, clock }: TurnDeps, changed: readonly Decided[]): Promise<void> {
  const rechecks = changed.map((one) => recheckOf(one)?.toISOString() ?? null);
  // Thousands at a time: as arrays they cost a tenth of what so many values would.
  await sql`
    insert into person_colour (person_id, colour, since, recheck_at)
    select id, new.colour, case when new.colour = 'green' then person.created_at else ${clock.now()} end, recheck_at
    from unnest(${idsOf(changed)}::uuid[], ${coloursOf(changed)}::text[], ${rechecks}::timestamptz[])
      as new (id, colour, recheck_at)
    join person using (id)
    on conflict (person_id) do update set
      colour = excluded.colour,
      since = case when person_colour.colour = excluded.colour then person_colour.since else ${clock.now()} end,
      recheck_at = excluded.recheck_at`.execute(unit.db);
}

/** Verifiers by the status list, where it is graver; phones at once; and written down for a phone that is off. */
async function tell(
  { unit, clock, codeRegistry, messenger }: TurnDeps,
  turned: readonly Decided[],
): Promise<void> {
  for (const to of ['yellow', 'red'] as const) {
    const graver = turned.filter(
      ({ subject, decision }) =>
        decision.colour === to && colours.indexOf(to) > colours.indexOf(subject.last.colour),
    );
    if (graver.length > 0) await codeRegistry.lower(idsOf(graver), to);
  }
  const batchId = randomUUID();
  const was = turned.map(({ subject }) => subject.last.colour);
  await sql`
    insert into colour_change (batch_id, person_id, was, colour, at)
    select ${batchId}::uuid, id, was, colour, ${clock.now()}
    from unnest(${idsOf(turned)}::uuid[], ${was}::text[], ${coloursOf(turned)}::text[])
      as new (id, was, colour)`.execute(unit.db);
  await messenger.announce({ type: 'colour', id: batchId });
}
