import type { WorkCalendar } from '@contract/working-time/calendar';
import type { PublishedYear } from '@contract/working-time/published-year';

/** Which days are worked: as this software knows them, with the years that a county brought since. */
export interface WorkCalendars {
  inForce(): Promise<WorkCalendar>;
  /** Those brought by file, the latest year first. */
  brought(): Promise<PublishedYear[]>;
  /** @returns whether anything was new */
  put(year: PublishedYear): Promise<boolean>;
}
