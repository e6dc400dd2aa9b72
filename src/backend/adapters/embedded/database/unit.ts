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
  readonly database: Kysely<Schema>;
  /** One on another database, not over yet, that this one was begun in. */
  readonly around: Scope | undefined;
  transaction?: Kysely<Schema>;
  /** What is to be done before the commit. */
  readonly last: (() => Promise<void>)[];
}

/** One for all databases of a process: every promise takes a step for each that there is. */
const scopes = new AsyncLocalStorage<Scope>();

function scopeOn(database: Kysely<Schema>): Scope | undefined {
  let scope = scopes.getStore();
  while (scope && scope.database !== database) scope = scope.around;
  return scope;
}

export function unitOf(kysely: Kysely<Schema>): Unit {
  // A timer or listener that was set up inside outlives its transaction; then it is on its own.
  const inside = () => scopeOn(kysely)?.transaction;

  const together: Unit['together'] = (work) => {
    if (inside()) return work();
    return kysely.transaction().execute(async (transaction) => {
      const outer = scopes.getStore();
      const around = outer?.transaction && outer;
      const scope: Scope = { database: kysely, around, transaction, last: [] };
      try {
        return await scopes.run(scope, async () => {
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
        scopeOn(kysely)?.last.push(work);
        return Promise.resolve();
      }),
  };
}
