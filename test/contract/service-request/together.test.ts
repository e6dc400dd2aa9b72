import { goesTogether } from '../../../src/contract/service-request/together';

describe('one reply or one resolution for several matters', () => {
  it.each([
    ['reply', 'submitted', 'rubbish', true],
    ['resolve', 'submitted', 'rubbish', true],
    ['resolve', 'waiting', 'rubbish', true],
    ['reply', 'resolved', 'rubbish', true],
    // Is the resident's to confirm by now.
    ['resolve', 'resolved', 'rubbish', false],
    ['reply', 'closed', 'rubbish', false],
    ['reply', 'submitted', 'look-in', true],
    // Each door and each call has a result of its own.
    ['resolve', 'submitted', 'look-in', false],
    ['resolve', 'in_progress', 'call-me', false],
  ] as const)('%s to what is %s, %s: %s', (event, state, category, goes) => {
    expect(goesTogether(event, { state, category })).toBe(goes);
  });
});
