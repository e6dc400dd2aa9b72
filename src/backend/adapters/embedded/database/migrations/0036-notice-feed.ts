import { sql, type Kysely } from 'kysely';

/**
 * A feed looks for the newest messages alone, so only they are indexed; each index is kept as it is written to (no list
 * that every reader would have to go through first). Who comes back asks for what is after a cursor.
 */
const ddl = [
  `drop index notice_by_audience`,
  `drop index notice_by_building_grid`,
  `create index notice_by_audience on notice using gin (include) with (fastupdate = off) where superseded_at is null`,
  `create index notice_by_whole on notice using gin (include_grids) with (fastupdate = off) where superseded_at is null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of ddl) await sql.raw(statement).execute(db);
}
