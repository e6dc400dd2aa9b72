import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createDatabase } from '../support/database-servers';
import { startPostgres } from '../support/postgres';
import { killRounds } from './kill';
import { startWriter, type Writer } from './writer-process';

const USAGE = 'usage: npm run faults -- kill [--rounds 30] [--on pglite|postgres]';

/** What can be damaged: how to start a writer on it, and how to remove it afterwards. */
interface Target {
  name: string;
  start(): Writer;
  remove(): Promise<void>;
}

/** Ends with 1 when something acknowledged was lost. */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string', default: '30' }, on: { type: 'string' } },
  });
  const rounds = Number(values.rounds);
  const on = values.on ?? 'both';
  if (positionals.join() !== 'kill' || !(rounds >= 1) || !['both', 'pglite', 'postgres'].includes(on)) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  for (const make of [on !== 'postgres' && embedded, on !== 'pglite' && postgres]) {
    const target = make && (await make());
    if (target) await killOn(target, rounds);
  }
}

async function killOn(target: Target, rounds: number): Promise<void> {
  try {
    const result = await killRounds(
      () => target.start(),
      rounds,
      (line) => console.log(`${target.name}: ${line}`),
    );
    const { acknowledged, lost, torn } = result;
    console.log(
      `${target.name}: ${rounds} kills, ${acknowledged} rows acknowledged, ${lost.length} lost, ${torn.length} torn`,
    );
    // Without a single acknowledged row nothing was shown.
    if (acknowledged === 0 || lost.length + torn.length > 0) process.exitCode = 1;
  } finally {
    await target.remove();
  }
}

function embedded(): Target {
  const folder = mkdtempSync(join(tmpdir(), 'linli-faults-'));
  return {
    name: 'PGlite',
    start: () => startWriter(folder),
    remove: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
  };
}

async function postgres(): Promise<Target | undefined> {
  const server = await startPostgres(true);
  if (!server) return undefined;
  const database = await createDatabase(process.env.TEST_DATABASE_URL ?? server.url('postgres'));
  return {
    name: 'PostgreSQL',
    start: () => startWriter('', database.url),
    remove: async () => {
      await database.drop();
      await server.stop();
    },
  };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
