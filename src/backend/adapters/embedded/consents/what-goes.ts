import type { ConsentKind } from '@contract/personal-data/consent';
import { type RawBuilder, sql } from 'kysely';

/** What was kept by a consent, and goes with it. */
export const whatGoes: Readonly<Record<ConsentKind, (personId: string) => RawBuilder<unknown>>> = {
  // Their facts go with the declarations. What a guardian said of a child is the guardian's to take back.
  health: (personId) =>
    sql`delete from declaration where person_id = ${personId} and declared_by = ${personId}`,
  // Grid and address stay, so that the matter can be handled.
  location: (personId) => sql`
    update service_request set place = place - 'point'
      where filer_id = ${personId} and jsonb_exists(place, 'point')`,
};
