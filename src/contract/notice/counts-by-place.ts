import { codeLengths } from '../region/code';
import { countsBelow, countsOf, type Reached, type ShownCounts } from './counts';

/** One table of how many a notice reached: what is said of a place, and of the places that make it up. */
export interface CountsTable {
  total: ShownCounts;
  rows: { node: string; counts: ShownCounts; hasBelow: boolean }[];
}

type ByCommunity = ReadonlyMap<string, Reached>;

/** A place with all its communities that have a reader. */
interface Place {
  node: string;
  communities: ByCommunity;
  said: ShownCounts;
}

function sumOf(all: ByCommunity): Reached {
  const sum = { audience: 0, delivered: 0, opened: 0, acknowledged: 0 };
  for (const { audience, delivered, opened, acknowledged } of all.values()) {
    sum.audience += audience;
    sum.delivered += delivered;
    sum.opened += opened;
    sum.acknowledged += acknowledged;
  }
  return sum;
}

function grouped(all: ByCommunity, of: (community: string) => string): Map<string, Map<string, Reached>> {
  const groups = new Map<string, Map<string, Reached>>();
  for (const [community, reached] of all) {
    const group = groups.get(of(community)) ?? new Map<string, Reached>();
    groups.set(of(community), group.set(community, reached));
  }
  return groups;
}

/** The first level below on which there is more than one place: where there is one, its numbers are those above it. */
function split({ node, communities }: Place): Map<string, Map<string, Reached>> {
  const lengths = Object.values(codeLengths).filter(
    (length) => length > node.length && length <= codeLengths.community,
  );
  for (const length of lengths) {
    const groups = grouped(communities, (community) => community.slice(0, length));
    if (groups.size > 1) return groups;
  }
  return new Map();
}

/** @param beside who is counted in the place and lives in none of those below it */
function placesBelow(place: Place, beside: ByCommunity = new Map()): Place[] {
  const groups = [...split(place)];
  if (groups.length === 0) return [];
  const rows = [...groups.map(([, all]) => all), ...(beside.size > 0 ? [beside] : [])];
  const shown = countsBelow(rows.map(sumOf), place.said);
  return groups.flatMap(([node, communities], at) => {
    const said = shown[at];
    return said ? [{ node, communities, said }] : [];
  });
}

/**
 * How many a notice reached, level by level: the whole, or a place that stands in the table above it. From the top
 * down, so that no table tells what another hides: what is said of places adds up to what is said of the one above, and
 * below what is hidden nothing is said.
 * @param byCommunity by the community of who is reached; '' where they have none
 * @param from where the notice went out: who lives elsewhere and follows a place is in the whole alone
 * @param under undefined for the whole
 * @returns undefined where there is no such table
 */
export function countsTable(byCommunity: ByCommunity, from: string, under?: string): CountsTable | undefined {
  const here = from.slice(0, codeLengths.community);
  const parts = grouped(byCommunity, (community) => String(community.startsWith(here)));
  let place: Place = {
    node: '',
    communities: parts.get('true') ?? new Map<string, Reached>(),
    said: countsOf(sumOf(byCommunity)),
  };
  let below = placesBelow(place, parts.get('false'));
  while (under !== undefined && place.node !== under) {
    const next = below.find(({ node }) => under.startsWith(node));
    if (!next) return undefined;
    place = next;
    below = placesBelow(place);
  }
  if (under !== undefined && below.length === 0) return undefined;
  return {
    total: place.said,
    rows: below.map((each) => ({
      node: each.node,
      counts: each.said,
      hasBelow: placesBelow(each).length > 0,
    })),
  };
}
