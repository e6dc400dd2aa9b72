import type { ExposureWindow } from './exposure';
import { type Visit, VISIT_LASTS } from './visit';

export type NoticeOfVenue = ExposureWindow & { venueId: string };

/** Whether somebody who came then was there within the window. */
export const wasThere = (visit: Visit, { venueId, from, until }: NoticeOfVenue): boolean =>
  visit.venueId === venueId && visit.at < until && visit.at + VISIT_LASTS > from;

/** The notices that concern a phone's own visits, in their order, each with the visits it concerns. */
export function matches<V extends Visit, N extends NoticeOfVenue>(
  visits: readonly V[],
  notices: readonly N[],
): { notice: N; visits: V[] }[] {
  return notices
    .map((notice) => ({ notice, visits: visits.filter((visit) => wasThere(visit, notice)) }))
    .filter((match) => match.visits.length > 0);
}
