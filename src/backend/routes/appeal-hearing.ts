import { type Bench, hearersOf, hearingPlaces } from '@contract/appeal/hearing';
import { lineage } from '@contract/region/code';
import type { Ports } from '../ports';
import type { Appeal } from '../ports/appeals';

export type Contested = Pick<Appeal, 'personId' | 'filedBy' | 'home' | 'reason'>;
type HearingPorts = Pick<Ports, 'clock' | 'dutyRoster' | 'facts' | 'family' | 'proposals'>;

/** Who hears an appeal: asked anew at every look, since shifts begin and end. */
export function appealHearing({ clock, dutyRoster, facts, family, proposals }: HearingPorts) {
  /** Whoever brought what it is about, by rule, fact or level; the person, their family, and who filed it for them. */
  async function barredFrom({ personId, filedBy, home, reason }: Contested): Promise<Set<string>> {
    const { rule, factId, source } = reason;
    const fact = factId === undefined ? undefined : await facts.get(factId);
    const { node } = fact?.values ?? {};
    const level = typeof node === 'string' ? node : source === 'risk-map' ? home : undefined;
    const handsOn = await Promise.all([
      proposals.handsOn({ rule }),
      ...(factId === undefined ? [] : [proposals.handsOn({ factId })]),
      // A place without a level of its own has that of its nearest ancestor.
      ...(level === undefined ? [] : lineage(level).map((riskNode) => proposals.handsOn({ riskNode }))),
    ]);
    const [theirs, acting] = await Promise.all([family.of(personId), family.actingFor(personId)]);
    return new Set([
      personId,
      ...(filedBy === null ? [] : [filedBy]),
      ...handsOn.flat(),
      ...theirs.map((relation) => relation.personId),
      ...acting.map((relation) => relation.actorId),
    ]);
  }

  async function benchOf(contested: Contested): Promise<Bench> {
    const { home } = contested;
    const [officers, shifts, barred] = await Promise.all([
      dutyRoster.officersOf(lineage(home)),
      dutyRoster.shiftsOf(hearingPlaces(home)),
      barredFrom(contested),
    ]);
    return { home, officers, shifts, barred, at: clock.now().getTime() };
  }

  /** Whether somebody may hear it now: whoever took it, else whoever is there. */
  async function mayHear(appeal: Appeal, personId: string): Promise<boolean> {
    if (appeal.ownerId !== null) return appeal.ownerId === personId;
    return appeal.state === 'waiting' && hearersOf(await benchOf(appeal), appeal.node).has(personId);
  }

  return { barredFrom, benchOf, mayHear };
}
