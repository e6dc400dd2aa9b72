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
  const current = new AsyncLocalStorage<Kysely<Schema>>();
  return {
    get db() {
      return current.getStore() ?? kysely;
    },
    together: (work) =>
      current.getStore()
        ? work()
        : kysely.transaction().execute((transaction) => current.run(transaction, work)),
  };
}
