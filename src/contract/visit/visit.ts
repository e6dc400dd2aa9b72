import type { RequestEvent } from '../service-request/lifecycle';
import { LEAD, type Slot } from './slots';

/** How often a resident may choose another hour: somebody else could have had each. */
export const MOVES = 2;
/** A worker leaves a choice, and keeps the rest of the week. */
export const OFFERED = { least: 2, most: 3 } as const;

/** What is arranged for a request. */
export interface Arranged {
  workerId: string;
  /** What the worker offers to choose from; empty where the resident chose from the open hours. */
  offered: readonly Slot[];
  /** What was chosen. */
  booked?: Slot;
  /** How often the resident chose another hour since. */
  moves: number;
}

export const visitEvents = [
  'offer-visit',
  'book-visit',
  'cancel-visit',
  'call-off-visit',
] as const satisfies readonly RequestEvent[];
export type VisitEvent = (typeof visitEvents)[number];

export const isVisitEvent = (event: RequestEvent): event is VisitEvent =>
  (visitEvents as readonly RequestEvent[]).includes(event);

/** What a rule needs to know of a request to say whether somebody can come for it. */
export interface Visited {
  /** Its category is one for which somebody comes. */
  takesVisits: boolean;
  /** Whoever comes to the door knows who asked. */
  anonymous: boolean;
  /** Who has it; nobody comes for what nobody took. */
  ownerId: string | null;
}

/** Why a step is refused that the state of the request allows; each says in the registry of errors what to do instead. */
export type VisitRefusal = 'visit-not-here' | 'visit-none' | 'visit-too-late' | 'visit-moved-often';

/** What was chosen, as long as it is not over. */
const ahead = (arranged: Arranged | undefined, now: number): Slot | undefined =>
  arranged?.booked && arranged.booked.until > now ? arranged.booked : undefined;

/** Whether it is still before the visit, and nobody has set out. */
const mayStillMove = ({ from }: Slot, now: number): boolean => now <= from - LEAD;

/**
 * Why a step of a visit is refused now (epoch ms); undefined when it is not. The team may call a visit off whenever it has
 * to; the resident moves or cancels it until an hour before, and moves it twice. What is over can be arranged anew.
 */
export function visitRefusal(
  event: VisitEvent,
  request: Visited,
  arranged: Arranged | undefined,
  now: number,
): VisitRefusal | undefined {
  if (!request.takesVisits || request.anonymous) return 'visit-not-here';
  const coming = ahead(arranged, now);
  switch (event) {
    case 'offer-visit':
      return undefined;
    case 'book-visit':
      if (!arranged && request.ownerId === null) return 'visit-not-here';
      if (!coming) return undefined;
      if (!mayStillMove(coming, now)) return 'visit-too-late';
      return (arranged?.moves ?? 0) >= MOVES ? 'visit-moved-often' : undefined;
    case 'cancel-visit':
      if (!coming) return 'visit-none';
      return mayStillMove(coming, now) ? undefined : 'visit-too-late';
    case 'call-off-visit':
      return coming || (arranged && !arranged.booked) ? undefined : 'visit-none';
  }
}

/** Which of these hours the resident may choose: of what was offered what is still open; without an offer, any open one. */
export function choosable(arranged: Arranged | undefined, open: readonly Slot[]): Slot[] {
  const isMoved = arranged?.booked !== undefined;
  if (!arranged || isMoved || arranged.offered.length === 0) return [...open];
  return arranged.offered.filter(({ from }) => open.some((slot) => slot.from === from));
}

/** Whose time it takes: of who offered it or was chosen, else of who has the matter. */
export const visitorOf = (arranged: Arranged | undefined, ownerId: string | null): string | null =>
  arranged?.workerId ?? ownerId;

/** What is arranged after a step; undefined when nobody comes any more. To be called of what was not refused. */
export function arrangedAfter(
  event: VisitEvent,
  before: Arranged | undefined,
  { workerId, slots }: { workerId: string; slots: readonly Slot[] },
  now: number,
): Arranged | undefined {
  const [chosen] = slots;
  switch (event) {
    case 'offer-visit':
      return { workerId, offered: slots, moves: 0 };
    case 'book-visit':
      return {
        workerId,
        offered: before?.offered ?? [],
        moves: ahead(before, now) ? (before?.moves ?? 0) + 1 : 0,
        ...(chosen ? { booked: chosen } : {}),
      };
    case 'cancel-visit':
    case 'call-off-visit':
      return undefined;
  }
}
