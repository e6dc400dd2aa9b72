import type { Database } from '../../../src/backend/adapters/embedded/database';
import { PgBossJobs, type JobsOptions } from '../../../src/backend/adapters/embedded/jobs';
import type { JobData, JobHandler } from '../../../src/backend/ports/jobs';
import { describeOnEachDatabase } from '../../support/database';
import { eventually } from '../../support/eventually';

/** So long that only being told can explain a job that runs. */
const NEVER = 600_000;
const noon = new Date('2026-03-02T12:00:30+08:00');

describeOnEachDatabase('jobs', (open) => {
  let database: Database;
  let started: PgBossJobs[];
  let done: JobData[];
  beforeAll(async () => {
    database = await open();
    // As before the first server: the prepared one has its queues already.
    await database.executeSql('drop schema pgboss cascade');
  });
  beforeEach(() => {
    started = [];
    done = [];
  });
  afterEach(async () => {
    await Promise.all(started.map((jobs) => jobs.stop()));
    await database.executeSql('delete from pgboss.job');
  });

  const note: JobHandler = (data) => Promise.resolve(void done.push(data));
  const start = async (prepare: (jobs: PgBossJobs) => void, options: Partial<JobsOptions> = {}) => {
    const jobs = new PgBossJobs({ database, clock: { now: () => noon }, pollMs: NEVER, ...options });
    started.push(jobs);
    prepare(jobs);
    await jobs.start();
    return jobs;
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve, 200));

  test('a job is done at once, without waiting to be polled', async () => {
    const jobs = await start((each) => each.handle('greet', note));
    expect(await jobs.enqueue('greet', { id: 'a' })).toEqual({ ok: true, value: 'queued' });
    await eventually(() => expect(done).toEqual([{ id: 'a' }]));
  });

  test('a job waits for its time', async () => {
    const jobs = await start((each) => each.handle('later', note), {
      pollMs: 50,
      clock: { now: () => new Date() },
    });
    const runAt = new Date(Date.now() + 1_000);
    await jobs.enqueue('later', {}, { runAt });
    await eventually(() => expect(done).toHaveLength(1));
    expect(Date.now()).toBeGreaterThanOrEqual(runAt.getTime());
  });

  test('one waiting job of a key is enough', async () => {
    const runAt = new Date(Date.now() + 60_000);
    const jobs = await start((each) => each.handle('once', note));
    const enqueue = (singletonKey?: string) =>
      jobs.enqueue('once', {}, { runAt, ...(singletonKey && { singletonKey }) });
    expect(await enqueue('k')).toEqual({ ok: true, value: 'queued' });
    expect(await enqueue('k')).toEqual({ ok: true, value: 'already-waiting' });
    expect(await enqueue('l')).toEqual({ ok: true, value: 'queued' });
    expect(await enqueue()).toEqual({ ok: true, value: 'queued' });
    expect(await enqueue()).toEqual({ ok: true, value: 'queued' });
  });

  test('a job shares the fate of the transaction it was added in', async () => {
    const jobs = await start((each) => each.handle('fate', note));
    const undone = database.unit.together(async () => {
      await jobs.enqueue('fate', { id: 'undone' });
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    await database.unit.together(() => jobs.enqueue('fate', { id: 'kept' }));
    await eventually(() => expect(done).toEqual([{ id: 'kept' }]));
    await settled();
    expect(done).toHaveLength(1);
  });

  test('a queue first named in a transaction that is undone is made anew', async () => {
    const jobs = await start(() => undefined);
    const undone = database.unit.together(async () => {
      await jobs.enqueue('unheard', {});
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    expect(await jobs.enqueue('unheard', {})).toEqual({ ok: true, value: 'queued' });
  });

  test('a failed job is done again', async () => {
    let failures = 1;
    const jobs = await start(
      (each) =>
        each.handle('again', (data) => (failures-- > 0 ? Promise.reject(new Error('not yet')) : note(data))),
      { pollMs: 50 },
    );
    await jobs.enqueue('again', { id: 'a' });
    // The pause before the second try is not waited for here.
    await eventually(async () => {
      const { rows } = await database.executeSql(
        `update pgboss.job set start_after = now() where name = 'again' and state = 'retry' returning id`,
      );
      expect(rows).toHaveLength(1);
    });
    await eventually(() => expect(done).toEqual([{ id: 'a' }]));
  });

  test('many jobs among several processes are each done once', async () => {
    const processes = await Promise.all([1, 2, 3].map(() => start((each) => each.handle('many', note))));
    for (let id = 0; id < 60; id++) await processes[id % 3]?.enqueue('many', { id });
    await eventually(() => expect(done).toHaveLength(60), 15_000);
    await settled();
    expect(new Set(done.map((data) => data['id'])).size).toBe(60);
    expect(done).toHaveLength(60);
  });

  test('a schedule fires once, however many processes and restarts see its minute', async () => {
    let now = new Date('2026-03-02T12:00:59+08:00');
    const options = { clock: { now: () => now }, tickMs: 20 };
    const prepare = (each: PgBossJobs) => {
      each.schedule('hourly', '1 * * * *');
      each.handle('hourly', note);
    };
    const first = await Promise.all([1, 2, 3].map(() => start(prepare, options)));
    // The one of 11:01 was missed and is made up for.
    await eventually(() => expect(done).toHaveLength(1));
    now = new Date('2026-03-02T12:01:02+08:00');
    await eventually(() => expect(done).toHaveLength(2));
    await Promise.all(first.map((jobs) => jobs.stop()));
    await start(prepare, options);
    await settled();
    expect(done).toHaveLength(2);
  });

  test('refuses a line that is not cron, and a job after the end', async () => {
    const jobs = await start((each) => expect(() => each.schedule('never', 'at noon')).toThrow(RangeError));
    await jobs.stop();
    expect(await jobs.enqueue('greet', {})).toEqual({ ok: false, failure: 'stopped' });
  });

  test('stops at once when idle, and leaves a job that takes too long to be done again', async () => {
    let begun = false;
    const slow = new Promise<void>((resolve) => setTimeout(resolve, 700));
    const jobs = await start(
      (each) => {
        each.handle('idle', note);
        each.handle('slow', () => {
          begun = true;
          return slow;
        });
      },
      { patienceMs: 100 },
    );
    await jobs.enqueue('slow', { id: 'a' });
    await eventually(() => expect(begun).toBe(true));
    const stopping = Date.now();
    await jobs.stop();
    expect(Date.now() - stopping).toBeLessThan(500);
    const { rows } = await database.executeSql(`select state from pgboss.job where name = 'slow'`);
    expect(rows).toEqual([{ state: 'retry' }]);
    await slow;
  });
});
