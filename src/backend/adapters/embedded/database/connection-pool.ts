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
  /** `idle` outside any transaction. */
  idle(): boolean;
  release(clean: boolean): void | Promise<void>;
}

/**
 * A pool as Kysely wants it, with two safeguards on every connection:
 * a commit that PostgreSQL turned into a rollback fails (a caller that swallowed an earlier error would
 * otherwise believe its writes are kept), and a connection left inside a transaction is not lent on.
 */
export function guardedPool(borrow: () => Promise<Lent>, end: () => Promise<void>): PostgresPool {
  return {
    end,
    connect: async () => {
      const lent = await borrow();
      const client = {
        query: async (sql: string, parameters: readonly unknown[]) => {
          const result = await lent.query(sql, parameters);
          if (result.command === 'ROLLBACK' && sql === 'commit') {
            throw new Error('the transaction had failed before its commit and was rolled back');
          }
          return result;
        },
        release: () => void lent.release(lent.idle()),
      };
      return client as PostgresPoolClient;
    },
  };
}

/**
 * The embedded database is one connection: users take turns, and a transaction keeps its turn until its end.
 * @param patience how long one waits for a turn, in milliseconds, before the call fails
 */
export async function singleConnection(lite: PGlite, patience: number): Promise<PostgresPool> {
  const client = new Client(createPgConfig(lite) as unknown as ClientConfig);
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
      release: async (clean) => {
        if (!clean) await client.query('rollback').catch(() => undefined);
        next();
      },
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
