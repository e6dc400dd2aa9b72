import type { Notice } from '../../../src/contract/api';
import { inboxNow, withActs } from '../../../src/miniprogram/backend/unread';
import { newer, together } from '../../../src/miniprogram/backend/newer';
import { bornOnOf, monthOf } from '../../../src/miniprogram/packages/notice/birth-month';
import { partsText } from '../../../src/miniprogram/notice-text';

const now = Date.parse('2026-11-29T04:00:00.000Z');
const at = (hours: number): string => new Date(now + hours * 3_600_000).toISOString();
const notice = (id: string, more: Partial<Notice> = {}): Notice => ({
  id,
  version: 1,
  cursor: 1,
  msgType: 'Alert',
  severity: 'Minor',
  urgency: 'Unknown',
  certainty: 'Unknown',
  category: 'Infra',
  info: [],
  author: { node: '330106099001', name: '桂语社区' },
  audience: { include: [], except: [] },
  parts: [],
  sentAt: at(-1),
  expiresAt: null,
  pinned: false,
  acknowledge: false,
  acknowledgedFor: [],
  attachments: [],
  pinyin: '',
  read: false,
  ...more,
});

describe('the copy of the list, as it holds now', () => {
  const copy = {
    notices: [
      notice('a'),
      notice('b', { expiresAt: at(-1) }),
      notice('c', { msgType: 'Cancel' }),
      notice('d'),
    ],
    // One more, further down than the page reaches.
    more: true,
    unread: 4,
    cursor: 9,
  };
  it('leaves out what is over, and counts it no more', () => {
    const shown = inboxNow(copy, [], now);
    expect(shown.notices.map(({ id }) => id)).toEqual(['a', 'c', 'd']);
    expect(shown.unread).toBe(3);
  });
  it('counts what was opened here before the server has heard of it, once', () => {
    const shown = inboxNow(copy, [{ id: 'a' }, { id: 'a', personId: 'mother' }, { id: 'c' }], now);
    expect(shown.notices.map(({ read }) => read)).toEqual([true, true, false]);
    expect(shown.unread).toBe(2);
  });
  it('has for whom it was said that they know', () => {
    const known = notice('a', { acknowledgedFor: ['me'] });
    const acts = [
      { id: 'a', personId: 'me' },
      { id: 'a', personId: 'mother' },
      { id: 'b', personId: 'x' },
    ];
    expect(withActs(known, acts)).toMatchObject({ read: false, acknowledgedFor: ['me', 'mother'] });
  });
});

describe('two copies of one', () => {
  it('give the newer, whichever it is; of the same version what was read by itself', () => {
    const [first, second] = [notice('a'), notice('a', { version: 2, msgType: 'Cancel' })];
    expect(newer(first, second)).toBe(second);
    expect(newer(second, first)).toBe(second);
    const other = notice('a', { read: true });
    expect(newer(other, first)).toBe(other);
    expect([newer(undefined, first), newer(first, undefined), newer(undefined, undefined)]).toEqual([
      first,
      first,
      undefined,
    ]);
  });
  it('stand as one among what was found, newest first', () => {
    const found = together(
      [notice('a', { sentAt: at(-3) }), notice('b', { sentAt: at(-2) })],
      [notice('a', { version: 2, sentAt: at(-1) }), notice('b')],
    );
    expect(found.map(({ id, version }) => `${id}${version}`)).toEqual(['a2', 'b1']);
  });
});

describe('for which buildings', () => {
  const named = (...names: string[]) => names.map((name) => ({ name }));
  it.each([
    [named('桂语苑 3 幢', '桂语苑 4 幢', '桂语苑 5 幢'), '桂语苑 3、4、5 幢', '3、4、5 幢'],
    [named('3 幢'), '3 幢', '3 幢'],
    [named('桂语苑 3 幢', '听泉苑 3 幢'), '桂语苑 3 幢、听泉苑 3 幢', '桂语苑 3 幢、听泉苑 3 幢'],
    [named('桂语苑 3 幢', '门卫室'), '桂语苑 3 幢、门卫室', '桂语苑 3 幢、门卫室'],
    [named('第 7 网格', '第 8 网格'), '第 7、8 网格', '7、8 网格'],
  ])('%j', (parts, whole, short) => {
    expect([partsText(parts, 'zh'), partsText(parts, 'zh', true)]).toEqual([whole, short]);
  });
});

describe('a month of birth', () => {
  it.each([
    ['1951-03', '1951-03'],
    ['1951.3', '1951-03'],
    ['１９５１年３月', '1951-03'],
    ['195103', '1951-03'],
    ['1951 / 12', '1951-12'],
    ['2026-11', '2026-11'],
    ['2026-12', undefined],
    ['1951-13', undefined],
    ['1851-01', undefined],
    ['1951', undefined],
    ['51-03', undefined],
    ['', undefined],
  ])('“%s” is %s', (typed, month) => {
    expect(monthOf(typed, now)).toBe(month);
  });
  it('of a child follows from when its guardian’s part ends', () => {
    expect([bornOnOf('2036-05-01'), bornOnOf(null)]).toEqual(['2018-05-01', undefined]);
  });
});
