import { draftActs, draftAfter, draftStates } from '../../../src/contract/notice/draft';
import { needsApproval, mayApprove, reachOf } from '../../../src/contract/notice/approval';
import { severities, type Severity } from '../../../src/contract/notice/notice';
import { followed, type Message } from '../../../src/contract/notice/references';
import type { Grant } from '../../../src/contract/role';

describe('a draft', () => {
  /** Every pair; what needs approval first, then what needs none where that differs. */
  const table: Record<string, Record<string, string | [string, string]>> = {
    draft: {
      save: 'draft',
      submit: ['awaiting', 'scheduled'],
      approve: 'not-submitted',
      return: 'not-submitted',
      recall: 'not-submitted',
      publish: 'not-submitted',
      discard: 'discarded',
    },
    awaiting: {
      save: 'already-submitted',
      submit: 'already-submitted',
      approve: 'scheduled',
      return: 'draft',
      recall: 'draft',
      publish: 'not-submitted',
      discard: 'discarded',
    },
    scheduled: {
      save: 'already-submitted',
      submit: 'already-submitted',
      approve: 'already-submitted',
      return: 'draft',
      recall: 'draft',
      publish: 'published',
      discard: 'discarded',
    },
    published: Object.fromEntries(draftActs.map((act) => [act, 'over'])),
    discarded: Object.fromEntries(draftActs.map((act) => [act, 'over'])),
  };
  const pairs = draftStates.flatMap((state) => draftActs.map((act) => [state, act] as const));

  it.each(pairs)('%s: %s', (state, act) => {
    const expected = table[state]?.[act];
    const [needed = '', free = needed] = Array.isArray(expected) ? expected : [expected];
    const answered = (needs: boolean): string => {
      const answer = draftAfter(state, act, needs);
      return answer.ok ? answer.value : answer.failure;
    };
    expect([answered(true), answered(false)]).toEqual([needed, free]);
  });

  it('reaches people only by being handed in, and beyond that only by another’s approval', () => {
    // Every way of acts from a draft that needs approval: none without `approve` ends in `published`.
    const ways = (state: (typeof draftStates)[number], left: number, done: string[]): string[][] =>
      left === 0
        ? []
        : draftActs.flatMap((act) => {
            const next = draftAfter(state, act, true);
            if (!next.ok) return [];
            const way = [...done, act];
            return next.value === 'published' ? [way] : ways(next.value, left - 1, way);
          });
    const all = ways('draft', 5, []);
    expect(all.length).toBeGreaterThan(0);
    for (const way of all) {
      const last = way.lastIndexOf('submit');
      expect(last).toBeGreaterThanOrEqual(0);
      expect(way.slice(last)).toContain('approve');
    }
  });
});

const community = '330106001002';
const officer = (node: string): Grant => ({ role: 'officer', node });

describe('a second person', () => {
  it.each([
    [['330106001002007003'], '330106001002007003'],
    [['330106001002007003', '330106001002007004'], '330106001002007'],
    [['330106001002007', '330106001002008001'], community],
    [[community, '330106001003'], '330106001'],
    [['330106001', '330106002'], '330106'],
    [['330106', '330108'], '3301'],
    [['33', '34'], ''],
  ])('%s lies in %s', (include, node) => expect(reachOf({ include })).toBe(node));

  const none = { severities: [] };
  const asked = (severity: Severity, ...include: string[]) =>
    needsApproval({ severity, audience: { include } }, none);
  it.each(severities)('%s', (severity) => {
    const emergency = severity === 'Extreme' || severity === 'Severe';
    expect(asked(severity, '330106001')).toBe(false);
    expect(asked(severity, community, '330106001003')).toBe(false);
    expect(asked(severity, '330106001', '330106002')).toBe(emergency);
    // One building in each of two townships goes beyond a township.
    expect(asked(severity, '330106001002007003', '330106002001001001')).toBe(emergency);
    expect(asked(severity, '330106')).toBe(emergency);
    const local = { severity, audience: { include: [community] } };
    expect(needsApproval(local, { severities: [severity] })).toBe(true);
  });

  it.each([
    ['another officer of that place', { id: 'b', grants: [officer('330106')] }, true],
    ['one above', { id: 'b', grants: [officer('33')] }, true],
    ['its author', { id: 'a', grants: [officer('330106')] }, false],
    ['one below', { id: 'b', grants: [officer(community)] }, false],
    ['one elsewhere', { id: 'b', grants: [officer('330108')] }, false],
    ['a worker', { id: 'b', grants: [{ role: 'worker', node: '330106' } as Grant] }, false],
  ])('%s', (_, approver, may) => expect(mayApprove({ authorId: 'a', node: '330106' }, approver)).toBe(may));
});

describe('what follows a message', () => {
  const newest: Message = { id: 'm2', eventId: 'e', msgType: 'Update', version: 2, authorNode: community };
  const own = [officer(community)];
  it.each([
    ['refers to the newest, one version on', newest, 2, own, { references: 'm2', version: 3 }],
    ['by one above', newest, 2, [officer('330106')], { references: 'm2', version: 3 }],
    ['not unseen', newest, 1, own, 'notice-changed'],
    ['not a version to come', newest, 3, own, 'notice-changed'],
    ['not after a Cancel', { ...newest, msgType: 'Cancel' } as Message, 2, own, 'notice-cancelled'],
    ['not by another place', newest, 2, [officer('330106001003')], 'not-the-author'],
    ['not from below', { ...newest, authorNode: '330106' }, 2, own, 'not-the-author'],
    ['not by a guard', newest, 2, [{ role: 'checkpoint', node: community } as Grant], 'not-the-author'],
  ])('%s', (_, message, seen, grants, expected) => {
    const answer = followed(message, seen, grants);
    expect(answer.ok ? answer.value : answer.failure).toEqual(expected);
  });
});
