import {
  possibleEvents,
  requestEvents,
  requestStates,
  transition,
  type RequestEvent,
  type RequestRole,
} from '../../../src/contract/service-request/lifecycle';

/**
 * The life of a request as the field describes it, written down a second time and by hand:
 * a column for each state, a line for each event. `>` is the next state, any other word the refusal.
 */
const expected = `
event     submitted        accepted         assigned         in_progress      waiting              resolved                 closed         referred           withdrawn
submit    already-filed    already-filed    already-filed    already-filed    already-filed        already-filed            already-closed referred-elsewhere withdrawn
add       >submitted       >accepted        >assigned        >in_progress     >waiting             >resolved                already-closed referred-elsewhere withdrawn
urge      >submitted       >accepted        >assigned        >in_progress     waiting-for-resident waiting-for-confirmation already-closed referred-elsewhere withdrawn
answer    nothing-asked    nothing-asked    nothing-asked    nothing-asked    >in_progress         nothing-asked            already-closed referred-elsewhere withdrawn
confirm   not-resolved-yet not-resolved-yet not-resolved-yet not-resolved-yet not-resolved-yet     >closed                  already-closed referred-elsewhere withdrawn
dispute   not-resolved-yet not-resolved-yet not-resolved-yet not-resolved-yet not-resolved-yet     >in_progress             already-closed referred-elsewhere withdrawn
reopen    not-resolved-yet not-resolved-yet not-resolved-yet not-resolved-yet not-resolved-yet     waiting-for-confirmation >in_progress   referred-elsewhere withdrawn
withdraw  >withdrawn       >withdrawn       >withdrawn       >withdrawn       >withdrawn           waiting-for-confirmation already-closed referred-elsewhere withdrawn
book-visit not-accepted-yet >accepted       >assigned        >in_progress     >waiting             waiting-for-confirmation already-closed referred-elsewhere withdrawn
cancel-visit not-accepted-yet >accepted     >assigned        >in_progress     >waiting             waiting-for-confirmation already-closed referred-elsewhere withdrawn
accept    >accepted        already-accepted >accepted        already-accepted already-accepted     already-accepted         already-closed referred-elsewhere withdrawn
assign    >assigned        >assigned        >assigned        >assigned        >assigned            waiting-for-confirmation already-closed referred-elsewhere withdrawn
start     not-accepted-yet >in_progress     >in_progress     already-started  >in_progress         waiting-for-confirmation already-closed referred-elsewhere withdrawn
reply     not-accepted-yet >accepted        >assigned        >in_progress     >waiting             >resolved                already-closed referred-elsewhere withdrawn
ask       not-accepted-yet >waiting         >waiting         >waiting         waiting-for-resident waiting-for-confirmation already-closed referred-elsewhere withdrawn
refer     >referred        >referred        >referred        >referred        >referred            waiting-for-confirmation already-closed referred-elsewhere withdrawn
resolve   not-accepted-yet >resolved        >resolved        >resolved        >resolved            waiting-for-confirmation already-closed referred-elsewhere withdrawn
offer-visit not-accepted-yet >in_progress   >in_progress     >in_progress     >waiting             waiting-for-confirmation already-closed referred-elsewhere withdrawn
call-off-visit not-accepted-yet >accepted   >assigned        >in_progress     >waiting             waiting-for-confirmation already-closed referred-elsewhere withdrawn
escalate  >submitted       >accepted        >assigned        >in_progress     >waiting             waiting-for-confirmation already-closed referred-elsewhere withdrawn
time-out  not-resolved-yet not-resolved-yet not-resolved-yet not-resolved-yet not-resolved-yet     >closed                  already-closed referred-elsewhere withdrawn
`;

const rows = expected
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const [, ...columns] = rows[0] ?? [];
const cells = rows
  .slice(1)
  .flatMap(([event, ...row]) => columns.map((state, index) => [state, event, row[index]] as const));

const actorOf: Record<string, RequestRole> = {
  ...Object.fromEntries(
    [
      'submit',
      'add',
      'urge',
      'answer',
      'confirm',
      'dispute',
      'reopen',
      'withdraw',
      'book-visit',
      'cancel-visit',
    ].map((event) => [event, 'filer']),
  ),
  ...Object.fromEntries(
    ['accept', 'assign', 'start', 'reply', 'ask', 'refer', 'resolve', 'offer-visit', 'call-off-visit'].map(
      (event) => [event, 'handler'],
    ),
  ),
  escalate: 'system',
  'time-out': 'system',
};
const roles: RequestRole[] = ['filer', 'handler', 'system'];

describe('the life of a request', () => {
  it('is written down for every state and event', () => {
    expect([...columns].sort()).toEqual([...requestStates].sort());
    expect(rows.slice(1).map(([event]) => event)).toEqual(Object.keys(requestEvents));
    expect(cells).toHaveLength(requestStates.length * Object.keys(requestEvents).length);
  });

  it.each(cells)('%s + %s → %s', (state, event, cell) => {
    for (const role of roles) {
      const outcome = transition(state as (typeof requestStates)[number], event as RequestEvent, role);
      if (role !== actorOf[event ?? '']) expect(outcome).toEqual({ ok: false, reason: 'wrong-role' });
      else if (cell?.startsWith('>')) expect(outcome).toEqual({ ok: true, next: cell.slice(1) });
      else expect(outcome).toEqual({ ok: false, reason: cell });
    }
  });

  it('offers exactly what it would allow', () => {
    for (const state of requestStates)
      for (const role of roles)
        expect(possibleEvents(state, role)).toEqual(
          (Object.keys(requestEvents) as RequestEvent[]).filter((event) => transition(state, event, role).ok),
        );
  });
});
