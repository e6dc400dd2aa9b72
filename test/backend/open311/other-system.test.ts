import { runAdmin } from '../../../src/backend/cli/admin/commands';
import { CALLS_PER_MINUTE, FILINGS_PER_MINUTE } from '../../../src/backend/routes/open311';
import { describeOnEachDatabase } from '../../support/database';
import { pathsOf } from '../../support/paths';
import { startTestApp, type TestApp } from '../../support/server';
import { addWorld, points } from '../../support/world';
import { otherSystem } from './other-system';

const form: Record<string, string> = {
  service_code: 'rubbish',
  lat: String(points.west.lat),
  long: String(points.west.lng),
  'attribute[what]': 'bulky',
  'attribute[since]': 'days',
};

describeOnEachDatabase('another system', (open) => {
  let app: TestApp;
  let system: ReturnType<typeof otherSystem>;
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
    await addWorld(app.database);
    system = otherSystem(app);
  });
  afterAll(() => app.close());

  const admin = (...args: string[]) =>
    runAdmin({ command: 'api-key', args, options: {}, by: 'wang' }, app.admin);
  const keyOf = async (name: string) => (await admin('create', name)).lines[0]?.split(' ')[1] ?? '';
  /** With a header of its own, from an address of its own. */
  const filing = (
    api_key: string,
    more: Record<string, string> = {},
    headers = {},
    remoteAddress = '10.0.0.1',
  ) =>
    app.server.inject({
      method: 'POST',
      url: '/open311/v2/requests.json',
      remoteAddress,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: String(new URLSearchParams({ api_key, ...form, ...more })),
    });

  test('gets its key once; here only its hash is kept, and who made it is in the log', async () => {
    const { code, lines } = await admin('create', '城管热线');
    expect([code, lines]).toEqual([0, [expect.stringMatching(/^key [\w-]{43}$/), expect.any(String)]]);
    const key = lines[0]?.split(' ')[1] ?? '';
    expect((await admin('create', '城管热线')).code).toBe(1);
    expect((await admin('list')).lines).toEqual([
      expect.stringMatching(/^城管热线, made 2026-11-24T02:00Z$/),
    ]);
    const kept = await app.database.kysely.selectFrom('api_key').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(key);
    expect(kept[0]?.key_hash.includes(key)).toBe(false);
    const log = await app.ports.auditLog.lines(0, 1000, { withPersonal: false });
    expect(log.filter((line) => line.includes('api-key-created'))).toHaveLength(1);
    expect(app.log.join('') + log.join('')).not.toContain(key);

    expect((await filing(key)).statusCode).toBe(200);
    expect((await admin('revoke', '城管热线')).code).toBe(0);
    expect((await filing(key)).statusCode).toBe(403);
    expect((await admin('revoke', '城管热线')).code).toBe(1);
    expect((await admin('list')).lines[0]).toContain('revoked');
    expect((await admin('create', '')).code).toBe(1);
    // The name is free again, and the old key still opens nothing.
    expect((await filing(await keyOf('城管热线'))).statusCode).toBe(200);
    expect((await filing(key)).statusCode).toBe(403);
  });

  test('what it files is its own account’s, and nobody can be that account', async () => {
    const { filerId } = (await app.ports.apiKeys.clientOf(await keyOf('count'))) ?? {};
    const person = await app.ports.store.people.get(filerId ?? '');
    expect(person).toMatchObject({ name: null, grants: [], home: null });
    const identities = await app.database.kysely
      .selectFrom('identity')
      .selectAll()
      .where('person_id', '=', filerId ?? '')
      .execute();
    expect(identities).toEqual([]);
  });

  test('files once what it sends again under its own Idempotency-Key', async () => {
    const key = await keyOf('again');
    const headers = { 'idempotency-key': 'a-1' };
    const [first, second] = [await filing(key, {}, headers), await filing(key, {}, headers)];
    expect(second.json()).toEqual(first.json());
    expect((await filing(key, { description: 'another' }, headers)).statusCode).toBe(400);
    expect((await filing(key, {}, { 'idempotency-key': 'a-2' })).json()).not.toEqual(first.json());
  });

  test('says what is dangerous before what is done about it', async () => {
    const key = await keyOf('danger');
    const answer = await filing(key, {
      service_code: 'stairs-clutter',
      'attribute[where]': 'stairs',
      'attribute[what]': 'e-bike',
      'attribute[passable]': 'yes',
      'attribute[since]': '',
    });
    const [receipt] = answer.json<{ service_notice: string }[]>();
    expect(receipt?.service_notice).toMatch(/^先打 119：.+网格员 4 个工作小时内接单/);
  });

  test('is answered in English where it asks for that', async () => {
    const { json } = await system.get('/v2/services/rubbish', { locale: 'en' });
    expect(JSON.stringify(json)).toContain('What kind');
    const refused = await system.ask('POST', '/v2/requests.json', { locale: 'en' }, form);
    expect(refused.json()).toEqual([{ code: 403, description: 'api_key was not provided' }]);
  });

  test('sends a form: neither JSON nor a part of an upload, and by no other method', async () => {
    for (const type of ['application/json', 'multipart/form-data; boundary=x', 'text/plain']) {
      const { statusCode, body } = await app.server.inject({
        method: 'POST',
        url: '/open311/v2/requests.xml',
        headers: { 'content-type': type },
        payload: '{}',
      });
      expect([type, statusCode]).toEqual([type, 400]);
      expect(body).toContain('<errors><error><code>400</code>');
    }
    for (const [method, path] of [
      ['PUT', '/v2/requests.json'],
      ['POST', '/v2/services.json'],
    ] as const)
      expect((await system.ask(method, path, {})).statusCode).toBe(400);
  });

  test('may read every path without a key, and file at one', async () => {
    const paths = pathsOf(app.server.printRoutes({ commonPrefix: false }))
      .filter((path) => path.startsWith('/open311'))
      .map((path) => path.replace(/\(.*?\)/g, ''));
    const reading = ['/discovery', '/v2/discovery', '/v2/requests', '/v2/requests/:name'];
    const named = ['/v2/services', '/v2/services/:name', '/v2/tokens/:name'];
    expect([...new Set(paths)].sort()).toEqual(
      [
        ...[...reading, ...named].flatMap((path) => [`/open311${path}.json`, `/open311${path}.xml`]),
        '/open311/v2/photos/:id',
      ].sort(),
    );
    for (const path of ['/discovery', '/v2/discovery', '/v2/services', '/v2/requests'])
      expect([path, (await system.get(path)).status]).toEqual([path, 200]);
    expect((await filing('')).statusCode).toBe(403);
    const { headers } = await system.get('/v2/services');
    expect(headers['access-control-allow-origin']).toBe('*');
  });

  test('waits when it asks or files too often, and the others do not', async () => {
    const ask = (remoteAddress: string) =>
      app.server.inject({ url: '/open311/v2/services/rubbish.xml', remoteAddress });
    for (let at = 0; at < CALLS_PER_MINUTE; at += 1) await ask('10.0.0.9');
    const over = await ask('10.0.0.9');
    expect([over.statusCode, over.headers['content-type']]).toEqual([429, 'text/xml; charset=utf-8']);
    expect(Number(over.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask('10.0.0.10')).statusCode).toBe(200);

    const [busy, quiet] = [await keyOf('busy'), await keyOf('quiet')];
    const wrong = { 'attribute[since]': 'aeons' };
    for (let at = 0; at < FILINGS_PER_MINUTE; at += 1)
      expect((await filing(busy, wrong, {}, '10.0.0.11')).statusCode).toBe(400);
    expect((await filing(busy, wrong, {}, '10.0.0.12')).statusCode).toBe(429);
    expect((await filing(quiet, wrong, {}, '10.0.0.12')).statusCode).toBe(400);
  });
});
