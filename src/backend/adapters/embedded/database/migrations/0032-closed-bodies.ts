import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // A body that is no more: its row, its card and who kept it stay, and nobody is sent there.
  await sql.raw('alter table body add column closed_from timestamptz').execute(db);
}
