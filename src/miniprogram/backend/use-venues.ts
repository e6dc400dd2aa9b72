import type { ExposureNotice } from '@contract/api';
import { matches } from '@contract/venue/match';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { usePhone } from './phone-context';
import { useRead } from './queries';
import type { KeptVisit } from './venue-log';

/** Where sockets are blocked, the phone asks this often. */
const pollMs = 60_000;

export interface VenueMatch {
  notice: ExposureNotice;
  visits: KeptVisit[];
}

export function useVisits(): readonly KeptVisit[] {
  const { venueLog } = usePhone();
  useEffect(() => void venueLog.drop(), [venueLog]);
  return useSyncExternalStore(venueLog.subscribe, venueLog.visits);
}

/** What was published, the same for everybody; asked for only by phones that have been somewhere. */
export function useExposureNotices() {
  const { live } = usePhone();
  return useRead(
    'GET /v1/exposure-notices',
    {},
    {
      open: true,
      enabled: useVisits().length > 0,
      refetchInterval: live()?.connected() ? false : pollMs,
    },
  );
}

/** What concerns this phone's own visits. Compared here: the server hears neither question nor answer. */
export function useVenueMatches(): VenueMatch[] {
  const visits = useVisits();
  const notices = useExposureNotices().data;
  return useMemo(
    () =>
      matches(
        visits,
        (notices ?? []).map((notice) => ({
          notice,
          venueId: notice.venueId,
          from: Date.parse(notice.from),
          until: Date.parse(notice.until),
        })),
      ).map((match) => ({ notice: match.notice.notice, visits: match.visits })),
    [visits, notices],
  );
}

/** How many of them the person has not looked at yet. */
export function useUnseenMatches(): number {
  const { venueLog } = usePhone();
  const seen = useSyncExternalStore(venueLog.subscribe, venueLog.seen);
  return useVenueMatches().filter(({ notice }) => !seen.includes(notice.id)).length;
}
