import type { Audience } from './audience';
import type { Attachment, Content, Info } from './content';
import type { Certainty, MessageType, NoticeCategory, Severity, Urgency } from './notice';
import type { Policy } from './policy';

/** One message, as it goes out: an Alert, or what follows one. */
export interface NoticeMessage {
  msgType: MessageType;
  severity: Severity;
  urgency: Urgency;
  certainty: Certainty;
  category: NoticeCategory;
  info: readonly Info[];
  /** Null for what came from another system, or once they closed their account. */
  authorId: string | null;
  authorNode: string;
  audience: Audience;
  onset: Date | null;
  expiresAt: Date | null;
  web: string | null;
  pinned: boolean;
  acknowledge: boolean;
  knockAt: Date | null;
  policy: Policy | null;
  attachments: readonly Attachment[];
  approvedBy: string | null;
  /** Syllables and initials of its headlines, for search. */
  pinyin: string;
}

/** Where a message goes out from, and who answers for it. */
export interface By {
  authorId: string | null;
  node: string;
  approvedBy?: string | null;
}

const dateOf = (moment: string | undefined): Date | null => (moment === undefined ? null : new Date(moment));

/** What an author wrote, as it goes out. */
export function messageOf(
  content: Content,
  { authorId, node, approvedBy = null }: By,
  { msgType = 'Alert', pinyin = '' }: { msgType?: MessageType; pinyin?: string } = {},
): NoticeMessage {
  const { severity, urgency, certainty, category, info, audience } = content;
  return {
    msgType,
    severity,
    urgency,
    certainty,
    category,
    info,
    audience,
    authorId,
    authorNode: node,
    onset: dateOf(content.onset),
    expiresAt: dateOf(content.expiresAt),
    web: content.web ?? null,
    pinned: content.pinned ?? false,
    acknowledge: content.acknowledge ?? false,
    knockAt: dateOf(content.knockAt),
    policy: content.policy ?? null,
    attachments: content.attachments ?? [],
    approvedBy,
    pinyin,
  };
}
