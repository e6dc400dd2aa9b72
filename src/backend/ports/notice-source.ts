import type { Audience, Reader } from '@contract/notice/audience';
import type { NoticeMessage } from '@contract/notice/message';
import type { Followed } from '@contract/notice/places';
import type { Result } from '@contract/result';

/** What a message follows: the newest of its event. */
export interface Following {
  eventId: string;
  references: string;
  version: number;
}

/** Where a message of another system came from, so that it is taken once. */
export interface Origin {
  source: string;
  identifier: string;
}

export interface PublishedNotice extends NoticeMessage {
  /** Of the message. */
  id: string;
  /** Of the event: of its first message. */
  eventId: string;
  version: number;
  /** In the order in which messages became visible; whoever has seen one has seen all before it. */
  seq: number;
  references: string | null;
  sentAt: Date;
}

/** Whose feed it is: everywhere they want to hear of. */
export interface FeedReader {
  personId: string;
  readers: readonly Reader[];
  /** Of the places they follow as well. */
  withFollowed?: boolean;
}

export interface FeedPage {
  /** Only what came before this number. */
  before?: number;
  limit: number;
  words?: string;
  after?: number;
  /** Only those whose list of doors is open now; whatever the reader muted. */
  listOpen?: boolean;
}

/** A feed as somebody opens it, with all that a phone wants to know beside it. */
export interface OpenedFeed {
  notices: readonly PublishedNotice[];
  /** The messages the reader has opened, by their ids: of those in the feed at least. */
  read: ReadonlySet<string>;
  /** There is more before the last of them. */
  more: boolean;
  /** Of those that are not muted: what a Cancel says is no news. */
  unread: number;
  /** The last there is for anybody, when this was read. */
  cursor: number;
  /** What the nodes are called that published it. */
  names: ReadonlyMap<string, string>;
  /** Where it was read for besides, when it was asked for. */
  followed: readonly Followed[];
  /** Something of it came after what their phone had; muted or not. */
  isNews: boolean;
}

/** Notices: one row for each message, found by a reader through their own codes; of each event the newest. */
export interface NoticeSource {
  /**
   * `changed-meanwhile`: the event has a newer message than the one this follows.
   */
  publish(
    message: NoticeMessage,
    following?: Following,
    origin?: Origin,
  ): Promise<Result<PublishedNotice, 'changed-meanwhile'>>;
  /** The newest message of an event. */
  get(eventId: string): Promise<PublishedNotice | undefined>;
  /** Every message of an event, oldest first. */
  versions(eventId: string): Promise<PublishedNotice[]>;
  /** The newest messages that a file goes with. */
  withFile(fileId: string): Promise<PublishedNotice[]>;
  /**
   * The newest of each event that is for a reader, not muted and not over, newest first; a cancelled one until it would
   * have been.
   */
  opened(reader: FeedReader, page: FeedPage): Promise<OpenedFeed>;
  /** Of which any message went out from nodes or below: the newest of each event, newest first. */
  publishedFrom(
    nodes: readonly string[],
    page: Pick<FeedPage, 'before' | 'limit'>,
  ): Promise<{ notices: PublishedNotice[]; more: boolean }>;
  /**
   * Which came after a cursor: of the newest those that are for a reader and not over, and those of which the reader was
   * meant by an earlier message, up to the cursor, that would hold still. Oldest first.
   */
  newsAfter(readers: readonly Reader[], after: number): Promise<{ eventId: string; seq: number }[]>;
  /**
   * Every event of which something came after a cursor, with the number of its newest message and everybody any of its
   * messages was for; oldest first.
   */
  since(cursor: number): Promise<{ eventId: string; seq: number; audiences: readonly Audience[] }[]>;
  /** The last number there is; 0 before the first. */
  last(): Promise<number>;
  hasRead(messageId: string, personId: string): Promise<boolean>;
  markRead(messageId: string, personId: string): Promise<void>;
  /** How far somebody's phone has come. */
  delivered(personId: string, seq: number): Promise<void>;
  /** For whom of these people it was said that they know, by event. */
  acknowledged(
    eventIds: readonly string[],
    people: readonly string[],
  ): Promise<ReadonlyMap<string, string[]>>;
  acknowledge(eventId: string, personId: string, byId: string): Promise<void>;
}
