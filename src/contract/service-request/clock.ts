import {
  afterWorkingDays,
  afterWorkingTime,
  dueAfter,
  isProvisional,
  type Office,
  type WorkingLimit,
  workingTimeBetween,
} from '../working-time/reckon';
import type { RequestEvent, RequestState } from './lifecycle';

const dayMs = 86_400_000;
/** A question to the resident stops the clock so often, and so many working days each time; then it runs on. */
export const QUESTIONS = 2;
export const QUESTION_DAYS = 3;
/** Calendar days after which a matter that is said to be done closes itself, and in which it can be taken up again. */
export const CONFIRM_DAYS = 7;
export const REOPEN_DAYS = 30;
/** An urge counts once in so long (ms): more often it says nothing new. */
export const URGE_AGAIN = dayMs;
const WARN_AT = 0.8;

/** A step of the timeline. */
export interface TimedStep {
  event: RequestEvent;
  state: RequestState;
  at: Date;
}

/** What a request waits for, and until when. Moments are epoch ms. */
export interface RequestClock {
  /** Accepting and resolving are the team's; confirming is the filer's, after which it closes itself. */
  waitsFor: 'accept' | 'resolve' | 'confirm';
  dueAt: number;
  /** From here on it is nearly due. */
  warnAt: number;
  /** The resident was asked something: until this moment the clock stands. */
  standsUntil?: number;
  /** Reckoned over a year whose holidays are not known yet. */
  provisional: boolean;
}

/** Where the clock of a state began, and how long it has stood since. */
interface Run {
  from: number;
  stood: number;
  standsUntil?: number;
}

/** The matter is taken up anew with each of these. */
const begins: readonly RequestEvent[] = ['submit', 'dispute', 'reopen'];

/** Since it was last taken up; a question stands for the clock until it is answered, or until its days are over. */
function runOf(timeline: readonly TimedStep[], now: number, office: Office): Run {
  let run: Run = { from: 0, stood: 0 };
  let asked = 0;
  let since: number | undefined;
  const answered = (at: number): void => {
    if (since === undefined) return;
    const until = Math.min(at, afterWorkingDays(since, QUESTION_DAYS, office));
    run = { ...run, stood: run.stood + workingTimeBetween(since, until, office) };
    since = undefined;
  };
  for (const { event, state, at: time } of timeline) {
    const at = time.getTime();
    if (begins.includes(event)) [run, asked, since] = [{ from: at, stood: 0 }, 0, undefined];
    else if (event === 'ask') {
      asked += 1;
      since = asked <= QUESTIONS ? at : undefined;
    } else if (state !== 'waiting') answered(at);
  }
  if (since !== undefined) {
    const standsUntil = afterWorkingDays(since, QUESTION_DAYS, office);
    answered(standsUntil);
    if (now < standsUntil) run = { ...run, standsUntil };
  }
  return run;
}

/**
 * What a request waits for now; undefined when it has ended. Everything follows from its timeline, the limits of its
 * category and the office's time, so that a new calendar needs nothing but to reckon again.
 */
export function clockOf(
  timeline: readonly TimedStep[],
  limits: { accept: WorkingLimit; resolve: WorkingLimit },
  office: Office,
  now: number,
): RequestClock | undefined {
  const last = timeline.at(-1);
  if (!last) return undefined;
  switch (last.state) {
    case 'closed':
    case 'referred':
    case 'withdrawn':
      return undefined;
    case 'resolved': {
      const resolved = lastOf(timeline, ({ event }) => event === 'resolve') ?? last;
      const dueAt = resolved.at.getTime() + CONFIRM_DAYS * dayMs;
      return { waitsFor: 'confirm', dueAt, warnAt: dueAt - dayMs, provisional: false };
    }
    case 'submitted':
    case 'accepted':
    case 'assigned':
    case 'in_progress':
    case 'waiting': {
      const run = runOf(timeline, now, office);
      const waitsFor = last.state === 'submitted' ? 'accept' : 'resolve';
      const limit = dueAfter(run.from, limits[waitsFor], office);
      const dueAt = run.stood === 0 ? limit : afterWorkingTime(limit, run.stood, office);
      const whole = workingTimeBetween(run.from, limit, office);
      return {
        waitsFor,
        dueAt,
        warnAt: afterWorkingTime(run.from, whole * WARN_AT + run.stood, office),
        ...(run.standsUntil === undefined ? {} : { standsUntil: run.standsUntil }),
        provisional: isProvisional(run.from, dueAt, office),
      };
    }
  }
}

/** Whether an urge says anything new. */
export const mayUrge = (timeline: readonly TimedStep[], now: number): boolean =>
  !timeline.some(({ event, at }) => event === 'urge' && now - at.getTime() < URGE_AGAIN);

/** Until when what is closed can be taken up again (epoch ms); undefined for what is not closed. */
export function reopenBy(timeline: readonly TimedStep[]): number | undefined {
  const last = timeline.at(-1);
  return last?.state === 'closed' ? last.at.getTime() + REOPEN_DAYS * dayMs : undefined;
}

/** Whether what is closed can still be taken up again. */
export function mayReopen(timeline: readonly TimedStep[], now: number): boolean {
  const closed = lastOf(timeline, ({ event }) => event === 'confirm' || event === 'time-out');
  return !closed || now - closed.at.getTime() <= REOPEN_DAYS * dayMs;
}

function lastOf(timeline: readonly TimedStep[], holds: (step: TimedStep) => boolean): TimedStep | undefined {
  return [...timeline].reverse().find(holds);
}
