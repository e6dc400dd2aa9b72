import type { IssuedCode, VerifyAnswer } from '../../../src/contract/api';
import { describeOnEachDatabase } from '../../support/database';
import { testPhone } from '../../support/phone';
import { startTestApp, type TestApp } from '../../support/server';
import { addWorld, type WorldRole } from '../../support/world';

jest.setTimeout(30_000);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describeOnEachDatabase('WeChat’s periodic update', (open) => {
  let app: TestApp;
  let people: Record<WorldRole, string>;
  beforeAll(async () => {
    const database = await open();
    people = await addWorld(database);
    await database.kysely.updateTable('person').set({ confirmed: true }).execute();
    app = await startTestApp({ database });
  });
  afterAll(() => app.close());

  /** A phone that is signed in anew, with its periodic token. */
  async function signedIn(role: WorldRole = 'resident') {
    const call = app.withToken((await app.ports.store.sessions.open(people[role])).token);
    const { status, body } = await call<{ token: string }>('POST /v1/me/periodic-token');
    expect(status).toBe(201);
    return { call, token: body.token };
  }
  const update = (token: string) =>
    app.call<{ codes: IssuedCode[] }>('GET /v1/periodic-update', {
      // As WeChat asks it.
      query: { token, appid: 'wx0123456789abcdef', timestamp: '1795485600' },
    });
  const gate = async (code: string) =>
    (await app.call<VerifyAnswer>('POST /v1/health-codes/verify', { body: { code } })).body;

  test('renews a key that this phone proved, so that its code is fresh the day after', async () => {
    const { call, token } = await signedIn();
    const mine = testPhone(app.clock, call, 71);
    const { body: first } = await mine.ask();
    app.clock.forward(25 * HOUR);
    expect(await gate(mine.show(first.credential))).toMatchObject({ reason: 'credential-stale' });
    const { status, body } = await update(token);
    expect([status, body.codes.length, body.codes[0]?.personId]).toEqual([200, 1, people.resident]);
    expect(await gate(mine.show(body.codes[0]!.credential))).toMatchObject({ result: 'pass' });
  });

  test('brings the family’s codes, and leaves out who ended it', async () => {
    const { call, token } = await signedIn();
    const may = jest.spyOn(app.ports.family, 'may').mockResolvedValue(true);
    await testPhone(app.clock, call, 72).ask();
    await testPhone(app.clock, call, 73).ask(people.neighbour);
    const whose = async () => (await update(token)).body.codes.map(({ personId }) => personId).sort();
    expect(await whose()).toEqual([people.resident, people.neighbour].sort());
    may.mockResolvedValue(false);
    expect(await whose()).toEqual([people.resident]);
    may.mockRestore();
  });

  test('does not keep a key alive past its week, nor bring one that was never proved here', async () => {
    const { call, token } = await signedIn();
    const other = await signedIn();
    await testPhone(app.clock, other.call, 74).ask();
    expect((await update(token)).body.codes).toEqual([]);
    await testPhone(app.clock, call, 75).ask();
    for (let day = 0; day < 6; day += 1) {
      app.clock.forward(DAY);
      expect((await update(token)).body.codes).toHaveLength(1);
    }
    app.clock.forward(DAY);
    expect((await update(token)).body.codes).toEqual([]);
  });

  test('weighs little enough for WeChat, however many a phone bears', async () => {
    const { call, token } = await signedIn();
    const may = jest.spyOn(app.ports.family, 'may').mockResolvedValue(true);
    const { status } = await testPhone(app.clock, call, 76).ask();
    expect(status).toBe(201);
    const { raw } = await update(token);
    expect(raw.length * 64).toBeLessThan(256 * 1024);
    const proved = await app.ports.codeRegistry.provedKeys((await sessionOf(call))!);
    jest.spyOn(app.ports.codeRegistry, 'provedKeys').mockResolvedValueOnce(Array(500).fill(proved[0]) as typeof proved); // prettier-ignore
    const many = await update(token);
    expect([many.status, many.body.codes.length, many.raw.length < 256 * 1024]).toEqual([200, 64, true]);
    may.mockRestore();
  });

  async function sessionOf(call: Awaited<ReturnType<typeof signedIn>>['call']) {
    const spelled = await testPhone(app.clock, call, 76).ask();
    expect(spelled.status).toBe(201);
    const rows = await app.database.kysely
      .selectFrom('code_spell')
      .select('session_id')
      .where('holder_key', '=', Buffer.from(testPhone(app.clock, call, 76).holderKey))
      .execute();
    return rows[0]?.session_id ?? undefined;
  }

  test('its token is good for nothing else, only its hash is kept, and it ends with its phone', async () => {
    const { call, token } = await signedIn();
    await testPhone(app.clock, call, 77).ask();
    expect((await app.withToken(token)('GET /v1/me')).status).toBe(401);
    const rows = await app.database.kysely.selectFrom('session').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    const { body } = await call<{ token: string }>('POST /v1/me/periodic-token');
    expect([(await update(token)).status, (await update(body.token)).status]).toEqual([401, 200]);
    await call('DELETE /v1/sessions/current');
    expect((await update(body.token)).status).toBe(401);
    expect((await update('A'.repeat(43))).status).toBe(401);
    expect(app.log.join('')).not.toContain(body.token);
  });
});
