import { Pool } from 'pg';
import { guardedPool } from './connection-pool';
import type { Driver } from './driver';
import { DatabaseError, messageOf } from './errors';
import type { Log } from './log';
import { PostgresListener } from './postgresql-listener';
import { nameOf } from './prepared';

/**
 * Connects to a PostgreSQL server.
 * @param url `postgres://user:password@host:port/database`; never shown in an error or a log
 * @throws DatabaseError `unreachable`
 */
export async function openPostgres(url: string, log: Log): Promise<Driver> {
  const address = { connectionString: url, application_name: 'linli', keepAlive: true };
  const pool = new Pool({ ...address, max: 10, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000 });
  // A connection that breaks is replaced, and a query on it fails; but an error that nobody listens for ends
  // the process, whether the connection is idle (then the pool tells) or lent (then only the client does).
  const broken = (error: Error) => log.warn({ reason: error.message }, 'a database connection broke');
  pool.on('error', broken);
  pool.on('connect', (client) => client.on('error', broken));
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw new DatabaseError(
      'unreachable',
      `cannot reach the database of DATABASE_URL: ${reasonOf(error)}`,
      error,
    );
  }
  const listener = new PostgresListener(address, log);
  const borrow = async () => {
    const client = await pool.connect();
    return {
      query: (sql: string, parameters: readonly unknown[]) => {
        const name = nameOf(sql);
        return client.query({ text: sql, values: [...parameters], ...(name === undefined ? {} : { name }) });
      },
      idle: () => client.getTransactionStatus() === 'I',
      release: (usable: boolean) => client.release(!usable),
    };
  };
  return {
    kind: 'postgres',
    pool: guardedPool(borrow, () => pool.end()),
    listen: (channel, heard, missed) => listener.listen(channel, heard, missed),
    close: () => listener.close(),
  };
}

/** Node tries each address of a host and then reports them all at once, with an empty message. */
function reasonOf(error: unknown): string {
  return error instanceof AggregateError ? messageOf(error.errors[0]) : messageOf(error);
}
