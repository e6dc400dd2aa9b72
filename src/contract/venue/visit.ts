const DAY = 86_400_000;
/** A visit is kept on the phone for so long (ms), and a notice looks back no further. */
export const VISIT_KEPT_FOR = 14 * DAY;
/** A scan tells when somebody came, not when they left: a visit is taken to last so long (ms) from it. */
export const VISIT_LASTS = 2 * 3_600_000;

/** One scan of a venue's poster. Stays on the phone that scanned. */
export interface Visit {
  venueId: string;
  venueName: string;
  /** Epoch milliseconds. */
  at: number;
}

/** Those not older than fourteen days. */
export const keptVisits = <V extends Visit>(visits: readonly V[], now: number): V[] =>
  visits.filter(({ at }) => at > now - VISIT_KEPT_FOR);
