import type { CalendarDay } from '../calendar-day';

/** What the desk saw and would have written at once, were there nothing that comes with it. */
export interface HeldDocument {
  /**
   * `account`: of somebody signed in, `document`: of somebody without a phone, `child`: of a guardian's child, by their
   * relation.
   */
  way: 'account' | 'document' | 'child';
  relationId?: string;
  name: string;
  /** Hex. */
  personKey: string;
  bornOn: CalendarDay | null;
  /** Who saw it. */
  seenBy: string;
  mayReplace: boolean;
  home: { node: string; building: string | null };
}

/** A second account of one person, which the desk would have joined into the first. */
export interface HeldJoin {
  way: 'join';
  joinId: string;
}
