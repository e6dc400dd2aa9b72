import type { Audience, Reader } from './audience';
import { isFor, placeOf } from './audience';

/** A place somebody wants to hear of besides their home: a parent's village. */
export interface Followed {
  node: string;
  label: string;
}

/** At most so many places besides one's home. */
export const MOST_FOLLOWED = 5;

/** One card however many of somebody's places it is for. */
export const isForAny = (audience: Audience, readers: readonly Reader[]): boolean =>
  readers.some((reader) => isFor(audience, reader));

/**
 * The parts of a reader's place that a notice is for, where it is not for the whole: the page marks it "for buildings
 * 3, 5 and 7". Empty where it is for all of it, or for the very building.
 */
export function partsFor({ include }: Pick<Audience, 'include'>, reader: Reader): string[] {
  const at = placeOf(reader);
  if (include.some((node) => at.startsWith(node))) return [];
  return include.filter((node) => node !== at && node.startsWith(at));
}
