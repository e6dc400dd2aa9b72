import type { Role } from '@contract/role';
import type { Language } from '@contract/text';
import { randomUUID } from 'node:crypto';
import { sql, type ExpressionBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Clock } from '../../../ports/clock';
import type { Identity } from '../../../ports/identity';
import type { People, Person, PersonChange } from '../../../ports/store';
import type { Schema } from '../database/schema';
import type { Unit } from '../database/unit';

/** A person with their grants, in one query: every call of a signed-in person asks for it. */
export const personColumns = (from: ExpressionBuilder<Schema, 'person'>) =>
  [
    'person.id as person_id',
    'person.name',
    'person.confirmed',
    // As text: the driver would make it midnight of wherever this process runs.
    sql<string | null>`person.born_on::text`.as('born_on'),
    'person.home_node',
    'person.home_building',
    'person.language',
    'person.privacy_version',
    jsonArrayFrom(
      from
        .selectFrom('role_grant')
        .select(['role_grant.role', 'role_grant.node'])
        .whereRef('role_grant.person_id', '=', 'person.id')
        .orderBy('role_grant.node')
        .orderBy('role_grant.role'),
    ).as('grants'),
  ] as const;

interface PersonRow {
  person_id: string;
  name: string | null;
  confirmed: boolean;
  born_on: string | null;
  home_node: string | null;
  home_building: string | null;
  language: string | null;
  privacy_version: string | null;
  grants: { role: string; node: string }[];
}

export const personOf = (row: PersonRow): Person => ({
  id: row.person_id,
  name: row.name,
  confirmed: row.confirmed,
  bornOn: row.born_on,
  home: row.home_node === null ? null : { node: row.home_node, building: row.home_building },
  language: row.language as Language | null,
  privacyVersion: row.privacy_version,
  grants: row.grants.map(({ role, node }) => ({ role: role as Role, node })),
});

export function createPeople(unit: Unit, clock: Clock): People {
  const get = async (id: string): Promise<Person | undefined> => {
    const row = await unit.db
      .selectFrom('person')
      .select(personColumns)
      .where('person.id', '=', (from) =>
        from.fn.coalesce(
          from.selectFrom('person as asked').select('asked.joined_into').where('asked.id', '=', id),
          sql<string>`${id}::uuid`,
        ),
      )
      .executeTakeFirst();
    return row && personOf(row);
  };

  const find = async ({ provider, subject }: Identity): Promise<Person | undefined> => {
    const row = await unit.db
      .selectFrom('identity')
      .innerJoin('person', 'person.id', 'identity.person_id')
      .select(personColumns)
      .where('identity.provider', '=', provider)
      .where('identity.subject', '=', subject)
      .executeTakeFirst();
    return row && personOf(row);
  };

  /** Two devices may sign in for the first time at once: the second waits here and finds the first's person. */
  const make = (identity: Identity): Promise<Person> =>
    unit.together(async () => {
      const name = `identity ${identity.provider} ${identity.subject}`;
      await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(unit.db);
      const found = await find(identity);
      if (found) return found;
      const id = randomUUID();
      await unit.db.insertInto('person').values({ id, created_at: clock.now() }).execute();
      await unit.db
        .insertInto('identity')
        .values({ ...identity, person_id: id })
        .execute();
      return present(await get(id));
    });

  return {
    get,
    of: async (identity) => (await find(identity)) ?? (await make(identity)),
    async change(id, change) {
      await unit.db.updateTable('person').set(columnsOf(change, clock.now())).where('id', '=', id).execute();
      return present(await get(id));
    },
  };
}

function present(person: Person | undefined): Person {
  if (!person) throw new RangeError('no such person');
  return person;
}

function columnsOf(change: PersonChange, now: Date) {
  return {
    // Nobody confirmed the new name: it is self-declared until the community has seen the person again.
    ...(change.name === undefined
      ? {}
      : {
          name: change.name,
          confirmed: sql<boolean>`confirmed and name is not distinct from ${change.name}`,
        }),
    ...(change.home === undefined
      ? {}
      : { home_node: change.home?.node ?? null, home_building: change.home?.building ?? null }),
    ...(change.language === undefined ? {} : { language: change.language }),
    ...(change.privacyVersion === undefined
      ? {}
      : { privacy_version: change.privacyVersion, privacy_agreed_at: now }),
  };
}
