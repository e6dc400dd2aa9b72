import { answeringFor } from '../../../src/contract/complaint/answering';
import {
  complaintEvents,
  complaintRole,
  complaintStates,
  complaintTransition,
  possibleComplaintEvents,
  type ComplaintEvent,
} from '../../../src/contract/complaint/complaint';

describe('the life of a complaint', () => {
  it.each([
    ['waiting', 'filer', ['add']],
    ['waiting', 'officer', ['answer']],
    ['answered', 'filer', ['add', 'settle']],
    ['answered', 'officer', ['answer']],
    ['settled', 'filer', ['add']],
    ['settled', 'officer', []],
  ] as const)('%s, the %s may %j', (state, role, events) => {
    expect(possibleComplaintEvents(state, role)).toEqual(events);
  });

  it('asks again with whatever is added, and is never closed to who wrote it', () => {
    for (const state of complaintStates)
      expect(complaintTransition(state, 'add', 'filer')).toEqual({ ok: true, value: 'waiting' });
  });

  it('is filed once', () => {
    for (const state of complaintStates)
      for (const event of ['file'] satisfies ComplaintEvent[])
        expect(complaintTransition(state, event, complaintEvents[event]).ok).toBe(false);
  });

  it.each([
    ['who wrote it', { id: 'a', grants: [{ role: 'officer', node: '330106' }] }, 'filer'],
    ['an officer of the county', { id: 'b', grants: [{ role: 'officer', node: '330106' }] }, 'officer'],
    ['an officer of the city', { id: 'b', grants: [{ role: 'officer', node: '3301' }] }, 'officer'],
    ['an officer of the community', { id: 'b', grants: [{ role: 'officer', node: '330106990001' }] }, 'none'],
    ['a worker', { id: 'b', grants: [{ role: 'worker', node: '330106' }] }, 'none'],
    ['an officer elsewhere', { id: 'b', grants: [{ role: 'officer', node: '330203' }] }, 'none'],
  ] as const)('%s is %s to it', (_, viewer, role) => {
    expect(complaintRole({ filerId: 'a', county: '330106' }, viewer)).toBe(role);
  });

  it('is answered by the county or above, and by no community it may be about', () => {
    const grants = ['33', '3301', '330106', '330106990', '330106990001'].map((node) => ({
      role: 'officer' as const,
      node,
    }));
    expect(answeringFor([...grants, { role: 'worker', node: '330106' }])).toEqual(['33', '3301', '330106']);
  });
});
