/**
 * The life of an appeal 申诉 against a colour: states × events × role, as one pure table.
 * Filed, it is re-evaluated at once; what the rules do not clear is heard by a human. Asking for evidence stops no clock.
 */
export const appealStates = [
  'filed',
  'waiting',
  'taken',
  'asked',
  'answered-by-rules',
  'granted',
  'refused',
  'withdrawn',
] as const;
export type AppealState = (typeof appealStates)[number];

/** `bearer` carried it to the desk for the person and may bring more; the rest is the person's own, or their family's. */
export type AppealRole = 'appellant' | 'bearer' | 'hearer' | 'system';

export const appealEvents = {
  file: ['appellant', 'bearer'],
  add: ['appellant', 'bearer'],
  withdraw: ['appellant'],
  take: ['hearer'],
  ask: ['hearer'],
  grant: ['hearer'],
  refuse: ['hearer'],
  /** Decided afresh: the reason is gone. */
  clear: ['system'],
  /** Decided afresh: the reason stands. */
  stand: ['system'],
  warn: ['system'],
  /** Nobody answered in time: one level up. */
  escalate: ['system'],
  /** Nobody is there who may hear it: one level up at once. */
  'pass-on': ['system'],
} as const satisfies Record<string, readonly AppealRole[]>;
export type AppealEvent = keyof typeof appealEvents;

/** Why an event is refused in a state; each has a text in the interface. */
export const appealRefusals = [
  'wrong-role',
  'already-filed',
  'being-recounted',
  'already-recounted',
  'not-taken-yet',
  'already-taken',
  'already-asked',
  'already-answered',
  'withdrawn',
] as const;
export type AppealRefusal = (typeof appealRefusals)[number];

type Cell = { next: AppealState } | { refused: AppealRefusal };
const to = (next: AppealState): Cell => ({ next });
const no = (refused: AppealRefusal): Cell => ({ refused });

/** A row gives every event its cell, so that a pair left out does not compile. */
type Row = Record<AppealEvent, Cell>;

const all = (refusal: AppealRefusal): Row =>
  Object.fromEntries(Object.keys(appealEvents).map((event) => [event, no(refusal)])) as Row;

const table: Record<AppealState, Row> = {
  filed: {
    ...all('being-recounted'),
    file: no('already-filed'),
    clear: to('answered-by-rules'),
    stand: to('waiting'),
  },
  waiting: {
    file: no('already-filed'),
    add: to('waiting'),
    withdraw: to('withdrawn'),
    take: to('taken'),
    ask: no('not-taken-yet'),
    grant: no('not-taken-yet'),
    refuse: no('not-taken-yet'),
    clear: to('answered-by-rules'),
    stand: no('already-recounted'),
    warn: to('waiting'),
    escalate: to('waiting'),
    'pass-on': to('waiting'),
  },
  taken: {
    file: no('already-filed'),
    add: to('taken'),
    withdraw: to('withdrawn'),
    take: no('already-taken'),
    ask: to('asked'),
    grant: to('granted'),
    refuse: to('refused'),
    clear: to('answered-by-rules'),
    stand: no('already-recounted'),
    warn: to('taken'),
    escalate: to('waiting'),
    'pass-on': no('already-taken'),
  },
  asked: {
    file: no('already-filed'),
    add: to('taken'),
    withdraw: to('withdrawn'),
    take: no('already-taken'),
    ask: no('already-asked'),
    grant: to('granted'),
    refuse: to('refused'),
    clear: to('answered-by-rules'),
    stand: no('already-recounted'),
    warn: to('asked'),
    escalate: to('waiting'),
    'pass-on': no('already-taken'),
  },
  'answered-by-rules': all('already-answered'),
  granted: all('already-answered'),
  refused: all('already-answered'),
  withdrawn: all('withdrawn'),
};

export type AppealOutcome = { ok: true; next: AppealState } | { ok: false; reason: AppealRefusal };

/** What an event does to an appeal in a state, caused by a role. Total: every triple has an answer. */
export function appealTransition(state: AppealState, event: AppealEvent, role: AppealRole): AppealOutcome {
  const may: readonly AppealRole[] = appealEvents[event];
  if (!may.includes(role)) return { ok: false, reason: 'wrong-role' };
  const cell = table[state][event];
  return 'next' in cell ? { ok: true, next: cell.next } : { ok: false, reason: cell.refused };
}

/** The events a role can cause now, in the order of the table: what the interface offers as buttons. */
export const possibleAppealEvents = (state: AppealState, role: AppealRole): AppealEvent[] =>
  (Object.keys(appealEvents) as AppealEvent[]).filter((event) => appealTransition(state, event, role).ok);

/** Open: somebody still owes an answer. */
export const openAppealStates: readonly AppealState[] = ['waiting', 'taken', 'asked'];
export const isOpenAppeal = (state: AppealState): boolean => openAppealStates.includes(state);
