import { atLevel, type Level } from '../region/code';
import { onDutyAt, type Shift } from './roster';

/** From the first that hears an appeal to the last. */
export const hearingLevels = ['community', 'township', 'county', 'city'] as const satisfies readonly Level[];

/** The places that may hear an appeal of somebody who lives there, the nearest first. */
export const hearingPlaces = (home: string): string[] =>
  hearingLevels.flatMap((level) => atLevel(home, level) ?? []);

/** An officer of a node. */
export interface Officer {
  personId: string;
  node: string;
  /** The community has seen them: whoever acts on colours is a confirmed person. */
  confirmed: boolean;
}

/** What it takes to say who hears an appeal at an instant. */
export interface Bench {
  /** Where the person lives. */
  home: string;
  officers: readonly Officer[];
  shifts: readonly Shift[];
  /** Whoever entered or signed the fact, level or rule; the person, their family, and who filed it for them. */
  barred: ReadonlySet<string>;
  /** Epoch ms. */
  at: number;
}

const mayAtAll = ({ barred }: Bench, { personId, confirmed }: Officer): boolean =>
  confirmed && !barred.has(personId);

/** Who is there to hear it at one node: an officer of that very node, on duty now. */
function attendants(bench: Bench, node: string): string[] {
  const onDuty = onDutyAt(bench.shifts, node, bench.at);
  return bench.officers
    .filter((officer) => officer.node === node && onDuty.has(officer.personId) && mayAtAll(bench, officer))
    .map(({ personId }) => personId);
}

/** Where it lies: at the first node from `from` upward at which somebody is there, else at the last. */
export function climb(bench: Bench, from: string): string {
  const upward = hearingPlaces(bench.home).filter((place) => place.length <= from.length);
  return upward.find((place) => attendants(bench, place).length > 0) ?? upward.at(-1) ?? from;
}

/** The node above in the order of hearing; undefined at the last. */
export const nodeAbove = (home: string, node: string): string | undefined =>
  hearingPlaces(home).find((place) => place.length < node.length);

/**
 * Who may hear it where it lies. Where nobody is on duty from there to the top, it must not lie unheard: then any
 * officer of the person's place and above may, on duty or not.
 */
export function hearersOf(bench: Bench, node: string): Set<string> {
  const there = attendants(bench, node);
  if (there.length > 0) return new Set(there);
  if (attendants(bench, climb(bench, node)).length > 0) return new Set();
  return new Set(
    bench.officers
      .filter((officer) => bench.home.startsWith(officer.node) && mayAtAll(bench, officer))
      .map(({ personId }) => personId),
  );
}
