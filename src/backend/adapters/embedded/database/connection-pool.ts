import { Client, type ClientConfig } from 'pg';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import type { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient } from 'kysely';

/** What both drivers share of a connection lent to one user at a time. */
export interface Lent {
  query(
    sql: string,
    parameters: readonly unknown[],
  ): Promise<{ command: string; rowCount: number | null; rows: unknown[] }>;
  /** Outside any transaction, as far as is known: a failure is told before its effect on the transaction. */
  idle(): boolean;
  /** `usable` false: nobody else should get this connection. */
  release(usable: boolean): void;
}

/**
 * A pool as Kysely wants it, with two safeguards on every connection:
 * a commit that PostgreSQL turned into a rollback fails (a caller that swallowed an earlier error would
 * otherwise believe its writes are kept), and a connection left inside a transaction is not lent on.
 */
export function guardedPool(borrow: () => Promise<Lent>, end: () => Promise<void>): PostgresPool {
  return { end, connect: async () => guarded(await borrow()) };
}

function guarded(lent: Lent): PostgresPoolClient {
  let failed = false;
  const client = {
    query: async (sql: string, parameters: readonly unknown[]) => {
      failed = true;
      const result = await lent.query(sql, parameters);
      failed = false;
      if (result.command === 'ROLLBACK' && sql === 'commit') {
        throw new Error('the transaction had failed before its commit and was rolled back');
      }
      return result;
    },
    release: () => {
      if (!failed && lent.idle()) return lent.release(true);
      cleanUp(lent).then(
        () => lent.release(true),
        () => lent.release(false),
      );
    },
  };
  return client as PostgresPoolClient;
}

async function cleanUp(lent: Lent): Promise<void> {
  // An empty query only brings back the true state.
  await lent.query('', []);
  if (!lent.idle()) await lent.query('rollback', []);
}

/**
 * The embedded database is one connection: users take turns, and a transaction keeps its turn until its end.
 * @param patience how long one waits for a turn, in milliseconds, before the call fails
 */
export async function singleConnection(lite: PGlite, patience: number): Promise<PostgresPool> {
  const client = new Client(createPgConfig(lite) as unknown as ClientConfig);
  // The query under way fails with the same error; without a listener it would end the process as well.
  client.on('error', () => undefined);
  await client.connect();
  const waiting: (() => void)[] = [];
  let taken = false;
  let ended = false;

  const turn = () =>
    new Promise<void>((resolve, reject) => {
      if (!taken) {
        taken = true;
        return resolve();
      }
      const mine = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(mine), 1);
        reject(new Error(`no turn on the embedded database within ${patience} ms`));
      }, patience);
      waiting.push(mine);
    });
  const next = () => {
    const first = waiting.shift();
    if (first) first();
    else taken = false;
  };

  const borrow = async (): Promise<Lent> => {
    if (ended) throw new Error('the database is closed');
    await turn();
    return {
      query: (sql, parameters) => client.query(sql, [...parameters]),
      idle: () => client.getTransactionStatus() === 'I',
      release: next,
    };
  };
  return guardedPool(borrow, async () => {
    if (ended) return;
    await turn();
    ended = true;
    next();
    await client.end();
  });
}
