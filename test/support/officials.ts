import type { Database } from '../../src/backend/adapters/embedded/database';
import { addPerson, confirmPeople } from './people';
import { community, type WorldRole } from './world';

/** Of whom it takes two, or one of a level above: as in the demo's personas. */
export type Official = 'officer-2' | 'county-officer-2' | 'city-officer';

/** Beside the world's own officials a second one of each level and one above; all of them seen by the community. */
export async function addOfficials(
  database: Database,
  world: Record<WorldRole, string>,
): Promise<Record<Official, string>> {
  const officer = (persona: Official, name: string, node: string) =>
    addPerson(database, `world:${persona}`, { name, grants: [{ role: 'officer', node }] });
  const added = {
    'officer-2': await officer('officer-2', '许文静', community),
    'county-officer-2': await officer('county-officer-2', '高远', '330106'),
    'city-officer': await officer('city-officer', '方敏', '3301'),
  };
  await confirmPeople(database, [...Object.values(world), ...Object.values(added)]);
  return added;
}
