import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // `json`, not `jsonb`: a county that exports it finds its entries written as they were.
  // `in_force_from` is null for what came with the software.
  await sql
    .raw(
      `create table service_catalogue (
        version text primary key,
        catalogue json not null,
        in_force_from timestamptz
      )`,
    )
    .execute(db);
}
