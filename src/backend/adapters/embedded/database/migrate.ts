import { Migrator, type Kysely } from 'kysely';
import { DatabaseError, messageOf } from './errors';
import { migrations } from './migrations';

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
  if (error === undefined) return;
  const failed = results?.find((each) => each.status === 'Error')?.migrationName;
  throw new DatabaseError(
    'migration',
    `cannot bring the database up to this version${failed ? ` (${failed})` : ''}: ${messageOf(error)}`,
    error,
  );
}
