import type { FeedEntry } from '@contract/cap/feed';
import type { Result } from '@contract/result';

/** A centre that publishes warnings as CAP, and a feed of them. */
export interface WarningCentre {
  /** In the operator's words: what comes from it is kept under it. */
  readonly name: string;
  /** What its feed names now, in the feed's order. */
  entries(): Promise<Result<readonly FeedEntry[], 'unavailable'>>;
  /**
   * The file that an entry names, whatever it is.
   * - `elsewhere`: not at the centre itself; it is not fetched, now or later
   */
  file(link: string): Promise<Result<Uint8Array, 'unavailable' | 'elsewhere'>>;
}
