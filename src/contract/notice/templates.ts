import { startOf, dayAt } from '../calendar-day';
import type { Bilingual, Language } from '../text';
import type { Certainty, NoticeCategory, Severity, Urgency } from './notice';
import { clockWords, dayWords, spanWords } from './span';

export interface TemplateWords {
  headline: string;
  description: string;
  instruction: string;
}

interface Hours {
  /** Days from today, and the hour of that day. */
  day: number;
  hour: number;
}

/** What is published again and again: the words, and what the notice asks for. `〔 〕` is for its author to fill. */
export interface NoticeTemplate {
  code: string;
  name: Bilingual;
  severity: Severity;
  urgency: Urgency;
  certainty: Certainty;
  category: NoticeCategory;
  /** Everybody is asked to say that they know. */
  acknowledge?: true;
  policy?: true;
  from: Hours;
  until: Hours;
  /** `{span}`, `{from}` (a day), `{until}` (a day and hour) are filled in. */
  words: Readonly<Record<Language, TemplateWords>>;
}

export const noticeTemplates: readonly NoticeTemplate[] = [
  {
    code: 'water-cut',
    name: { zh: '停水', en: 'Water cut' },
    severity: 'Moderate',
    urgency: 'Expected',
    certainty: 'Observed',
    category: 'Infra',
    from: { day: 1, hour: 9 },
    until: { day: 1, hour: 16 },
    words: {
      zh: {
        headline: '{span} 停水',
        description: '修水管。提前存点水，{until} 前来水。',
        instruction: '来水后先放一会儿，水清了再用。',
      },
      en: {
        headline: 'Water off {span}',
        description: 'Pipes are mended. Store some water beforehand; it is back by {until}.',
        instruction: 'When it is back, let it run until it is clear.',
      },
    },
  },
  {
    code: 'road-works',
    name: { zh: '修路', en: 'Road works' },
    severity: 'Minor',
    urgency: 'Expected',
    certainty: 'Observed',
    category: 'Transport',
    from: { day: 1, hour: 8 },
    until: { day: 7, hour: 18 },
    words: {
      zh: {
        headline: '{from}起〔哪条路〕修路',
        description: '车请从〔哪条路〕走，人可以过。{until} 前修好。',
        instruction: '',
      },
      en: {
        headline: '〔Which road〕 is mended from {from}',
        description: 'Cars go by 〔which road〕; people on foot can pass. Done by {until}.',
        instruction: '',
      },
    },
  },
  {
    code: 'heat',
    name: { zh: '高温', en: 'Heat' },
    severity: 'Moderate',
    urgency: 'Expected',
    certainty: 'Likely',
    category: 'Met',
    from: { day: 1, hour: 8 },
    until: { day: 3, hour: 20 },
    words: {
      zh: {
        headline: '{from}起高温，最高〔几〕℃',
        description: '11:00 到 16:00 少出门，多喝水。家里有老人、小孩的，多看看他们。',
        instruction: '头晕、恶心、不出汗：到阴凉处躺下，打 120。',
      },
      en: {
        headline: 'Heat from {from}, up to 〔how many〕 °C',
        description: 'Stay in from 11:00 to 16:00 and drink a lot. Look in on the old and the small at home.',
        instruction: 'Dizzy, sick, no longer sweating: lie down in the shade and call 120.',
      },
    },
  },
  {
    code: 'typhoon',
    name: { zh: '台风', en: 'Typhoon' },
    severity: 'Severe',
    urgency: 'Expected',
    certainty: 'Likely',
    category: 'Met',
    acknowledge: true,
    from: { day: 1, hour: 0 },
    until: { day: 2, hour: 12 },
    words: {
      zh: {
        headline: '台风〔名字〕{from}到',
        description: '{span} 请待在家里。阳台上的花盆、晾衣杆先收进来。',
        instruction: '住低处、旧房的，今晚先到〔安置点〕。走不动，打给网格员。',
      },
      en: {
        headline: 'Typhoon 〔name〕 on {from}',
        description: 'Stay at home {span}. Take in pots and poles from balconies now.',
        instruction:
          'In low or old houses: go to 〔shelter〕 tonight. If you cannot walk there, call your grid worker.',
      },
    },
  },
  {
    code: 'vaccination-day',
    name: { zh: '打疫苗', en: 'Vaccination day' },
    severity: 'Minor',
    urgency: 'Expected',
    certainty: 'Observed',
    category: 'Health',
    from: { day: 2, hour: 8 },
    until: { day: 2, hour: 11 },
    words: {
      zh: {
        headline: '{span} 打〔什么〕疫苗',
        description: '在〔哪里〕。带身份证和接种本，不用预约。',
        instruction: '当天发热、不舒服的，先别来，过几天再打。',
      },
      en: {
        headline: '〔Which〕 vaccination {span}',
        description: 'At 〔place〕. Bring your ID card and vaccination book; no booking.',
        instruction: 'With a fever or unwell that day: stay at home and come another day.',
      },
    },
  },
  {
    code: 'policy',
    name: { zh: '讲政策', en: 'A policy explained' },
    severity: 'Minor',
    urgency: 'Future',
    certainty: 'Observed',
    category: 'Other',
    policy: true,
    from: { day: 0, hour: 0 },
    until: { day: 30, hour: 18 },
    words: {
      zh: { headline: '〔谁〕可以〔领什么、办什么〕', description: '', instruction: '' },
      en: { headline: '〔Who〕 can 〔get what〕', description: '', instruction: '' },
    },
  },
];

export interface Times {
  /** RFC 3339. */
  onset: string;
  until: string;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const momentAt = (now: number, { day, hour }: Hours): string =>
  new Date(startOf(dayAt(now)) + day * dayMs + hour * hourMs).toISOString();

/** When such a thing usually is, from today on. */
export const timesOf = ({ from, until }: NoticeTemplate, now: number): Times => ({
  onset: momentAt(now, from),
  until: momentAt(now, until),
});

/** Its words for these times. */
export function wordsOf(
  template: NoticeTemplate,
  { onset, until }: Times,
  language: Language,
): TemplateWords {
  const said: Record<string, string> = {
    span: spanWords(onset, until, language),
    from: dayWords(onset, language),
    until: `${dayWords(until, language)} ${clockWords(until)}`,
  };
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => said[name] ?? whole);
  const { headline, description, instruction } = template.words[language];
  return { headline: fill(headline), description: fill(description), instruction: fill(instruction) };
}

/** Moved to other times, what its author has not written otherwise follows. */
export function wordsMoved(
  template: NoticeTemplate,
  words: TemplateWords,
  { from, to, language }: { from: Times; to: Times; language: Language },
): TemplateWords {
  const before = wordsOf(template, from, language);
  const after = wordsOf(template, to, language);
  const follow = (part: keyof TemplateWords): string =>
    words[part] === before[part] ? after[part] : words[part];
  return {
    headline: follow('headline'),
    description: follow('description'),
    instruction: follow('instruction'),
  };
}

/** What is left to fill. */
export const blanksIn = (text: string): string[] => text.match(/〔[^〕]*〕/g) ?? [];
