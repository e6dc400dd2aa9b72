import type { Audience } from '@contract/notice/audience';
import type { Door } from '@contract/notice/look-in';

/** How many people of a place. */
export interface Reached {
  audience: number;
  /** Their phone has it. */
  delivered: number;
  opened: number;
  acknowledged: number;
}

/** Whom a notice reaches, in numbers: never who. */
export interface NoticeReach {
  /**
   * People with a home there or who follow a place there; `maybe` those of them who gave no building where only some
   * are meant. `homesWithout`: doors where nobody has given that building, an estimate; null where no doors were imported.
   */
  preview(audience: Audience): Promise<{ people: number; maybe: number; homesWithout: number | null }>;
  /** By community, of everybody it is for now; who follows a place is counted where they live. */
  counts(event: {
    id: string;
    eventId: string;
    seq: number;
    audience: Audience;
  }): Promise<ReadonlyMap<string, Reached>>;
  /** Sent to so many as a message of WeChat. */
  nudged(eventId: string): Promise<number>;
  /** Doors of some grids where nobody has said that they know, and whose they are; only of those who gave their door. */
  doors(
    eventId: string,
    audience: Audience,
    grids: readonly string[],
  ): Promise<(Door & { people: string[] })[]>;
}
