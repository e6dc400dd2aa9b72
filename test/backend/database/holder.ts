import { openDatabase } from '../../../src/backend/adapters/embedded/database';
import { PgBossJobs } from '../../../src/backend/adapters/embedded/jobs';

/** A process that holds a data folder, with one job waiting and one under way, until it is killed. */
async function main(): Promise<void> {
  const database = await openDatabase({ dataDir: process.argv[2] ?? '' });
  const jobs = new PgBossJobs({ database, clock: { now: () => new Date() } });
  const under = new Promise<void>((begun) => {
    jobs.handle('under-way', () => {
      begun();
      return new Promise(() => undefined);
    });
  });
  await jobs.start();
  await jobs.enqueue('waiting', { id: 'waiting' }, { runAt: new Date(Date.now() + 1_000) });
  await jobs.enqueue('under-way', { id: 'under-way' });
  await under;
  process.send?.('ready');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
