import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // How far each source's feed of changes has been read.
  await sql
    .raw(
      `create table source_feed (origin text primary key, cursor text not null, read_at timestamptz not null)`,
    )
    .execute(db);
}
