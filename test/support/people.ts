import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/backend/adapters/embedded/database';
import type { Grant } from '../../src/contract/role';
import { levelOf, lineage } from '../../src/contract/region/code';

const since = new Date('2026-01-01T00:00:00.000Z');

/** Puts nodes into the tree, with those above them; each is named by its code unless a name is given. */
export async function addRegions(database: Database, names: Record<string, string>): Promise<void> {
  const codes = [...new Set(Object.keys(names).flatMap(lineage))];
  await database.kysely
    .insertInto('region')
    .values(
      codes.map((code) => ({
        code,
        name: names[code] ?? code,
        level: levelOf(code) ?? 'grid',
        parent: lineage(code).at(-2) ?? null,
      })),
    )
    .onConflict((known) => known.doNothing())
    .execute();
}

export interface SomeoneOptions {
  name?: string;
  home?: string;
  building?: string;
  grants?: Grant[];
  /** The community has seen them. */
  confirmed?: true;
  /** Has not agreed to the privacy text. */
  undecided?: true;
}

/** A person who has agreed to the privacy text, and the persona they sign in as in the demo. */
export async function addPerson(
  database: Database,
  persona: string,
  { name, home, building, grants = [], confirmed, undecided }: SomeoneOptions = {},
): Promise<string> {
  const id = randomUUID();
  await database.kysely
    .insertInto('person')
    .values({
      id,
      name: name ?? persona,
      confirmed: confirmed ?? false,
      home_node: home ?? null,
      home_building: building ?? null,
      privacy_version: undecided ? null : '1',
      privacy_agreed_at: undecided ? null : since,
      created_at: since,
    })
    .execute();
  await database.kysely
    .insertInto('identity')
    .values({ provider: 'demo', subject: persona, person_id: id })
    .execute();
  for (const grant of grants)
    await database.kysely
      .insertInto('role_grant')
      .values({ person_id: id, ...grant, granted_at: since })
      .execute();
  return id;
}

/** The community has seen them. */
export async function confirmPeople(database: Database, ids: readonly string[]): Promise<void> {
  await database.kysely.updateTable('person').set({ confirmed: true }).where('id', 'in', ids).execute();
}
