import { builtInRules } from '@contract/health-rules/built-in';
import { easesWithTime } from '@contract/health-rules/ease';

const now = { plusTime: [{ var: 'now' }, 0, 'day'] };
const then = { plusTime: [{ var: 'fact.since' }, 3, 'day'] };
const over = { 'not-before': [now, then] };
const notYet = { before: [now, then] };
const fever = { var: 'fact.fever' };

describe('whether time alone can only let a rule pass', () => {
  it('is so of every rule this software comes with', () => {
    expect(builtInRules.filter(({ Logic }) => !easesWithTime(Logic))).toEqual([]);
  });

  it.each<[string, boolean, unknown]>([
    ['what is over', true, over],
    ['what is not yet', false, notYet],
    ['what is no longer not yet', true, { '!': [notYet] }],
    ['both over', true, { and: [over, { after: [now, then] }] }],
    ['over, and not yet', false, { and: [over, notYet] }],
    ['over, or a fever', true, { if: [over, true, fever] }],
    ['no fever, or over', true, { if: [fever, over, true] }],
    ['over only then', true, { if: [over, fever, false] }],
    ['after its end something else', false, { if: [over, fever, true] }],
    ['not yet, else nothing', false, { if: [notYet, true, false] }],
    ['not yet means no', true, { if: [notYet, false, true] }],
    ['now on the right', false, { 'not-after': [then, now] }],
    ['now between two days', false, { before: [then, now, then] }],
    ['no time at all', true, fever],
  ])('%s: %s', (_, eases, logic) => {
    expect(easesWithTime(logic)).toBe(eases);
  });
});
