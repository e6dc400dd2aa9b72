import { lineage } from '../region/code';

/** To whom a notice goes: nodes of the tree (a grid, a community, …, a building), with exceptions. */
export interface Audience {
  include: readonly string[];
  except: readonly string[];
}

/** Where a reader lives: a grid (or a community while unsure), and the building where given. */
export interface Reader {
  home: string;
  building?: string | undefined;
}

/** The most exact code that is known of where a reader lives. */
export const placeOf = (reader: Reader): string => reader.building ?? reader.home;

/**
 * Whether a notice is for a reader. Codes nest by prefix; an exception always wins.
 * A notice for a part of what is known – a building of the grid, where no building was given – reaches the reader too,
 * since they may live there (the page says for which part it is); an exception for a part takes nobody else out.
 */
export function isFor(audience: Audience, reader: Reader): boolean {
  const at = placeOf(reader);
  if (audience.except.some((node) => at.startsWith(node))) return false;
  return audience.include.some((node) => at.startsWith(node) || node.startsWith(at));
}

/** The same as `isFor`, made ready once for very many readers: what it costs each does not grow with the audience. */
export function audienceTest({ include, except }: Audience): (reader: Reader) => boolean {
  const isIn = nestTest(include);
  const isOut = nestTest(except);
  // Whoever lives in what only a part of is meant may live in that part.
  const wholes = new Set(include.flatMap(lineage));
  return (reader) => {
    const at = placeOf(reader);
    return !isOut(at) && (wholes.has(at) || isIn(at));
  };
}

/** Whether a place is one of some nodes or lies under one: of its beginnings only those as long as a node are looked up. */
function nestTest(nodes: readonly string[]): (at: string) => boolean {
  const known = new Set(nodes);
  const lengths = [...new Set(nodes.map((node) => node.length))];
  return (at) => lengths.some((length) => known.has(at.slice(0, length)));
}
