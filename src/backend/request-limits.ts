import { clockOf } from '@contract/service-request/clock';
import type { Stretch } from '@contract/working-time/hours';
import type { Reckon } from './adapters/embedded/request-desk';
import type { ServiceCatalogue } from './ports/service-catalogue';
import type { WorkCalendars } from './ports/work-calendars';

/** Limits by the catalogue a request was filed under, the deployment's hours and the calendar in force. */
export const requestLimits =
  (catalogue: ServiceCatalogue, workCalendars: WorkCalendars, hours: readonly Stretch[]): Reckon =>
  async (request, timeline, now) => {
    const category = await catalogue.category(request.category, request.catalogueVersion);
    if (category?.kind !== 'grid') return undefined;
    return clockOf(timeline, category, { calendar: await workCalendars.inForce(), hours }, now);
  };
