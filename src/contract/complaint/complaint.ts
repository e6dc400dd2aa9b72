import { fail, ok, type Result } from '../result';
import { holds, type Grant } from '../role';
import type { WorkCalendar } from '../working-time/calendar';
import { endOfWorkingDay } from '../working-time/reckon';

/** About the app itself: something wrong, an idea, or something held about me that is not true. */
export const complaintKinds = ['complaint', 'suggestion', 'correction'] as const;
export type ComplaintKind = (typeof complaintKinds)[number];

/** `waiting`: for the county's answer. `settled`: who wrote it says so. */
export const complaintStates = ['waiting', 'answered', 'settled'] as const;
export type ComplaintState = (typeof complaintStates)[number];

/** What happens to it, and who may do it: who wrote it, or the county. */
export const complaintEvents = { file: 'filer', add: 'filer', answer: 'officer', settle: 'filer' } as const;
export type ComplaintEvent = keyof typeof complaintEvents;
export type ComplaintRole = (typeof complaintEvents)[ComplaintEvent];

/** Answered within so many working days; that day is said when it is filed, and anew when more is asked. */
export const COMPLAINT_WORKING_DAYS = 5;
export const complaintAnswerBy = (from: number, calendar: WorkCalendar): number =>
  endOfWorkingDay(from, COMPLAINT_WORKING_DAYS, calendar);

/** States × events. What is added to an answer asks again; nothing is ever closed to who wrote it. */
const table: Readonly<Record<ComplaintState, Partial<Record<ComplaintEvent, ComplaintState>>>> = {
  waiting: { add: 'waiting', answer: 'answered' },
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

/** Who somebody is to it. The county answers, not the community it may be about. */
export function complaintRole(
  { filerId, county }: { filerId: string; county: string },
  viewer: { id: string; grants: readonly Grant[] },
): ComplaintRole | 'none' {
  if (viewer.id === filerId) return 'filer';
  return holds(viewer.grants, 'officer', county) ? 'officer' : 'none';
}
