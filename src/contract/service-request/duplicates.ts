import { metresFrom, offset, type Point } from '../region/geometry';
import type { Answers, GridCategory } from './category';
import { isOpen, type RequestEvent, type RequestRole, type RequestState } from './lifecycle';

const dayMs = 86_400_000;

/**
 * Where what is reported in a public place is: of the thing, never of a person. A point is rounded; an address without
 * one is its building.
 */
export type Spot = { kind: 'point'; point: Point } | { kind: 'building'; building: string };

/** Degrees to four places: some 10 m. */
const rounded = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;

/** Whether neighbours may be told of a matter at all: a thing in a public place, under a name, and nothing else. */
export const isForNeighbours = (
  category: Pick<GridCategory, 'scope' | 'near'>,
  { anonymous }: { anonymous: boolean },
): boolean => category.scope === 'public' && category.near !== undefined && !anonymous;

/** The spot that is kept of a matter; undefined where neighbours are told nothing of it, or it lies nowhere in particular. */
export function spotOf(
  category: Pick<GridCategory, 'scope' | 'near'>,
  filing: { anonymous: boolean },
  place: { point?: Point | undefined; building?: string | null | undefined },
): Spot | undefined {
  return isForNeighbours(category, filing) ? spotAt(place) : undefined;
}

/** A place as it is compared. */
export function spotAt({
  point,
  building,
}: {
  point?: Point | undefined;
  building?: string | null | undefined;
}): Spot | undefined {
  if (point) return { kind: 'point', point: { lng: rounded(point.lng), lat: rounded(point.lat) } };
  return building ? { kind: 'building', building } : undefined;
}

/** Cells of some 250 m: what is near lies in the few around. */
const CELL = 0.0025;
const cell = (lng: number, lat: number): string => `${Math.floor(lng / CELL)}:${Math.floor(lat / CELL)}`;

/** The one key under which a spot is kept. */
export const cellOf = (spot: Spot): string =>
  spot.kind === 'building' ? `b${spot.building}` : cell(spot.point.lng, spot.point.lat);

/** Every key under which something within so many metres may be kept. */
export function cellsAround(spot: Spot, metres: number): string[] {
  if (spot.kind === 'building') return [cellOf(spot)];
  // Rounded both here and there; a little more than the plane of `offset` is off.
  const reach = metres * 1.01 + 1;
  const from = offset(spot.point, -reach, -reach);
  const to = offset(spot.point, reach, reach);
  const cells = new Set<string>();
  for (let lng = from.lng; ; lng = Math.min(lng + CELL, to.lng)) {
    for (let lat = from.lat; ; lat = Math.min(lat + CELL, to.lat)) {
      cells.add(cell(lng, lat));
      if (lat === to.lat) break;
    }
    if (lng === to.lng) break;
  }
  return [...cells];
}

/** Metres between two spots; 0 in one building, Infinity where they cannot be compared. */
export function metresBetween(a: Spot, b: Spot): number {
  if (a.kind === 'building' || b.kind === 'building')
    return a.kind === 'building' && b.kind === 'building' && a.building === b.building ? 0 : Infinity;
  const [east, north] = metresFrom(a.point, [b.point.lng, b.point.lat]);
  return Math.hypot(east, north);
}

/** What is known of a matter that may be the same. */
export interface Reported {
  category: string;
  state: RequestState;
  spot: Spot;
  createdAt: Date;
}

/** From when on reports of a category are recent. */
export const recentSince = (near: { days: number }, now: number): Date => new Date(now - near.days * dayMs);

/** Whether somebody who is about to report this should be asked whether it is the same: near in category, place and time, and not over. */
export function isNear(
  reported: Reported,
  asked: { category: string; spot: Spot },
  near: { metres: number; days: number },
  now: number,
): boolean {
  return (
    reported.category === asked.category &&
    mayJoin(reported.state) &&
    reported.createdAt >= recentSince(near, now) &&
    metresBetween(reported.spot, asked.spot) <= near.metres
  );
}

/** A matter can be joined while something is still to be done, or to be confirmed. */
export const mayJoin = (state: RequestState): boolean => isOpen(state);

/** Choices of the category's own questions tell what it is; what the filer wrote themself is theirs. */
export const toldOfAnswers = (category: Pick<GridCategory, 'attributes'>, answers: Answers): Answers =>
  Object.fromEntries(
    category.attributes
      .filter(({ choices, code }) => choices !== undefined && answers[code] !== undefined)
      .map(({ code }) => [code, answers[code] as Answers[string]]),
  );

/** What the team can say to all who follow. */
export const mayBeForAll = (event: RequestEvent): boolean => event === 'reply' || event === 'resolve';

/** An outcome is for all who wait for it; a reply may speak of whoever filed it, and is theirs unless the team says so. */
export const isForAllUnlessSaid = (event: RequestEvent): boolean => event === 'resolve';

/** A step, as far as the outcome goes by it. */
export interface OutcomeStep {
  event: RequestEvent;
  role: RequestRole;
  state: RequestState;
  /** The team means it for all who follow. */
  forAll?: boolean;
}

/**
 * What those who joined see of a timeline: where it stands, step by step, and what the team said to all. Steps that
 * change nothing for them are the filer's, and left out; words and photos go with `forAll` alone.
 */
export function outcomeOf<T extends OutcomeStep>(timeline: readonly T[]): { step: T; withWords: boolean }[] {
  return timeline.flatMap((step, at) => {
    const moved = step.state !== timeline[at - 1]?.state;
    const forAll = step.role === 'handler' && step.forAll === true;
    return moved || forAll ? [{ step, withWords: forAll }] : [];
  });
}
