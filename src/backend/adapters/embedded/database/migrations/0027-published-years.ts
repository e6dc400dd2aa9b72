import { sql, type Kysely } from 'kysely';

/** The State Council's notices of holidays that a county brought by file, for years this software does not know. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table published_year (
        year integer primary key,
        content jsonb not null,
        brought_at timestamptz not null
      )`,
    )
    .execute(db);
}
