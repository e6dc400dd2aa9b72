import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../src/backend/adapters/embedded/database';
import { createDatabase } from '../support/database-servers';
import { startPostgres } from '../support/postgres';
import { killRounds } from './kill';
import { networkLine, networkRun } from './network';
import { noticesLine, noticesRun } from './notices';
import { startWriter, type Writer } from './writer-process';

const USAGE = `usage: npm run faults -- kill [--rounds 30] [--on pglite|postgres]
       npm run faults -- notices [--rounds 30] [--seed 1] [--on pglite|postgres]
       npm run faults -- network [--filings 1000] [--seed 1] [--on pglite|postgres]`;

/** What can be damaged: where it lies, how to start a writer on it, and how to remove it afterwards. */
interface Target {
  name: string;
  dataDir: string;
  databaseUrl?: string;
  remove(): Promise<void>;
}

/** Ends with 1 when something acknowledged was lost or doubled. */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '30' },
      filings: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      on: { type: 'string' },
    },
  });
  const runs: Record<string, (target: Target) => Promise<void>> = {
    kill: (target) => killOn(target, Number(values.rounds)),
    notices: (target) => noticesOn(target, Number(values.rounds), Number(values.seed)),
    network: (target) => networkOn(target, Number(values.filings), Number(values.seed)),
  };
  const run = runs[positionals.join()];
  const on = values.on ?? 'both';
  const counts = [values.rounds, values.filings, values.seed].every((value) => Number(value) >= 1);
  if (!run || !counts || !['both', 'pglite', 'postgres'].includes(on)) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  for (const make of [on !== 'postgres' && embedded, on !== 'pglite' && postgres]) {
    const target = make && (await make());
    if (!target) continue;
    try {
      await run(target);
    } finally {
      await target.remove();
    }
  }
}

async function killOn({ name, dataDir, databaseUrl }: Target, rounds: number): Promise<void> {
  const start = (): Writer => startWriter(dataDir, databaseUrl);
  const result = await killRounds(start, rounds, (line) => console.log(`${name}: ${line}`));
  const { acknowledged, lost, doubled } = result;
  console.log(
    `${name}: ${rounds} kills, ${acknowledged} requests with photo and job acknowledged, ` +
      `${lost.length} lost, ${doubled.length} doubled`,
  );
  for (const line of [...lost, ...doubled].slice(0, 10)) console.log(`  ${line}`);
  // Without a single acknowledged row nothing was shown.
  if (acknowledged === 0 || lost.length + doubled.length > 0) process.exitCode = 1;
}

async function noticesOn(target: Target, rounds: number, seed: number): Promise<void> {
  const result = await noticesRun(target, rounds, seed, (line) => console.log(`${target.name}: ${line}`));
  console.log(noticesLine(target.name, result));
  // Without a single notice nothing was shown.
  if (result.told === 0 || result.wrong.length > 0) process.exitCode = 1;
}

async function networkOn(
  { name, dataDir, databaseUrl }: Target,
  filings: number,
  seed: number,
): Promise<void> {
  const database = await openDatabase({ dataDir, databaseUrl });
  try {
    const result = await networkRun(database, filings, seed);
    console.log(networkLine(name, result));
    if (!result.exact) process.exitCode = 1;
  } finally {
    await database.close();
  }
}

function embedded(): Target {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-faults-'));
  return {
    name: 'PGlite',
    dataDir,
    remove: () => Promise.resolve(rmSync(dataDir, { recursive: true, force: true })),
  };
}

async function postgres(): Promise<Target | undefined> {
  const server = await startPostgres(true);
  if (!server) {
    console.log('PostgreSQL: skipped, there is none on this machine');
    return undefined;
  }
  const database = await createDatabase(process.env.TEST_DATABASE_URL ?? server.url('postgres'));
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-faults-'));
  return {
    name: 'PostgreSQL',
    dataDir,
    databaseUrl: database.url,
    remove: async () => {
      await database.drop();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
