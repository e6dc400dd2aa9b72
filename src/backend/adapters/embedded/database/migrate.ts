import { Migrator, type Kysely } from 'kysely';
import { DatabaseError, messageOf } from './errors';
import { migrations } from './migrations';
import { writeRequestNext } from './request-next';

/**
 * Brings the tables up to what this version expects: forward only, each migration once, all or none.
 * Several processes that start together take turns.
 * @throws DatabaseError `migration`
 */
export async function migrate<T>(kysely: Kysely<T>): Promise<void> {
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return writeRequestNext(kysely);
  const newer = /previously executed migration (\S+) is missing/.exec(messageOf(error))?.[1];
  if (newer !== undefined) {
    throw new DatabaseError('migration', `the data was written by a newer version (${newer})`, error);
  }
  const failed = results?.find((each) => each.status === 'Error')?.migrationName ?? 'before the first step';
  throw new DatabaseError(
    'migration',
    `cannot bring the database up to this version (${failed}): ${messageOf(error)}`,
    error,
  );
}
