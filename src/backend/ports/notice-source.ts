import type { Audience, Reader } from '@contract/notice/audience';
import type { MessageType, NoticeCategory, Severity } from '@contract/notice/notice';
import type { Language } from '@contract/text';

export interface NoticeInfo {
  language: Language;
  headline: string;
  description: string;
  instruction?: string;
}

export interface NoticeDraft {
  msgType: MessageType;
  severity: Severity;
  category: NoticeCategory;
  info: NoticeInfo[];
  authorId: string;
  authorNode: string;
  audience: Audience;
  expiresAt: Date | null;
}

export interface PublishedNotice extends Omit<NoticeDraft, 'authorId'> {
  /** Null once they closed their account. */
  authorId: string | null;
  id: string;
  sentAt: Date;
}

/** Notices: one row each, found by a reader through their own codes. */
export interface NoticeSource {
  publish(draft: NoticeDraft): Promise<PublishedNotice>;
  get(id: string): Promise<PublishedNotice | undefined>;
  /** In force for a reader, newest first. */
  feed(
    reader: Reader & { personId: string },
    page: { before?: Date; limit: number },
  ): Promise<(PublishedNotice & { read: boolean })[]>;
  unread(reader: Reader & { personId: string }): Promise<number>;
  hasRead(id: string, personId: string): Promise<boolean>;
  markRead(id: string, personId: string): Promise<void>;
}
