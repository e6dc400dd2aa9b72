import type { Language } from '../text';
import type { Audience } from './audience';
import type { Certainty, NoticeCategory, Severity, Urgency } from './notice';
import type { Policy } from './policy';

/** One language of a notice: an `info` block of CAP. */
export interface Info {
  language: Language;
  headline: string;
  description: string;
  instruction?: string;
}

/** A file that goes with it. */
export interface Attachment {
  /** The file's id. */
  id: string;
  name: string;
  /** Media type. */
  type: string;
  bytes: number;
}

/** What an author writes, whole: a draft holds it, and publishing copies it. Times are RFC 3339. */
export interface Content {
  severity: Severity;
  urgency: Urgency;
  certainty: Certainty;
  category: NoticeCategory;
  /** Chinese first. */
  info: readonly Info[];
  audience: Audience;
  onset?: string;
  expiresAt?: string;
  web?: string;
  pinned?: boolean;
  /** Asks everybody to say that they know. */
  acknowledge?: boolean;
  /** Who has not said so by then may be knocked for; said beforehand in the notice itself. */
  knockAt?: string;
  policy?: Policy;
  attachments?: readonly Attachment[];
}

/** What it asks for cannot be held together. Each is a pointer into the content and a reason. */
export function contradictions(content: Content, now: number): { pointer: string; reason: string }[] {
  const wrong: { pointer: string; reason: string }[] = [];
  const languages = content.info.map(({ language }) => language);
  if (new Set(languages).size < languages.length)
    wrong.push({ pointer: '/info', reason: 'a language twice' });
  if (!languages.includes('zh')) wrong.push({ pointer: '/info', reason: 'Chinese is missing' });
  const expires = content.expiresAt === undefined ? undefined : Date.parse(content.expiresAt);
  if (content.onset !== undefined && expires !== undefined && Date.parse(content.onset) >= expires)
    wrong.push({ pointer: '/onset', reason: 'after its end' });
  if (content.knockAt !== undefined) {
    const knock = Date.parse(content.knockAt);
    if (content.acknowledge !== true) wrong.push({ pointer: '/knockAt', reason: 'nothing to acknowledge' });
    if (expires === undefined) wrong.push({ pointer: '/knockAt', reason: 'a list needs an end' });
    else if (knock >= expires) wrong.push({ pointer: '/knockAt', reason: 'after its end' });
    if (knock <= now) wrong.push({ pointer: '/knockAt', reason: 'past' });
  }
  return wrong;
}
