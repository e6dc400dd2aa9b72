import fc from 'fast-check';
import {
  isOpen,
  possibleEvents,
  requestEvents,
  requestStates,
  transition,
  type RequestEvent,
  type RequestRole,
  type RequestState,
} from '../../../src/contract/service-request/lifecycle';
import { ownerAfter } from '../../../src/contract/service-request/handling';

const roles: RequestRole[] = ['filer', 'handler', 'system'];
const events = Object.keys(requestEvents) as RequestEvent[];

interface Attempt {
  event: RequestEvent;
  role: RequestRole;
}
const attempt = fc.record({ event: fc.constantFrom(...events), role: fc.constantFrom(...roles) });
const history = fc.array(attempt, { maxLength: 60 });

/** The states gone through, from the filing on, with what led to each. */
function live(attempts: Attempt[]): { from: RequestState; to: RequestState; by: Attempt }[] {
  let state: RequestState = 'submitted';
  return attempts.flatMap((by) => {
    const outcome = transition(state, by.event, by.role);
    if (!outcome.ok) return [];
    const from = state;
    state = outcome.next;
    return [{ from, to: state, by }];
  });
}

const always = (holds: (attempts: Attempt[]) => void) =>
  fc.assert(fc.property(history, holds), { numRuns: 500 });

describe('whatever anyone tries', () => {
  it('only the resident, or time, closes it; only the team says it is done', () => {
    always((attempts) => {
      for (const { to, from, by } of live(attempts)) {
        if (to === 'closed') expect([from, by.role === 'handler']).toEqual(['resolved', false]);
        if (to === 'resolved' && from !== 'resolved') expect(by.role).toBe('handler');
        if (to === 'withdrawn') expect(by.role).toBe('filer');
      }
    });
  });

  it('what was referred or withdrawn stays so, and what is closed opens only at the resident’s word', () => {
    always((attempts) => {
      for (const { from, by } of live(attempts)) {
        expect(['referred', 'withdrawn']).not.toContain(from);
        if (from === 'closed') expect(by).toEqual({ event: 'reopen', role: 'filer' });
      }
    });
  });

  it('while it is open the resident can still say something and the team can still do something', () => {
    always((attempts) => {
      for (const { to } of live(attempts).filter((step) => isOpen(step.to))) {
        expect(possibleEvents(to, 'filer')).toContain('add');
        expect(possibleEvents(to, 'handler')).not.toEqual([]);
      }
    });
  });

  it('an end is always in reach', () => {
    const reaches = (from: RequestState): Set<RequestState> => {
      const seen = new Set([from]);
      for (const state of seen)
        for (const event of events)
          for (const role of roles) {
            const outcome = transition(state, event, role);
            if (outcome.ok) seen.add(outcome.next);
          }
      return seen;
    };
    for (const state of requestStates.filter(isOpen)) expect(reaches(state)).toContain('closed');
    expect(reaches('submitted')).toEqual(new Set(requestStates));
  });

  it('is owned only by someone of the team, and by whoever accepted it last', () => {
    const people = fc.constantFrom('wang', 'li', 'chen');
    fc.assert(
      fc.property(fc.array(fc.tuple(attempt, people), { maxLength: 60 }), (steps) => {
        let state: RequestState = 'submitted';
        let owner: string | null = null;
        const team = new Set<string>();
        for (const [{ event, role }, person] of steps) {
          const outcome = transition(state, event, role);
          if (!outcome.ok) continue;
          state = outcome.next;
          const actor = role === 'system' ? null : person;
          if (role === 'handler') team.add(person);
          owner = ownerAfter(event, actor, owner);
          if (event === 'accept') expect(owner).toBe(person);
          if (event === 'assign') expect(owner).toBeNull();
          if (owner !== null) expect(team).toContain(owner);
          if (state === 'in_progress' || state === 'resolved') expect(owner).not.toBeNull();
        }
      }),
      { numRuns: 500 },
    );
  });
});
