import { sql, type Kysely } from 'kysely';

const ddl = [
  // What an address is found by, as it is compared: worked out once when it is put in, not at every search.
  `alter table address
    add column plain text not null default '',
    add column plain_names text not null default ''`,
  // The post that the county's list gives a person, so that a new list can end it when it names another.
  `alter table staff
    add column role text not null,
    add column node text not null references region (code)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of ddl) await sql.raw(statement).execute(db);
}
