import { everyStep } from '../../../../contract/service-request/lifecycle';
import { sql, type Kysely } from 'kysely';

const quoted = (text: string): string => `'${text.replace(/'/g, "''")}'`;

/** The life of a request as one function: (state before, event, role) → state after; null for what is refused. */
const body = `select case before || ' ' || event || ' ' || role
${everyStep
  .map(
    ({ before = '', event, role, next }) =>
      `when ${quoted(`${before} ${event} ${role}`)} then ${quoted(next)}`,
  )
  .join('\n')}
end`;

/**
 * Writes what the contract says of a request's life into the database, so that it refuses the same. Not a migration:
 * the table grows with the contract. Processes that start together take turns.
 */
export async function writeRequestNext<T>(kysely: Kysely<T>): Promise<void> {
  const written = async (db: Kysely<T>): Promise<boolean> => {
    const { rows } = await sql<{ prosrc: string }>`
      select prosrc from pg_proc where proname = 'request_next' and pronamespace = 'public'::regnamespace`.execute(
      db,
    );
    return rows.some(({ prosrc }) => prosrc === body);
  };
  if (await written(kysely)) return;
  await kysely.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('request_next', 0))`.execute(db);
    if (await written(db)) return;
    await sql
      .raw(
        `create or replace function request_next(before text, event text, role text) returns text
        language sql immutable as ${quoted(body)}`,
      )
      .execute(db);
  });
}
