import type { Result } from '@contract/result';
import type { Slot } from '@contract/visit/slots';
import type { Arranged } from '@contract/visit/visit';

export interface Visit extends Arranged {
  requestId: string;
}

/** What is arranged at people's doors: for each request at most one visit, and nobody at two doors at once. */
export interface Visits {
  of(requestIds: readonly string[]): Promise<Visit[]>;
  /** Those of a worker within a stretch of time, in its order. */
  booked(workerId: string, within: Slot): Promise<(Visit & { booked: Slot })[]>;
  /**
   * Instead of what was arranged before.
   * `slot-taken`: at the hour that was chosen that worker is expected elsewhere. Refuse then, and keep nothing of the
   * transaction it was asked in.
   */
  arrange(requestId: string, arranged: Arranged): Promise<Result<void, 'slot-taken'>>;
  /** Nobody comes any more. */
  clear(requestId: string): Promise<Result<void, never>>;
}
