import { acts, type Reason, reasons, results } from '@contract/health-code/verdict';
import { checkpointTexts } from '../../../src/miniprogram/locales/checkpoint';
import type { GateSpeech } from '../../../src/miniprogram/packages/checkpoint/text';
import { type Told, toldBy } from '../../../src/miniprogram/packages/checkpoint/answered';
import { wordsOf } from '../../../src/miniprogram/packages/checkpoint/result/words';

const speech = (language: 'zh' | 'en'): GateSpeech => {
  const speak = (key: string, values: Record<string, string | number> = {}): string =>
    checkpointTexts[key as keyof typeof checkpointTexts][language].replace(/\{(\w+)\}/g, (_, name: string) =>
      String(values[name]),
    );
  return speak as unknown as GateSpeech;
};
const zh = speech('zh');
const told = (reason: Reason, more: Partial<Told> = {}): Told => ({
  ...reasons[reason],
  reason,
  maskedName: '张*兰',
  ...more,
});
const everyReason = Object.keys(reasons) as Reason[];

describe('what a guard reads', () => {
  test('red, revoked, forged and a picture shown twice are one and the same screen', () => {
    const stops = everyReason.filter((reason) => reasons[reason].result === 'stop');
    expect(stops.length).toBeGreaterThan(4);
    for (const language of ['zh', 'en'] as const) {
      const screens = stops.map((reason) => JSON.stringify(wordsOf(told(reason), speech(language))));
      expect(new Set(screens).size).toBe(1);
    }
    expect(wordsOf(told('red'), zh)).toEqual({
      word: '停',
      act: '保持距离',
      about: '请对方在旁边等，值班的人会来',
    });
  });

  test('yellow says the act and nothing else, the same as what was lowered to it', () => {
    const yellow = wordsOf(told('yellow'), zh);
    expect(yellow).toEqual({ word: '问一下', act: '打给值班，问怎么走' });
    expect(wordsOf(told('lowered-to-yellow'), zh)).toEqual(yellow);
  });

  test.each<[string, Told, string, string]>([
    ['a screenshot', told('proof-not-now', { stepsOff: 8 }), '这个码是 4 分钟前的', '等对方的码换一次，再扫'],
    [
      'a code of just now',
      told('proof-not-now', { stepsOff: 2 }),
      '这个码是 1 分钟前的',
      '等对方的码换一次，再扫',
    ],
    [
      'one of yesterday',
      told('proof-not-now', { stepsOff: 3000 }),
      '这个码是 25 小时前的',
      '等对方的码换一次，再扫',
    ],
    [
      'one of last week',
      told('proof-not-now', { stepsOff: 20_160 }),
      '这个码是 7 天前的',
      '等对方的码换一次，再扫',
    ],
    ['one ahead', told('proof-not-now', { stepsOff: -8 }), '这个码早了 4 分钟', '等对方的码换一次，再扫'],
    ['a slow phone', told('holder-clock-off', { stepsOff: 8 }), '对方手机慢了 4 分钟', '对一下证件上的名字'],
    ['a fast phone', told('holder-clock-off', { stepsOff: -8 }), '对方手机快了 4 分钟', '对一下证件上的名字'],
    [
      'this device',
      told('own-clock-suspect', { stepsOff: -8 }),
      '一连几台手机都差 4 分钟',
      '看看这台手机的时间对不对',
    ],
    ['paper', told('paper'), '这是纸质码', '对一下证件上的名字'],
  ])('of %s', (_, verdict, seen, act) => {
    expect(wordsOf(verdict, zh)).toMatchObject({ word: '问一下', seen, act });
  });

  test('the name, wherever it is to be compared and nowhere else', () => {
    for (const reason of everyReason) {
      const compares = reason === 'green' || reasons[reason].act === 'compare-document';
      expect([reason, wordsOf(told(reason), zh).name]).toEqual([reason, compares ? '张*兰' : undefined]);
    }
  });

  test('a pass, a pass again, and that nobody needs a code', () => {
    expect(wordsOf(told('green'), zh).about).toBe('绿码 · 手机亮码');
    expect(wordsOf(told('green', { shownSecondsAgo: 5 }), zh).about).toBe('5 秒前刚扫过');
    expect(wordsOf(told('no-emergency'), zh)).toEqual({ word: '通行', act: '现在谁都不用码' });
  });

  test('nothing left open in either language', () => {
    for (const language of ['zh', 'en'] as const)
      for (const reason of everyReason) {
        const words = Object.values(wordsOf(told(reason, { stepsOff: 8 }), speech(language))).join(' ');
        expect(words).not.toMatch(/[{}]|undefined|您|！|!/);
      }
  });
});

describe('the server’s answer about a code', () => {
  test('reads as the phone’s own verdict', () => {
    const answer = {
      result: 'ask',
      reason: 'proof-not-now',
      act: 'wait-for-next-code',
      ageSeconds: 240,
    } as const;
    expect(toldBy(answer)).toEqual({
      result: 'ask',
      reason: 'proof-not-now',
      act: 'wait-for-next-code',
      stepsOff: 8,
    });
  });

  test('of a newer server, with words this app has not, still says what to do', () => {
    for (const result of results) {
      const answer = toldBy({ result, reason: 'new-reason', act: 'new-act' });
      expect(acts).toContain(answer.act);
      expect(wordsOf(answer, zh).act).not.toBe('');
    }
  });
});
