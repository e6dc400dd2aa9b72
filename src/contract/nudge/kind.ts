import type { Language } from '../text';

/**
 * What somebody can be nudged about. A nudge says that something moved and never what it is about: no name, no words
 * of the matter, nothing of health. What it is stands in the app, which is opened by it.
 */
export const nudgeKinds = ['request', 'colour', 'notice'] as const;
export type NudgeKind = (typeof nudgeKinds)[number];

/** What the fields of a template may be filled with, by kind. */
export const nudgeContents = {
  request: ['category', 'state', 'time', 'number'],
  colour: ['what', 'how', 'time'],
  notice: ['what', 'how', 'time'],
} as const satisfies Record<NudgeKind, readonly string[]>;
export type NudgeContent = (typeof nudgeContents)[NudgeKind][number];

export type Said = Readonly<Partial<Record<NudgeContent, string>>>;

/** A tap that grants one more while so many wait is not counted. */
export const MOST_WAITING = 10;
/** What happened longer ago is no news: nobody is nudged about it any more. */
export const STALE_AFTER_MS = 24 * 60 * 60 * 1000;

/** As WeChat's `time` wants it, in China's time: 2026年11月29日 15:01. */
export function nudgeTime(at: Date): string {
  const [year, month, day, time] = new Date(at.getTime() + 8 * 3_600_000).toISOString().split(/[-T]/) as [
    string,
    string,
    string,
    string,
  ];
  return `${year}年${Number(month)}月${Number(day)}日 ${time.slice(0, 5)}`;
}

const general = {
  colour: {
    what: { zh: '你的码变了', en: 'Your code changed' },
    how: { zh: '打开看看为什么', en: 'Open to see why' },
  },
  notice: {
    what: { zh: '你住的地方有新通知', en: 'A notice for you' },
    how: { zh: '打开看看', en: 'Open to read' },
  },
} as const;

/** What is said of a colour or a notice: the same to everybody. */
export const generalNudge = (kind: keyof typeof general, at: Date, language: Language): Said => ({
  what: general[kind].what[language],
  how: general[kind].how[language],
  time: nudgeTime(at),
});
