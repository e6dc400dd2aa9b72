import fc from 'fast-check';
import { mayBeEntitled, mayBeEntitledIn } from '../../../src/contract/notice/policy';
import { nudgeAt } from '../../../src/contract/notice/quiet';
import { saysWords } from '../../../src/contract/notice/search';
import { isMuted, isOn, isOnTop, standsAbove } from '../../../src/contract/notice/shown';

const china = (time: string): number => Date.parse(`2026-11-29T${time}:00+08:00`);

describe('a nudge at night', () => {
  it.each([
    ['06:59', '07:00'],
    ['07:00', '07:00'],
    ['12:00', '12:00'],
    ['21:59', '21:59'],
  ])('of %s comes at %s', (at, then) => {
    expect(nudgeAt(china(at), 'Moderate')).toBe(china(then));
  });
  it('comes in the morning, and at once where life may hang on it', () => {
    expect(nudgeAt(china('22:00'), 'Minor')).toBe(Date.parse('2026-11-30T07:00:00+08:00'));
    for (const severity of ['Extreme', 'Severe'] as const)
      expect(nudgeAt(china('23:30'), severity)).toBe(china('23:30'));
  });
  it('is never earlier, never by night, and waits no longer than a night', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1.7e12, max: 1.9e12 }), (now) => {
        const at = nudgeAt(now, 'Moderate');
        const hour = new Date(at + 8 * 3_600_000).getUTCHours();
        expect(at - now).toBeGreaterThanOrEqual(0);
        expect(at - now).toBeLessThanOrEqual(9 * 3_600_000);
        expect(hour).toBeGreaterThanOrEqual(7);
        expect(hour).toBeLessThan(22);
      }),
    );
  });
});

describe('a search', () => {
  const cut = {
    info: [
      { headline: '明天 9:00–16:00 停水', description: '水管检修', instruction: '先存点水' },
      { headline: 'Water off tomorrow', description: 'Pipes are mended' },
    ],
    pinyin: 'ming tian ting shui\nmingtiantingshui\nmtts',
  };
  it.each(['停水', '存点', 'WATER', 'ting shui', 'tingshui', 'mtts', ' ', '检修'])(
    'finds it by “%s”',
    (words) => {
      expect(saysWords(cut, words)).toBe(true);
    },
  );
  it.each(['停电', 'power', 'tingdian'])('does not by “%s”', (words) => {
    expect(saysWords(cut, words)).toBe(false);
  });
});

describe('what is shown', () => {
  const now = china('12:00');
  const hung = { msgType: 'Alert', severity: 'Minor', category: 'Infra', pinned: false } as const;

  it('ends with its hour', () => {
    expect(isOn({ expiresAt: null }, now)).toBe(true);
    expect(isOn({ expiresAt: '2026-11-29T12:00:00+08:00' }, now)).toBe(false);
    expect(isOn({ expiresAt: '2026-11-29T12:00:01+08:00' }, now)).toBe(true);
  });
  it('leaves a muted kind out, never what life may hang on', () => {
    expect(isMuted(hung, ['Infra'])).toBe(true);
    expect(isMuted(hung, ['Met'])).toBe(false);
    expect(isMuted({ ...hung, severity: 'Severe' }, ['Infra'])).toBe(false);
  });
  it('puts what is pinned or urgent on top, as long as it was not cancelled', () => {
    expect(isOnTop(hung)).toBe(false);
    expect(isOnTop({ ...hung, pinned: true })).toBe(true);
    expect(isOnTop({ ...hung, severity: 'Extreme' })).toBe(true);
    expect(isOnTop({ ...hung, severity: 'Extreme', msgType: 'Cancel' })).toBe(false);
  });
  it('stands above every tab: Extreme as long as it holds, Severe until it was read', () => {
    const at = (severity: 'Extreme' | 'Severe' | 'Moderate', read: boolean, msgType = 'Alert' as const) =>
      standsAbove({ severity, read, msgType });
    expect([at('Extreme', true), at('Severe', false), at('Severe', true), at('Moderate', false)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(standsAbove({ severity: 'Extreme', read: false, msgType: 'Cancel' })).toBe(false);
  });
});

describe('whether somebody may be entitled, by the month of birth alone', () => {
  const elders = { words: { zh: '', en: '' }, bornUntil: '1956-12-31' };
  it.each([
    [elders, '1956-12', 'yes'],
    [elders, '1957-01', 'no'],
    [elders, undefined, 'unknown'],
    [{ ...elders, bornUntil: '1956-12-15' }, '1956-12', 'unknown'],
    [{ words: elders.words, bornFrom: '2020-02-29' }, '2020-02', 'unknown'],
    [{ words: elders.words }, '1956-12', 'unknown'],
  ] as const)('%j, born in %s: %s', (who, month, answer) => {
    expect(mayBeEntitledIn(who, month)).toBe(answer);
  });
  it('agrees with every day of the month', () => {
    const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2026-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, (birth, bound) => {
        const [born, until] = [birth, bound].map((date) => date.toISOString().slice(0, 10)) as [
          string,
          string,
        ];
        const who = { words: elders.words, bornUntil: until };
        const answer = mayBeEntitledIn(who, born.slice(0, 7));
        if (answer !== 'unknown') expect(answer).toBe(mayBeEntitled(who, born));
      }),
    );
  });
});
