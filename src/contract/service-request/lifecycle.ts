/**
 * The life of a service request: states × events × role, as one pure table.
 * 发现上报 → 立案 → 派遣 → 处置 → 核查 → 结案; *resolved* is the worker's word, *closed* the resident's.
 */
export const requestStates = [
  'submitted',
  'accepted',
  'assigned',
  'in_progress',
  'waiting',
  'resolved',
  'closed',
  'referred',
  'withdrawn',
] as const;
export type RequestState = (typeof requestStates)[number];

/** Who may cause an event. `filer` is the resident whose request it is; `handler` one of the grid's team. */
export type RequestRole = 'filer' | 'handler' | 'system';

export const requestEvents = {
  submit: 'filer',
  add: 'filer',
  urge: 'filer',
  answer: 'filer',
  confirm: 'filer',
  dispute: 'filer',
  reopen: 'filer',
  withdraw: 'filer',
  'book-visit': 'filer',
  'cancel-visit': 'filer',
  accept: 'handler',
  assign: 'handler',
  start: 'handler',
  reply: 'handler',
  ask: 'handler',
  refer: 'handler',
  resolve: 'handler',
  'offer-visit': 'handler',
  'call-off-visit': 'handler',
  escalate: 'system',
  'time-out': 'system',
} as const satisfies Record<string, RequestRole>;
export type RequestEvent = keyof typeof requestEvents;

/** Why an event is refused in a state; each has a text in the interface. */
export const refusals = [
  'wrong-role',
  'already-filed',
  'not-accepted-yet',
  'already-accepted',
  'already-started',
  'nothing-asked',
  'waiting-for-resident',
  'not-resolved-yet',
  'waiting-for-confirmation',
  'already-closed',
  'referred-elsewhere',
  'withdrawn',
  // By time rather than by state: see clock.ts.
  'urged-lately',
  // By whose it is: see behalf.ts.
  'nobody-to-ask',
  'too-late-to-reopen',
] as const;
export type Refusal = (typeof refusals)[number];

type Cell = { next: RequestState } | { refused: Refusal };
const to = (next: RequestState): Cell => ({ next });
const no = (refused: Refusal): Cell => ({ refused });

/** A row gives every event its cell, so that a pair left out does not compile. */
type Row = Record<RequestEvent, Cell>;

const ended = (reason: Refusal): Row =>
  Object.fromEntries(Object.keys(requestEvents).map((event) => [event, no(reason)])) as Row;

