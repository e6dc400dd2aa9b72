import type { WishReason } from '@contract/notice/look-in';
import type { NoticeCategory } from '@contract/notice/notice';
import type { Followed } from '@contract/notice/places';

export interface ReaderSettings {
  followed: readonly Followed[];
  muted: readonly NoticeCategory[];
  door: string | null;
  lookIn: readonly WishReason[];
}

/** What a resident wants to hear of, and what they let their grid's team know. */
export interface NoticeReaders {
  of(personId: string): Promise<ReaderSettings>;
  followed(personId: string): Promise<Followed[]>;
  /** What is left out stays. */
  change(personId: string, change: Partial<ReaderSettings>): Promise<void>;
}
