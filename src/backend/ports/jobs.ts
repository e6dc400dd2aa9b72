import type { Result } from '@contract/result';

/** What a job is about, as ids: it is stored, also for some days after the job is done. Nothing personal. */
export type JobData = Readonly<Record<string, string | number | boolean | null>>;

/** May be called again for the same job after a failure or a kill, so doing it twice must do no harm. */
export type JobHandler = (data: JobData) => Promise<void>;

export interface EnqueueOptions {
  /** Not before this moment; at most seconds after it. */
  runAt?: Date;
  /** While one with the same key waits, another is not added. */
  singletonKey?: string;
}

/**
 * Work that is done later, once, by one of the processes of this deployment. It outlives them: what was
 * waiting is done after a restart, what was under way in a killed process is done again.
 *
 * A job whose handler throws is tried again, with growing pauses, five times.
 */
export interface Jobs {
  /**
   * Runs `name` at the minutes of a cron line (minute hour day month weekday) in China's time, on any one
   * process. A time that passed while none ran, up to a day ago, is made up for at the start.
   * Called before `start`.
   * @throws RangeError for a line that is not cron
   */
  schedule(name: string, cron: string): void;
  /** Who does the jobs of a name; one at a time in each process. Called before `start`. */
  handle(name: string, handler: JobHandler): void;
  /**
   * Called after `start`, also for jobs that other processes do.
   * Within a transaction of the store, the job is there when that commits, and not at all otherwise.
   * - `stopped`: this process is ending
   * - `unavailable`: the database does not answer
   */
  enqueue(
    name: string,
    data: JobData,
    options?: EnqueueOptions,
  ): Promise<Result<'queued' | 'already-waiting', 'stopped' | 'unavailable'>>;
  /** @throws when the database does not answer */
  start(): Promise<void>;
  /** Takes no more jobs and gives those under way five seconds; the rest is done again elsewhere or later. */
  stop(): Promise<void>;
}
