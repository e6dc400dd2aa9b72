import { codeLengths, isBuildingCode } from '../region/code';
import type { Audience } from './audience';

const holds = (nodes: readonly string[], node: string): boolean =>
  nodes.some((each) => node.startsWith(each));
const without = (nodes: readonly string[], node: string): string[] =>
  nodes.filter((each) => !each.startsWith(node));

/** Whether all of a node is meant, but for exceptions within it. */
export const isChosen = ({ include, except }: Audience, node: string): boolean =>
  holds(include, node) && !holds(except, node);

/** Whether a node lies within an exception, which always wins: it cannot be chosen by itself. */
export const isBarred = ({ except }: Audience, node: string): boolean =>
  except.some((each) => node !== each && node.startsWith(each));

/** Whether something below a node is meant, and not all of it. */
export const isPartly = (audience: Audience, node: string): boolean =>
  (!isChosen(audience, node) && audience.include.some((each) => each !== node && each.startsWith(node))) ||
  (isChosen(audience, node) && audience.except.some((each) => each.startsWith(node)));

/**
 * One node more or one less, as an author taps it: within what is chosen, less is an exception. What is said of places
 * below it goes with it.
 */
export function toggled(audience: Audience, node: string): Audience {
  const include = without(audience.include, node);
  const except = without(audience.except, node);
  if (!isChosen(audience, node))
    return { include: holds(include, node) ? include : [...include, node], except };
  return holds(include, node) ? { include, except: [...except, node] } : { include, except };
}

/** A line of what an author chose: some buildings of a grid, or a node with its exceptions. */
export type Chosen =
  | { node: string; buildings: readonly string[] }
  | { node: string; except: readonly string[] };

/** As it is read out before sending, a line for each place. */
export function chosenOf({ include, except }: Audience): Chosen[] {
  const grids = new Map<string, string[]>();
  const lines: Chosen[] = [];
  for (const node of include)
    if (isBuildingCode(node)) {
      const grid = node.slice(0, codeLengths.grid);
      const others = grids.get(grid) ?? [];
      if (others.length === 0) lines.push({ node: grid, buildings: others });
      grids.set(grid, others);
      others.push(node);
    } else lines.push({ node, except: except.filter((each) => each.startsWith(node)) });
  return lines;
}

/** What stands before a building's number: the name of its estate. */
const estateOf = (name: string): string => /^(\D*)\d/.exec(name)?.[1] ?? '';

/** Without the name of the estate where all of a grid is one estate: 桂语苑 3 幢 → 3 幢. */
export function shortNames(names: readonly string[], ofGrid: readonly string[]): string[] {
  const [estate = '', ...others] = new Set(ofGrid.map(estateOf));
  if (others.length > 0) return [...names];
  return names.map((name) => (name.startsWith(estate) ? name.slice(estate.length) : name));
}

/** 3 幢, 4 幢, 5 幢 → 3、4、5 幢: what all end with is said once. */
export function namesTogether(names: readonly string[], between: string): string {
  const parts = names.map((name) => /^(.*?\d)(\D*)$/.exec(name));
  const ends = new Set(parts.map((part) => part?.[2]));
  const [end] = ends;
  if (ends.size !== 1 || end === undefined || names.length < 2) return names.join(between);
  return parts.map((part) => part?.[1]).join(between) + end;
}
