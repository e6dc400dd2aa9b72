import { CompiledQuery, type Kysely } from 'kysely';
import type { Schema } from './schema';

const names = new Map<string, string>();

/** What PostgreSQL is to call a statement, so that it parses and plans it once for each connection; most have no name. */
export const nameOf = (text: string): string | undefined => names.get(text);

/** Asks a statement with its values, in their order. */
type Ask<Row> = (db: Kysely<Schema>, values: readonly unknown[]) => Promise<Row[]>;

/**
 * A statement that calls ask again and again: its text is made once. Only for what is found by a key, since its plan is
 * made before any value is known.
 * @param make plain SQL, or how it is built on a database
 */
export function prepared<Row>(make: string | ((db: Kysely<Schema>) => CompiledQuery<Row>)): Ask<Row> {
  let made: CompiledQuery<Row> | undefined;
  const statementOn = (db: Kysely<Schema>): CompiledQuery<Row> => {
    if (made) return made;
    made = typeof make === 'string' ? (CompiledQuery.raw(make) as CompiledQuery<Row>) : make(db);
    if (!names.has(made.sql)) names.set(made.sql, `linli_${names.size}`);
    return made;
  };
  return async (db, values) => (await db.executeQuery<Row>({ ...statementOn(db), parameters: values })).rows;
}
