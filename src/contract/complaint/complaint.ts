import { fail, ok, type Result } from '../result';
import { holds, type Grant } from '../role';
import type { WorkCalendar } from '../working-time/calendar';
import { endOfWorkingDay } from '../working-time/reckon';
import { type HandledBy, isConcerned } from './handling';

/**
 * About the app itself: something wrong, an idea, or something held about me that is not true. `handling`: how a
 * request of mine was handled.
 */
export const complaintKinds = ['complaint', 'suggestion', 'correction', 'handling'] as const;
export type ComplaintKind = (typeof complaintKinds)[number];

/** `waiting`: for an answer. `settled`: who wrote it says so. */
export const complaintStates = ['waiting', 'answered', 'settled'] as const;
export type ComplaintState = (typeof complaintStates)[number];

/** What happens to it, and who may do it: who wrote it, who answers, or the clock. */
export const complaintEvents = {
  file: 'filer',
  add: 'filer',
  answer: 'officer',
  settle: 'filer',
  escalate: 'system',
} as const;
export type ComplaintEvent = keyof typeof complaintEvents;
export type ComplaintRole = (typeof complaintEvents)[ComplaintEvent];

/** Answered within so many working days; that day is said when it is filed, and anew when more is asked. */
export const complaintWorkingDays: Readonly<Record<ComplaintKind, number>> = {
  complaint: 5,
  suggestion: 5,
  correction: 5,
  // As published for complaints of this kind.
  handling: 13,
};
export const complaintAnswerBy = (from: number, calendar: WorkCalendar, kind: ComplaintKind): number =>
  endOfWorkingDay(from, complaintWorkingDays[kind], calendar);

/** States × events. What is added to an answer asks again; nothing is ever closed to who wrote it. */
const table: Readonly<Record<ComplaintState, Partial<Record<ComplaintEvent, ComplaintState>>>> = {
  waiting: { add: 'waiting', answer: 'answered', escalate: 'waiting' },
  answered: { add: 'waiting', answer: 'answered', settle: 'settled' },
  settled: { add: 'waiting' },
};

export function complaintTransition(
  state: ComplaintState,
  event: ComplaintEvent,
  role: ComplaintRole,
): Result<ComplaintState, 'event-refused'> {
  const next = complaintEvents[event] === role ? table[state][event] : undefined;
  return next === undefined ? fail('event-refused') : ok(next);
}

export const possibleComplaintEvents = (state: ComplaintState, role: ComplaintRole): ComplaintEvent[] =>
  (Object.keys(complaintEvents) as ComplaintEvent[]).filter(
    (event) => complaintTransition(state, event, role).ok,
  );

/** What a rule needs to know of a complaint to say who may see it. */
export interface ComplaintParties {
  filerId: string;
  county: string;
  /** Of one about handling: the node that answers it, and whom it concerns. */
  handling?: { node: string; by: HandledBy };
}

/**
 * Who somebody is to it. About the app the county answers, not the community it may be about; about handling the level
 * above those it concerns, and they themselves never, whatever they are up there.
 */
export function complaintRole(
  { filerId, county, handling }: ComplaintParties,
  viewer: { id: string; grants: readonly Grant[] },
): 'filer' | 'officer' | 'none' {
  if (viewer.id === filerId) return 'filer';
  if (handling && isConcerned(handling.by, viewer)) return 'none';
  return holds(viewer.grants, 'officer', handling?.node ?? county) ? 'officer' : 'none';
}
