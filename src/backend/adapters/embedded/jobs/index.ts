import { createHash, randomUUID } from 'node:crypto';
import PgBoss from 'pg-boss';
import { fail, ok } from '../../../../contract/result';
import type { Clock } from '../../../ports/clock';
import type { EnqueueOptions, JobData, JobHandler, Jobs } from '../../../ports/jobs';
import type { Database } from '../database';
import { messageOf } from '../database/errors';
import { silentLog, type Log } from '../database/log';
import { lastFiring, parseCron, type Cron } from './cron';
import { Worker } from './worker';

const CHANNEL = 'linli_job';
/** Any number, the same in every process and used for nothing else. */
const QUEUE_LOCK = 7_105_210_601;
const HOUR_MS = 60 * 60 * 1000;
/** How far back a missed time is made up for: a little over a day, so that no daily job is lost. */
const MAKE_UP_MS = 25 * HOUR_MS;

export interface JobsOptions {
  database: Database;
  clock: Clock;
  log?: Log;
  /** How often each queue is looked at for jobs whose time has come. New ones are told of at once. */
  pollMs?: number;
  /** How often the clock is compared with the schedules. */
  tickMs?: number;
  /** How long jobs under way may go on when stopping. */
  patienceMs?: number;
}

/** The jobs port on pg-boss, in the schema `pgboss` of either database. */
export class PgBossJobs implements Jobs {
  private readonly boss: PgBoss;
  private readonly handlers = new Map<string, JobHandler>();
  private readonly crons = new Map<string, Cron>();
  private readonly workers = new Map<string, Worker>();
  private readonly queues = new Set<string>();
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly log: Log;
  private ticker: NodeJS.Timeout | undefined;
  private tickedUntil: number | undefined;
  private unlisten: (() => Promise<void>) | undefined;
  private stopped = false;

  constructor(private readonly options: JobsOptions) {
    this.log = options.log ?? silentLog;
    this.boss = new PgBoss({
      db: { executeSql: (text, values) => this.executeSql(text, values) },
      // Times are kept by `tick`, which also makes up for missed ones.
      schedule: false,
      maintenanceIntervalSeconds: 60,
      expireInMinutes: 5,
      retryLimit: 5,
      retryDelay: 2,
      retryBackoff: true,
      // Longer than missed times are made up for, since a firing is recognised by its job.
      archiveCompletedAfterSeconds: (2 * MAKE_UP_MS) / 1000,
      deleteAfterDays: 7,
    });
    this.boss.on('error', (error) => this.log.warn({ reason: messageOf(error) }, 'job upkeep failed'));
  }

  schedule(name: string, cron: string): void {
    this.crons.set(name, parseCron(cron));
  }

  handle(name: string, handler: JobHandler): void {
    this.handlers.set(name, handler);
  }

  async enqueue(
    name: string,
    data: JobData,
    { runAt, singletonKey }: EnqueueOptions = {},
  ): ReturnType<Jobs['enqueue']> {
    if (this.stopped) return fail('stopped');
    try {
      // Not remembered: the transaction that this may be part of may yet be undone.
      if (!this.queues.has(name)) await this.makeQueue(name);
      const id = await this.boss.send(name, data, {
        ...(runAt && { startAfter: runAt }),
        // The queue's policy lets one job of each key wait; one without a key is alone with its own.
        singletonKey: singletonKey ?? randomUUID(),
      });
      if (id === null) return ok('already-waiting');
      if (!runAt || runAt <= this.options.clock.now()) await this.options.database.notify(CHANNEL, name);
      return ok('queued');
    } catch (error) {
      this.log.error({ job: name, reason: messageOf(error) }, 'could not enqueue a job');
      return fail('unavailable');
    }
  }

  async start(): Promise<void> {
    const { database, pollMs = 5_000, tickMs = 20_000 } = this.options;
    await this.boss.start();
    for (const name of new Set([...this.handlers.keys(), ...this.crons.keys()])) {
      await this.makeQueue(name);
      this.queues.add(name);
    }
    if (database.kind === 'pglite') await this.takeUpOrphans();
    const wakeAll = () => this.workers.forEach((worker) => worker.notify());
    this.unlisten = await database.listen(CHANNEL, (name) => this.workers.get(name)?.notify(), wakeAll);
    for (const [name, handler] of this.handlers) {
      this.workers.set(name, new Worker(this.boss, name, handler, pollMs, this.log));
    }
    await this.tick();
    this.ticker = setInterval(() => void this.tick(), tickMs);
  }

  async stop(): Promise<void> {
    if (this.stopped) return;
    this.stopped = true;
    const { patienceMs: patience = 5_000 } = this.options;
    clearInterval(this.ticker);
    await this.unlisten?.();
    await Promise.all([...this.workers.values()].map((worker) => worker.stop(patience)));
    await this.boss.stop({ graceful: false });
    await Promise.allSettled(this.underWay);
  }

  /** Every process may find the same firing: its id is made of name and minute, and the second one is refused. */
  private async tick(): Promise<void> {
    const now = this.options.clock.now().getTime();
    const since = this.tickedUntil ?? now - MAKE_UP_MS;
    try {
      for (const [name, cron] of this.crons) {
        const minute = lastFiring(cron, since, now);
        if (minute === undefined) continue;
        const id = await this.boss.send(name, {}, { id: idOf(name, minute), singletonKey: 'schedule' });
        if (id !== null) await this.options.database.notify(CHANNEL, name);
      }
      this.tickedUntil = now;
    } catch (error) {
      this.log.warn({ reason: messageOf(error) }, 'could not look at the schedules');
    }
  }

  /** One at a time among all processes: two that make their first queues together would block each other. */
  private async makeQueue(name: string): Promise<void> {
    if (await this.boss.getQueue(name)) return;
    await this.options.database.unit.together(async () => {
      await this.executeSql('select pg_advisory_xact_lock($1)', [QUEUE_LOCK]);
      await this.boss.createQueue(name, { name, policy: 'short' });
    });
  }

  /**
   * The embedded database has one process, so what is under way there at the start belonged to a dead one.
   * On a server that cannot be known; there a job is taken up again when its five minutes are over.
   */
  private async takeUpOrphans(): Promise<void> {
    const { rows } = await this.executeSql(`select name, id from pgboss.job where state = 'active'`);
    for (const { name, id } of rows as { name: string; id: string }[]) {
      await this.boss.fail(name, id, { message: 'the process ended' });
    }
  }

  private async executeSql(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }> {
    const query = this.options.database.executeSql(text, values);
    this.underWay.add(query);
    try {
      return await query;
    } finally {
      this.underWay.delete(query);
    }
  }
}

/** A UUID (version 8, of our own making) that stands for one firing of a schedule. */
function idOf(name: string, minute: number): string {
  const hex = createHash('sha256').update(`${name}@${minute}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
