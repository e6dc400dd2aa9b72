import { describeError } from '../../../src/backend/logger';
import { describeOnEachDatabase } from '../../support/database';
import { startTestApp, type TestApp } from '../../support/server';

describeOnEachDatabase('the log', (open) => {
  let app: TestApp;
  beforeAll(async () => {
    const database = await open();
    app = await startTestApp({ database, environment: { LOG_LEVEL: 'trace' } });
  });
  afterAll(() => app.close());

  it('has one line a call: method, the route’s pattern, status, time, trace id', async () => {
    const before = app.log.length;
    await app.server.inject({ url: '/v1/me?of=anyone' });
    const lines = app.log.slice(before).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toEqual([
      {
        level: 30,
        time: expect.any(Number),
        reqId: expect.any(String),
        method: 'GET',
        route: '/v1/me',
        status: 401,
        ms: expect.any(Number),
      },
    ]);
  });

  it('holds no token, name, code, query, id, address or body', async () => {
    const { id } = await app.ports.store.people.of({ provider: 'demo', subject: 'someone-secret' });
    const { token } = await app.ports.store.sessions.open(id);
    const me = app.withToken(token);
    await me('PUT /v1/me/privacy-consent', { body: { version: '1' } });
    await me('PATCH /v1/me', { body: { name: '欧阳秘密' } });
    await me('PATCH /v1/me', { body: { name: '欧阳秘密', home: { node: 'not-a-code' } } });
    await app.call('POST /v1/sessions', { body: { provider: 'invite', code: 'SECRET-CODE' } });
    await app.server.inject({ url: `/v1/regions?name=秘密路12号&phone=13800138000` });
    await app.server.inject({ url: `/v1/service-requests/${id}`, headers: { 'user-agent': 'secret-phone' } });
    await app.server.inject({ url: '/nowhere/13800138000', remoteAddress: '203.0.113.9' });
    await app.server.inject({
      method: 'POST',
      url: '/v1/sessions',
      payload: '{"code":"SECRET-CODE',
      headers: { 'content-type': 'application/json' },
    });

    const written = app.log.join('\n');
    expect(written).toContain('/v1/me');
    for (const secret of [
      token,
      '欧阳',
      '秘密',
      'SECRET',
      '13800138000',
      id,
      'someone-secret',
      'secret-phone',
      '203.0.113.9',
    ])
      expect(written).not.toContain(secret);
  });

  it('of an error keeps kind, code and place, and the words only where they speak of code', () => {
    const row = Object.assign(new Error('Key (name)=(张兰) already exists'), {
      code: '23505',
      detail: '张兰',
    });
    expect(JSON.stringify(describeError(row))).not.toContain('张兰');
    expect(describeError(row)).toMatchObject({ type: 'Error', code: '23505' });
    expect(describeError(new TypeError('x is not a function'))).toMatchObject({
      message: 'x is not a function',
    });
    const json = ((): unknown => {
      try {
        return JSON.parse('"张兰');
      } catch (error) {
        return error;
      }
    })();
    expect(JSON.stringify(describeError(json))).not.toContain('张兰');
  });
});