const table: Record<RequestState, Row> = {
  submitted: {
    submit: no('already-filed'),
    add: to('submitted'),
    urge: to('submitted'),
    answer: no('nothing-asked'),
    confirm: no('not-resolved-yet'),
    dispute: no('not-resolved-yet'),
    reopen: no('not-resolved-yet'),
    withdraw: to('withdrawn'),
    accept: to('accepted'),
    assign: to('assigned'),
    start: no('not-accepted-yet'),
    reply: no('not-accepted-yet'),
    ask: no('not-accepted-yet'),
    refer: to('referred'),
    resolve: no('not-accepted-yet'),
    'book-visit': no('not-accepted-yet'),
    'cancel-visit': no('not-accepted-yet'),
    'offer-visit': no('not-accepted-yet'),
    'call-off-visit': no('not-accepted-yet'),
    escalate: to('submitted'),
    'time-out': no('not-resolved-yet'),
  },
  accepted: {
    submit: no('already-filed'),
    add: to('accepted'),
    urge: to('accepted'),
    answer: no('nothing-asked'),
    confirm: no('not-resolved-yet'),
    dispute: no('not-resolved-yet'),
    reopen: no('not-resolved-yet'),
    withdraw: to('withdrawn'),
    accept: no('already-accepted'),
    assign: to('assigned'),
    start: to('in_progress'),
    reply: to('accepted'),
    ask: to('waiting'),
    refer: to('referred'),
    resolve: to('resolved'),
    'book-visit': to('accepted'),
    'cancel-visit': to('accepted'),
    'offer-visit': to('in_progress'),
    'call-off-visit': to('accepted'),
    escalate: to('accepted'),
    'time-out': no('not-resolved-yet'),
  },
  assigned: {
    submit: no('already-filed'),
    add: to('assigned'),
    urge: to('assigned'),
    answer: no('nothing-asked'),
    confirm: no('not-resolved-yet'),
    dispute: no('not-resolved-yet'),
    reopen: no('not-resolved-yet'),
    withdraw: to('withdrawn'),
    accept: to('accepted'),
    assign: to('assigned'),
    start: to('in_progress'),
    reply: to('assigned'),
    ask: to('waiting'),
    refer: to('referred'),
    resolve: to('resolved'),
    'book-visit': to('assigned'),
    'cancel-visit': to('assigned'),
    'offer-visit': to('in_progress'),
    'call-off-visit': to('assigned'),
    escalate: to('assigned'),
    'time-out': no('not-resolved-yet'),
  },
  in_progress: {
    submit: no('already-filed'),
    add: to('in_progress'),
    urge: to('in_progress'),
    answer: no('nothing-asked'),
    confirm: no('not-resolved-yet'),
    dispute: no('not-resolved-yet'),
    reopen: no('not-resolved-yet'),
    withdraw: to('withdrawn'),
    accept: no('already-accepted'),
    assign: to('assigned'),
    start: no('already-started'),
    reply: to('in_progress'),
    ask: to('waiting'),
    refer: to('referred'),
    resolve: to('resolved'),
    'book-visit': to('in_progress'),
    'cancel-visit': to('in_progress'),
    'offer-visit': to('in_progress'),
    'call-off-visit': to('in_progress'),
    escalate: to('in_progress'),
    'time-out': no('not-resolved-yet'),
  },
  waiting: {
    submit: no('already-filed'),
    add: to('waiting'),
    urge: no('waiting-for-resident'),
    answer: to('in_progress'),
    confirm: no('not-resolved-yet'),
    dispute: no('not-resolved-yet'),
    reopen: no('not-resolved-yet'),
    withdraw: to('withdrawn'),
    accept: no('already-accepted'),
    assign: to('assigned'),
    start: to('in_progress'),
    reply: to('waiting'),
    ask: no('waiting-for-resident'),
    refer: to('referred'),
    resolve: to('resolved'),
    'book-visit': to('waiting'),
    'cancel-visit': to('waiting'),
    'offer-visit': to('waiting'),
    'call-off-visit': to('waiting'),
    escalate: to('waiting'),
    'time-out': no('not-resolved-yet'),
  },
  resolved: {
    submit: no('already-filed'),
    add: to('resolved'),
    urge: no('waiting-for-confirmation'),
    answer: no('nothing-asked'),
    confirm: to('closed'),
    dispute: to('in_progress'),
    reopen: no('waiting-for-confirmation'),
    withdraw: no('waiting-for-confirmation'),
    accept: no('already-accepted'),
    assign: no('waiting-for-confirmation'),
    start: no('waiting-for-confirmation'),
    reply: to('resolved'),
    ask: no('waiting-for-confirmation'),
    refer: no('waiting-for-confirmation'),
    resolve: no('waiting-for-confirmation'),
    'book-visit': no('waiting-for-confirmation'),
    'cancel-visit': no('waiting-for-confirmation'),
    'offer-visit': no('waiting-for-confirmation'),
    'call-off-visit': no('waiting-for-confirmation'),
    escalate: no('waiting-for-confirmation'),
    'time-out': to('closed'),
  },
  closed: { ...ended('already-closed'), reopen: to('in_progress') },
  referred: ended('referred-elsewhere'),
  withdrawn: ended('withdrawn'),
};

export type Outcome = { ok: true; next: RequestState } | { ok: false; reason: Refusal };

/** What an event does to a request in a state, caused by a role. Total: every triple has an answer. */
export function transition(state: RequestState, event: RequestEvent, role: RequestRole): Outcome {
  if (requestEvents[event] !== role) return { ok: false, reason: 'wrong-role' };
  const cell = table[state][event];
  return 'next' in cell ? { ok: true, next: cell.next } : { ok: false, reason: cell.refused };
}

/** Every step there is, the filing first: what a database holds its timelines to. */
export const everyStep: readonly {
  /** Absent: it is only now filed. */
  before?: RequestState;
  event: RequestEvent;
  role: RequestRole;
  next: RequestState;
}[] = [
  { event: 'submit', role: 'filer', next: 'submitted' },
  ...requestStates.flatMap((before) =>
    (Object.keys(requestEvents) as RequestEvent[]).flatMap((event) => {
      const cell = table[before][event];
      return 'next' in cell ? [{ before, event, role: requestEvents[event], next: cell.next }] : [];
    }),
  ),
];

/** The events a role can cause now, in the order of the table: what the interface offers as buttons. */
export function possibleEvents(state: RequestState, role: RequestRole): RequestEvent[] {
  return (Object.keys(requestEvents) as RequestEvent[]).filter((event) => transition(state, event, role).ok);
}

/** Open: someone still has something to do. */
export const isOpen = (state: RequestState): boolean => !['closed', 'referred', 'withdrawn'].includes(state);
