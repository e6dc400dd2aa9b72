import type PgBoss from 'pg-boss';
import type { JobData, JobHandler } from '../../../ports/jobs';
import { messageOf } from '../database/errors';
import type { Log } from '../database/log';

/**
 * Does the jobs of one queue, one after the other. Ours rather than pg-boss's own, which leaves the last
 * query of a job unawaited (a database that goes away then ends the process) and takes seconds to stop.
 */
export class Worker {
  private readonly loop: Promise<void>;
  private stopping = false;
  private current: string | undefined;
  private wake: () => void = () => undefined;
  private woken = false;

  constructor(
    private readonly boss: PgBoss,
    private readonly name: string,
    private readonly handler: JobHandler,
    private readonly pollMs: number,
    private readonly log: Log,
  ) {
    this.loop = this.run();
  }

  /** Looks at once: there may be a job. */
  notify(): void {
    this.woken = true;
    this.wake();
  }

  /** Gives the job under way `patience` milliseconds, then leaves it to be done again. */
  async stop(patience: number): Promise<void> {
    this.stopping = true;
    this.wake();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), patience)));
    const outcome = await Promise.race([this.loop, late]);
    const { current } = this;
    if (outcome === 'late' && current !== undefined) {
      await this.settle(() => this.boss.fail(this.name, current, { message: 'the process ended' }));
    }
    clearTimeout(timer);
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      this.woken = false;
      if (!(await this.one()) && !this.woken && !this.stopping) await this.pause();
    }
  }

  /** @returns whether there was one */
  private async one(): Promise<boolean> {
    // Errors come out as no job at all.
    const [job] = await this.boss.fetch<JobData>(this.name);
    if (!job) return false;
    this.current = job.id;
    try {
      await this.handler(job.data);
      await this.settle(() => this.boss.complete(this.name, job.id));
    } catch (error) {
      this.log.warn({ job: this.name, id: job.id, reason: messageOf(error) }, 'a job failed');
      await this.settle(() => this.boss.fail(this.name, job.id, { message: messageOf(error) }));
    }
    this.current = undefined;
    return true;
  }

  /** If the database is away, the job's time runs out there and it is done again. */
  private async settle(tell: () => Promise<unknown>): Promise<void> {
    await tell().catch((error: unknown) =>
      this.log.error({ job: this.name, reason: messageOf(error) }, 'could not record the end of a job'),
    );
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.pollMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
