import type { CalendarDay } from '@contract/calendar-day';

/** A phone that is signed in. Its id is its session's. */
export interface Phone {
  id: string;
  /** What it called itself; empty when it did not. */
  device: string;
  signedInAt: Date;
  usedOn: CalendarDay;
  /** Ids of those whose codes it bears now. */
  bears: string[];
}

export interface Phones {
  /** Last used first. */
  of(personId: string): Promise<Phone[]>;
  /**
   * Ends the phone: its session, and every key and code on it, whoever they are of.
   * @returns false when the person has no such phone signed in
   */
  lose(personId: string, id: string): Promise<boolean>;
  /** @returns how many were ended */
  loseAll(personId: string): Promise<number>;
}
