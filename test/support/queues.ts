import type { Database } from '../../src/backend/adapters/embedded/database';
import { PgBossJobs } from '../../src/backend/adapters/embedded/jobs';

/** Those of the server. One that is missing here is made by every suite for itself, as by a county's first start. */
export const queues = [
  'account-closing',
  'appeals',
  'colours',
  'complaints',
  'emergencies',
  'family',
  'health-sources',
  'notices',
  'nudges',
  'outside-desks',
  'recolour',
  'request-limits',
  'requests',
  'retention',
  'status-lists-of-others',
  'warning-feeds',
  'warnings-over',
];

/**
 * Makes what the first server on a database makes before its first job: a queue is a table with its indexes, and
 * all of them together take longer than most suites.
 */
export async function makeQueues(database: Database): Promise<void> {
  const jobs = new PgBossJobs({ database, clock: { now: () => new Date() } });
  for (const name of queues) jobs.handle(name, () => Promise.resolve());
  await jobs.start();
  await jobs.stop();
}
