import { catalogue } from '../../../src/contract/service-request/catalogue';
import { outcomes, outcomesOf, saysOutcome } from '../../../src/contract/service-request/outcome';

describe('how a call or a look at the door went', () => {
  it('is asked of these alone', () => {
    const asked = catalogue.categories.filter(({ code }) => outcomesOf(code).length > 0);
    expect(asked.map(({ code }) => code).sort()).toEqual(['call-me', 'look-in']);
    expect(asked.flatMap(({ code }) => outcomesOf(code)).sort()).toEqual([...outcomes].sort());
  });

  it.each([
    ['look-in', 'resolve', undefined, false],
    ['look-in', 'resolve', 'no-answer', true],
    ['look-in', 'resolve', 'reached', false],
    ['look-in', 'reply', undefined, true],
    ['look-in', 'reply', 'no-answer', false],
    ['call-me', 'resolve', 'not-reached', true],
    ['rubbish', 'resolve', undefined, true],
    ['rubbish', 'resolve', 'reached', false],
  ] as const)('of %s at %s with %s: %s', (category, event, outcome, says) => {
    expect(saysOutcome(category, event, outcome)).toBe(says);
  });
});
