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
  /** Inside a transaction: what is read here may be seen by nobody else. */
  readonly isTogether: boolean;
  together<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Does work when all else in the transaction is done, just before it commits: a lock that everybody wants is then
   * taken last by all, and held for a moment. Outside a transaction at once, in one of its own.
   */
  atEnd(work: () => Promise<void>): Promise<void>;
}

interface Scope {
  transaction?: Kysely<Schema>;
  /** What is to be done before the commit. */
  readonly last: (() => Promise<void>)[];
}

export function unitOf(kysely: Kysely<Schema>): Unit {
  // A timer or listener that was set up inside outlives its transaction; then it is on its own.
  const current = new AsyncLocalStorage<Scope>();
  const inside = () => current.getStore()?.transaction;

  const together: Unit['together'] = (work) => {
    if (inside()) return work();
    return kysely.transaction().execute(async (transaction) => {
      const scope: Scope = { transaction, last: [] };
      try {
        return await current.run(scope, async () => {
          const done = await work();
          for (let next = scope.last.shift(); next; next = scope.last.shift()) await next();
          return done;
        });
      } finally {
        delete scope.transaction;
      }
    });
  };

  return {
    get db() {
      return inside() ?? kysely;
    },
    get isTogether() {
      return inside() !== undefined;
    },
    together,
    atEnd: (work) =>
      together(() => {
        current.getStore()?.last.push(work);
        return Promise.resolve();
      }),
  };
}
