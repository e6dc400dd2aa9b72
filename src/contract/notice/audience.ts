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

const place = (reader: Reader): string => reader.building ?? reader.home;

/**
 * Whether a notice is for a reader. Codes nest by prefix; an exception always wins.
 * A reader who gave no building is also reached by notices for buildings of their grid (marked as such on the page),
 * and is not taken out by an exception for a building.
 */
export function isFor(audience: Audience, reader: Reader): boolean {
  const at = place(reader);
  if (audience.except.some((node) => at.startsWith(node))) return false;
  return audience.include.some(
    (node) => at.startsWith(node) || (!reader.building && node.length === 18 && node.startsWith(reader.home)),
  );
}
