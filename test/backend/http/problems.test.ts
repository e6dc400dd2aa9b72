import type { Problem } from '../../../src/contract/errors';
import { describeOnEachDatabase } from '../../support/database';
import { startTestApp, type TestApp } from '../../support/server';

describeOnEachDatabase('problem documents', (open) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
  });
  afterAll(() => app.close());

  it('are RFC 9457 with a stable code, a sentence for people and a trace id', async () => {
    const answer = await app.call<Problem>('GET /v1/me');
    expect(answer.status).toBe(401);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(answer.body).toEqual({
      type: '/docs#sign-in-required',
      status: 401,
      code: 'sign-in-required',
      title: expect.stringMatching(/请先登录.*sign in/),
      text: { zh: expect.stringMatching(/请先登录/), en: expect.stringMatching(/Please sign in/) },
      traceId: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{6}$/),
    });
  });

  it('point at the field: wrong, missing or unknown', async () => {
    const fields = async (body: unknown) => {
      const answer = await app.call<Problem>('POST /v1/sessions', { body });
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid-request']);
      return answer.body.fields?.map((field) => field.pointer);
    };
    expect(await fields({ provider: 'demo', code: 7 })).toEqual(['/code']);
    expect(await fields({ provider: 'demo' })).toEqual(['/code']);
    expect(await fields({ provider: 'demo', code: 'x', 'a/b~': 1 })).toEqual(['/a~1b~0']);
    expect(await fields([])).toEqual(['']);
  });

  it('say what is wrong with a body that is no JSON, too large, or of another kind', async () => {
    const post = async (payload: string, type: string) => {
      const response = await app.server.inject({
        method: 'POST',
        url: '/v1/sessions',
        headers: { 'content-type': type },
        payload,
      });
      return response.json<Problem>().code;
    };
    expect(await post('{"provider":', 'application/json')).toBe('invalid-request');
    expect(await post(JSON.stringify({ code: 'x'.repeat(2 ** 20) }), 'application/json')).toBe(
      'payload-too-large',
    );
    expect(await post('<x/>', 'application/xml')).toBe('unsupported-media');
  });

  it('answer an unknown address with 404 and a known one with a wrong method with 405', async () => {
    const unknown = await app.server.inject({ url: '/v1/nothing-here' });
    expect([unknown.statusCode, unknown.json<Problem>().code]).toEqual([404, 'not-found']);
    const wrong = await app.server.inject({ method: 'PUT', url: '/v1/me' });
    expect([wrong.statusCode, wrong.json<Problem>().code]).toEqual([405, 'method-not-allowed']);
    expect(wrong.headers.allow).toBe('GET, PATCH');
  });

  it('hide what broke inside, and name it in the log by the trace id', async () => {
    const breaks = jest.spyOn(app.ports.store.sessions, 'find').mockRejectedValue(new Error('row of 张兰'));
    const answer = await app.withToken('some-token')<Problem>('GET /v1/me');
    breaks.mockRestore();
    expect([answer.status, answer.body.code]).toEqual([500, 'internal-error']);
    expect(JSON.stringify(answer.body)).not.toContain('张兰');
    const logged = app.log.filter((line) => line.includes(answer.body.traceId));
    expect(logged.join()).toContain('"stack":');
    expect(logged.join()).not.toContain('张兰');
  });

  it('ask a stranger to sign in before the body is looked at', async () => {
    const answer = await app.call<Problem>('PATCH /v1/me', { body: { nonsense: true } });
    expect(answer.body.code).toBe('sign-in-required');
  });

  it('limit sign-ins from one address', async () => {
    const tries = Array.from({ length: 61 }, () =>
      app.call<Problem>('POST /v1/sessions', {
        body: { provider: 'demo', code: 'nobody' },
        headers: { 'x-forwarded-for': '203.0.113.7' },
      }),
    );
    const answers = await Promise.all(tries);
    const last = answers.filter((answer) => answer.status === 429);
    expect(last.length).toBeGreaterThan(0);
    expect(last[0]?.body.code).toBe('too-many-requests');
    expect(Number(last[0]?.headers['retry-after'])).toBeGreaterThan(0);
  });
});
