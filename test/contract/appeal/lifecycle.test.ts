import {
  appealEvents,
  appealStates,
  appealTransition,
  isOpenAppeal,
  openAppealStates,
  possibleAppealEvents,
  type AppealEvent,
  type AppealRole,
  type AppealState,
} from '../../../src/contract/appeal/lifecycle';

/** Written down a second time and by hand: a column for each state, a line for each event. `>` is the next state. */
const expected = `
event    filed              waiting            taken              asked              answered-by-rules granted          refused          withdrawn
file     already-filed      already-filed      already-filed      already-filed      already-answered  already-answered already-answered withdrawn
add      being-recounted    >waiting           >taken             >taken             already-answered  already-answered already-answered withdrawn
withdraw being-recounted    >withdrawn         >withdrawn         >withdrawn         already-answered  already-answered already-answered withdrawn
take     being-recounted    >taken             already-taken      already-taken      already-answered  already-answered already-answered withdrawn
ask      being-recounted    not-taken-yet      >asked             already-asked      already-answered  already-answered already-answered withdrawn
grant    being-recounted    not-taken-yet      >granted           >granted           already-answered  already-answered already-answered withdrawn
refuse   being-recounted    not-taken-yet      >refused           >refused           already-answered  already-answered already-answered withdrawn
clear    >answered-by-rules >answered-by-rules >answered-by-rules >answered-by-rules already-answered  already-answered already-answered withdrawn
stand    >waiting           already-recounted  already-recounted  already-recounted  already-answered  already-answered already-answered withdrawn
warn     being-recounted    >waiting           >taken             >asked             already-answered  already-answered already-answered withdrawn
escalate being-recounted    >waiting           >waiting           >waiting           already-answered  already-answered already-answered withdrawn
pass-on  being-recounted    >waiting           already-taken      already-taken      already-answered  already-answered already-answered withdrawn
`;

const rows = expected
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const [, ...columns] = rows[0] ?? [];
const cells = rows
  .slice(1)
  .flatMap(([event, ...row]) => columns.map((state, index) => [state, event, row[index]] as const));
const roles: AppealRole[] = ['appellant', 'bearer', 'hearer', 'system'];

describe('the life of an appeal', () => {
  it('is written down for every state and event', () => {
    expect(columns).toEqual(appealStates);
    expect(rows.slice(1).map(([event]) => event)).toEqual(Object.keys(appealEvents));
  });

  it.each(cells)('%s, %s: %s', (state, event, cell) => {
    for (const role of roles) {
      const outcome = appealTransition(state as AppealState, event as AppealEvent, role);
      const may = (appealEvents[event as AppealEvent] as readonly AppealRole[]).includes(role);
      const said = outcome.ok ? `>${outcome.next}` : outcome.reason;
      expect([role, said]).toEqual([role, may ? cell : 'wrong-role']);
    }
  });

  it('is open exactly as long as a hearer can still take or answer it', () => {
    for (const state of appealStates)
      expect([state, isOpenAppeal(state)]).toEqual([state, possibleAppealEvents(state, 'hearer').length > 0]);
    expect(openAppealStates).toEqual(['waiting', 'taken', 'asked']);
  });

  it('lets whoever carried it to the desk bring more, and neither withdraw nor answer it', () => {
    for (const state of openAppealStates) expect(possibleAppealEvents(state, 'bearer')).toEqual(['add']);
  });
});
