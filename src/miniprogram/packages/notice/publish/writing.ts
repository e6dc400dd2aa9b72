import type { Notice, NoticeContent, NoticeInfo } from '@contract/api';
import type { Audience } from '@contract/notice/audience';
import type { Attachment } from '@contract/notice/content';
import type { Certainty, NoticeCategory, Severity, Urgency } from '@contract/notice/notice';
import {
  blanksIn,
  noticeTemplates,
  type NoticeTemplate,
  type TemplateWords,
  timesOf,
  wordsMoved,
  wordsOf,
} from '@contract/notice/templates';
import type { Language } from '@contract/text';
import { emptyPolicy, type PolicyWords, policyOf, policyWordsOf } from './policy-words';

/** What an author has typed and tapped so far, kept on the phone at every change. */
export interface Writing {
  template?: string;
  severity: Severity;
  urgency: Urgency;
  certainty: Certainty;
  category: NoticeCategory;
  words: Readonly<Record<Language, TemplateWords>>;
  /** English goes out as well. */
  english: boolean;
  /** RFC 3339. */
  onset?: string | undefined;
  until?: string | undefined;
  web: string;
  pinned: boolean;
  acknowledge: boolean;
  knockAt?: string | undefined;
  policy?: PolicyWords | undefined;
  attachments: readonly Attachment[];
  audience: Audience;
  /** What it follows. */
  follows?: { eventId: string; seenVersion: number };
  /** Where the server keeps it as a draft, and what of it the server has. */
  draft?: { id: string; version: number; content: string };
  /** Goes out by itself then. */
  publishAt?: string | undefined;
  keptAt?: number;
}

const noWords: TemplateWords = { headline: '', description: '', instruction: '' };

export const emptyWriting: Writing = {
  severity: 'Minor',
  urgency: 'Unknown',
  certainty: 'Unknown',
  category: 'Other',
  words: { zh: noWords, en: noWords },
  english: false,
  web: '',
  pinned: false,
  acknowledge: false,
  attachments: [],
  audience: { include: [], except: [] },
};

export const templateOf = ({ template }: Pick<Writing, 'template'>): NoticeTemplate | undefined =>
  noticeTemplates.find(({ code }) => code === template);

/** Begun from a template: its words, times and what it asks for; to whom it goes stays. */
export function fromTemplate(writing: Writing, template: NoticeTemplate, now: number): Writing {
  const times = timesOf(template, now);
  const { severity, urgency, certainty, category } = template;
  return {
    ...writing,
    template: template.code,
    severity,
    urgency,
    certainty,
    category,
    onset: times.onset,
    until: times.until,
    words: { zh: wordsOf(template, times, 'zh'), en: wordsOf(template, times, 'en') },
    english: true,
    acknowledge: template.acknowledge ?? false,
    policy: template.policy ? (writing.policy ?? emptyPolicy) : undefined,
  };
}

/** Moved in time; the words of its template follow. */
export function moved(
  writing: Writing,
  to: { onset?: string | undefined; until?: string | undefined },
): Writing {
  const next = { ...writing, ...to };
  const template = templateOf(writing);
  if (!template || !writing.onset || !writing.until || !next.onset || !next.until) return next;
  const times = {
    from: { onset: writing.onset, until: writing.until },
    to: { onset: next.onset, until: next.until },
  };
  const follow = (language: Language): TemplateWords =>
    wordsMoved(template, writing.words[language], { ...times, language });
  return { ...next, words: { zh: follow('zh'), en: follow('en') } };
}

/** Why it cannot be looked at yet; undefined when it can. */
export type Lacks = 'headline' | 'blanks' | 'english' | 'order' | 'policy' | 'web' | 'knock' | 'over';

export function lacksOf(writing: Writing, now: number): Lacks | undefined {
  const { words, english, onset, until, policy, web, knockAt, acknowledge } = writing;
  if (words.zh.headline.trim() === '') return 'headline';
  const left = (language: Language): boolean =>
    Object.values(words[language]).some((text) => blanksIn(text).length > 0);
  if (left('zh')) return 'blanks';
  if (english && (left('en') || words.en.headline.trim() === '')) return 'english';
  if (until !== undefined && Date.parse(until) <= now) return 'over';
  if (onset !== undefined && until !== undefined && Date.parse(onset) >= Date.parse(until)) return 'order';
  if (policy && policyOf(policy) === undefined) return 'policy';
  if (web.trim() !== '' && !/^https:\/\/[^\s]+\.[^\s]+$/.test(web.trim())) return 'web';
  if (knockAt !== undefined && acknowledge) {
    const knock = Date.parse(knockAt);
    if (until === undefined || knock >= Date.parse(until) || knock <= now) return 'knock';
  }
  return undefined;
}

/** As it goes to the server. */
export function contentOf(writing: Writing): NoticeContent {
  const { severity, urgency, certainty, category, words, english, onset, until, audience, web } = writing;
  const { pinned, acknowledge, knockAt, policy, attachments } = writing;
  const info = (language: Language): NoticeInfo => {
    const { headline, description, instruction } = words[language];
    return {
      language,
      headline: headline.trim(),
      description: description.trim(),
      ...(instruction.trim() ? { instruction: instruction.trim() } : {}),
    };
  };
  const entitled = policy && policyOf(policy);
  return {
    severity,
    urgency,
    certainty,
    category,
    info: [info('zh'), ...(english ? [info('en')] : [])],
    audience: { include: [...audience.include], except: [...audience.except] },
    ...(onset ? { onset } : {}),
    ...(until ? { expiresAt: until } : {}),
    ...(web.trim() ? { web: web.trim() } : {}),
    ...(pinned ? { pinned } : {}),
    ...(acknowledge ? { acknowledge, ...(knockAt ? { knockAt } : {}) } : {}),
    ...(entitled ? { policy: entitled } : {}),
    ...(attachments.length > 0
      ? { attachments: [...attachments] as NonNullable<NoticeContent['attachments']> }
      : {}),
  };
}

type Said = Omit<NoticeContent, 'audience' | 'expiresAt'> & {
  audience: { include: string[]; except?: string[] };
  expiresAt?: string | null;
};

/** What stands already, to be written on: a draft, or a notice that is out. */
export function writingOf(content: Said | Notice): Writing {
  const wordsIn = (language: Language): TemplateWords => {
    const info = content.info.find((each) => each.language === language);
    return info ? { ...noWords, ...info } : noWords;
  };
  const { severity, category, urgency = 'Unknown', certainty = 'Unknown' } = content;
  return {
    ...emptyWriting,
    severity,
    urgency,
    certainty,
    category,
    words: { zh: plain(wordsIn('zh')), en: plain(wordsIn('en')) },
    english: content.info.some(({ language }) => language === 'en'),
    onset: content.onset,
    until: content.expiresAt ?? undefined,
    web: content.web ?? '',
    pinned: content.pinned ?? false,
    acknowledge: content.acknowledge ?? false,
    knockAt: content.knockAt,
    policy: content.policy && policyWordsOf(content.policy),
    attachments: content.attachments ?? [],
    audience: { include: content.audience.include, except: content.audience.except ?? [] },
  };
}

const plain = ({ headline, description, instruction }: TemplateWords): TemplateWords => ({
  headline,
  description,
  instruction,
});
