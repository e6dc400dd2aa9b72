import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../src/backend/adapters/embedded/database';
import { createDatabase } from '../support/database-servers';
import { startPostgres } from '../support/postgres';
import type { Row } from './row';

/** One figure on an embedded database of its own, then on a PostgreSQL where there is one. */
export async function onEachDatabase(
  say: (line: string) => void,
  measure: (database: Database, name: string) => Promise<Row>,
): Promise<Row[]> {
  const rows: Row[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'));
  say('filling the embedded database');
  const embedded = await openDatabase({ dataDir: folder });
  try {
    rows.push(await measure(embedded, 'embedded'));
  } finally {
    await embedded.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const postgres = await startPostgres(true);
  if (!postgres) return rows;
  const { url, drop } = await createDatabase(postgres.url('postgres'));
  say('and a PostgreSQL');
  const server = await openDatabase({ dataDir: folder, databaseUrl: url });
  try {
    return [...rows, await measure(server, 'PostgreSQL')];
  } finally {
    await server.close();
    await drop();
    await postgres.stop();
  }
}
