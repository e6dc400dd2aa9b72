import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely } from 'kysely';
import type { Schema } from './schema';

/**
 * The database as the embedded adapters see it: inside `together` every adapter writes in one transaction
 * without being handed it, so that ports need not speak of transactions.
 * Never reach for the outer connection inside: the embedded database has only one.
 */
export interface Unit {
  readonly db: Kysely<Schema>;
  together<T>(work: () => Promise<T>): Promise<T>;
}

export function unitOf(kysely: Kysely<Schema>): Unit {
  // A timer or listener that was set up inside outlives its transaction; then it is on its own.
  const current = new AsyncLocalStorage<{ transaction?: Kysely<Schema> }>();
  const inside = () => current.getStore()?.transaction;
  return {
    get db() {
      return inside() ?? kysely;
    },
    together: (work) => {
      if (inside()) return work();
      return kysely.transaction().execute(async (transaction) => {
        const scope: { transaction?: Kysely<Schema> } = { transaction };
        try {
          return await current.run(scope, work);
        } finally {
          delete scope.transaction;
        }
      });
    },
  };
}
