import { createShedder } from '../../../src/backend/http/shedding';
import { Refusal } from '../../../src/backend/http/refusal';
import type { Problem } from '../../../src/contract/errors';
import { describeOnEachDatabase } from '../../support/database';
import { eventually } from '../../support/eventually';
import { testPhone } from '../../support/phone';
import { startTestApp, type TestApp } from '../../support/server';
import { addWorld, personaOf } from '../../support/world';

jest.setTimeout(30_000);

describe('what may wait', () => {
  const refused = (ask: () => unknown): Refusal | undefined => {
    try {
      ask();
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
    return undefined;
  };

  test('is let in up to so many at once; each that is answered makes room for one, once', () => {
    const shedder = createShedder({ lateBy: () => 0, underWayAtMost: 2 });
    const [done] = [shedder.admit(), shedder.admit()];
    expect(refused(() => shedder.admit())?.code).toBe('overloaded');
    done();
    done();
    shedder.admit();
    expect(refused(() => shedder.admit())?.code).toBe('overloaded');
  });

  test('is refused while the process is late, and told when to come back: not all at the same moment', () => {
    let late = 1000;
    let chance = 0;
    const shedder = createShedder({ lateBy: () => late, underWayWhenLate: 1, random: () => chance });
    const done = shedder.admit();
    const after = () => refused(() => shedder.admit())?.more.retryAfterSeconds;
    expect(after()).toBe(20);
    chance = 0.999;
    expect(after()).toBe(60);
    late = 0;
    expect(after()).toBeUndefined();
    late = 1000;
    done();
    expect(after()).toBe(60);
  });

  test('is refused by a process that is measured to be late', async () => {
    const shedder = createShedder({ underWayWhenLate: 0 });
    for (const until = performance.now() + 600; performance.now() < until;);
    await new Promise((next) => setTimeout(next, 0));
    await eventually(() => expect(refused(() => shedder.admit())?.code).toBe('overloaded'));
    await eventually(() => expect(refused(() => shedder.admit())).toBeUndefined());
    shedder.close();
  });
});

describeOnEachDatabase('an overloaded server', (open) => {
  let app: TestApp;
  let late = 0;
  beforeAll(async () => {
    const database = await open();
    await addWorld(database);
    app = await startTestApp({
      database,
      options: { shedder: createShedder({ lateBy: () => late, underWayWhenLate: 0 }) },
    });
  });
  afterAll(() => app.close());

  test('refuses refreshes unread, and serves everything else', async () => {
    const resident = await app.as(personaOf('resident'));
    const mine = testPhone(app.clock, resident, 61);
    const { status, body } = await mine.ask();
    expect(status).toBe(201);
    late = 1000;
    const shed = await resident<Problem>('POST /v1/health-codes', { body: 'not looked at' });
    expect([shed.status, shed.body.code]).toEqual([503, 'overloaded']);
    expect(Number(shed.headers['retry-after'])).toBeGreaterThan(0);
    // Before it is asked who calls, too.
    const periodic = await app.call('GET /v1/periodic-update', { query: { token: 'x' } });
    expect(periodic.status).toBe(503);
    expect(app.log.some((line) => line.includes('"level":50'))).toBe(false);
    const gate = await app.call<{ reason: string }>('POST /v1/health-codes/verify', {
      body: { code: mine.show(body.credential) },
    });
    expect([gate.status, gate.body.reason]).toEqual([200, 'name-self-declared']);
    for (const name of ['GET /v1/me', 'GET /v1/trust-list', 'GET /v1/notices'] as const)
      expect([name, (await resident(name)).status]).toEqual([name, 200]);
    late = 0;
    expect((await mine.ask()).status).toBe(201);
  });

  test('lets as many in at once as it has room for, and the rest know at once; room is given back', async () => {
    const resident = await app.as(personaOf('resident'));
    const mine = testPhone(app.clock, resident, 62);
    for (let times = 0; times < 2; times += 1) {
      const answers = await Promise.all(Array.from({ length: 100 }, () => mine.ask()));
      const count = (wanted: number): number => answers.filter(({ status }) => status === wanted).length;
      expect([count(201), count(503)]).toEqual([16, 84]);
    }
    for (let times = 0; times < 70; times += 1) expect((await mine.ask()).status).toBe(201);
  });
});
