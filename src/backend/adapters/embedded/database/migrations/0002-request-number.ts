import { sql, type Kysely } from 'kysely';

/** How many requests have been numbered under each prefix. A row is the lock that makes two filings take turns. */
const ddl = `
create table request_count (
  prefix text primary key,
  last integer not null
)`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(ddl).execute(db);
}
