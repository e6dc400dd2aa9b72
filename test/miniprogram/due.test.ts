import type { RequestDue } from '../../src/contract/api';
import { type DueSpeech, jobWords, residentWords, urgencyOf } from '../../src/miniprogram/due';
import { commonTexts } from '../../src/miniprogram/locales/common';
import { dueTexts } from '../../src/miniprogram/locales/due';

const at = (text: string): string => new Date(text.replace(' ', 'T')).toISOString();
const now = Date.parse(at('2026-11-24 14:32'));
const due = (more: Partial<RequestDue> = {}): RequestDue => ({
  waitsFor: 'resolve',
  at: at('2026-11-25 16:40'),
  warnAt: at('2026-11-25 09:00'),
  provisional: false,
  ...more,
});
const texts = { ...commonTexts, ...dueTexts };
const speech = (language: 'zh' | 'en'): DueSpeech => {
  const speak = (key: string, values: Record<string, string | number> = {}): string =>
    texts[key as keyof typeof texts][language].replace(/\{(\w+)\}/g, (_, name: string) =>
      String(values[name]),
    );
  return Object.assign(speak, { language }) as unknown as DueSpeech;
};
const [zh, en] = [speech('zh'), speech('en')];

/** As `look/desk` has them. */
test.each<[string, RequestDue, string, string, string]>([
  ['over', due({ waitsFor: 'accept', at: at('2026-11-24 14:07') }), 'over', '超 25 分', '接单'],
  [
    'near',
    due({ waitsFor: 'accept', at: at('2026-11-24 15:12'), warnAt: at('2026-11-24 14:30') }),
    'near',
    '剩 40 分',
    '接单',
  ],
  ['today', due({ at: at('2026-11-24 17:30') }), 'ahead', '今天 17:30', '办好'],
  ['the day after tomorrow', due({ at: at('2026-11-26 16:40') }), 'ahead', '周四 16:40', '办好'],
  ['in eight days', due({ at: at('2026-12-02 16:40') }), 'ahead', '12 月 2 日 16:40', '办好'],
  ['standing', due({ standsUntil: at('2026-11-25 09:00') }), 'standing', '计时暂停', '等居民'],
  [
    'a question whose days are over',
    due({ standsUntil: at('2026-11-24 09:00') }),
    'ahead',
    '明天 16:40',
    '办好',
  ],
  ['over for days', due({ at: at('2026-11-20 10:00') }), 'over', '超 4 天', '办好'],
  [
    'for the resident to confirm',
    due({ waitsFor: 'confirm', warnAt: at('2026-11-24 09:00') }),
    'ahead',
    '明天 16:40',
    '等确认',
  ],
])('a job: %s', (_, told, urgency, head, beneath) => {
  expect(urgencyOf(told, now)).toBe(urgency);
  expect(jobWords(told, zh, now)).toEqual({ head, beneath });
});

test.each<[RequestDue, string, string]>([
  [due(), '明天 16:40 前办好', 'To be done by tomorrow 16:40'],
  [due({ waitsFor: 'confirm' }), '请在 明天 16:40 前确认', 'Please confirm by tomorrow 16:40'],
  [due({ at: at('2026-11-24 10:00') }), '过了办好的时限', 'Not done in time'],
  [
    due({ standsUntil: at('2026-11-25 09:00') }),
    '等你回话，时限先停着，最晚停到 明天 9:00',
    'Waits for your answer; the clock stands until tomorrow 9:00',
  ],
])('to whose request it is', (told, chinese, english) => {
  expect(residentWords(told, zh, now)).toBe(chinese);
  expect(residentWords(told, en, now)).toBe(english);
});
