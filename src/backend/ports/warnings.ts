import type { MessageType } from '@contract/notice/notice';

/** What became of a file that another system sent as CAP. */
export type Taken =
  /** Residents see it: as a new card, or as what became of one. */
  | { what: 'published'; eventId: string; msgType: MessageType; nodes: readonly string[]; signed: boolean }
  /** The same alert was taken before. */
  | { what: 'known' }
  /** Taken, and nothing of it shown. */
  | { what: 'kept'; why: string }
  /** No alert, or a wrong one. */
  | { what: 'quarantined'; reasons: readonly string[] };

export interface Quarantined {
  id: string;
  origin: string;
  reasons: readonly string[];
  takenAt: Date;
}

/** Alerts of other systems, as they come in. Whatever a file is, taking it twice does no harm. */
export interface Warnings {
  /** @param origin the feed it came by, or `file` where somebody at the machine brought it */
  take(bytes: Uint8Array, origin: string): Promise<Taken>;
  /** Newest first. */
  quarantined(limit: number): Promise<Quarantined[]>;
  /** Ends what has been kept long enough. */
  sweep(): Promise<void>;
}
