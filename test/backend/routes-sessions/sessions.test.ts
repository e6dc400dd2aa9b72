import { invite } from '../../../src/backend/adapters/embedded/identity/invitation';
import type { Me, Session } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { describeOnEachDatabase } from '../../support/database';
import { startTestApp, type TestApp } from '../../support/server';

const day = 24 * 60 * 60 * 1000;

describeOnEachDatabase('sessions', (open) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
    await app.ports.store.people.of({ provider: 'demo', subject: 'someone' });
  });
  afterAll(() => app.close());

  const signIn = <T = Session>(provider: string, code: string) =>
    app.call<T>('POST /v1/sessions', { body: { provider, code } });
  const codeOf = async (token: string) => {
    const answer = await app.withToken(token)<Problem>('GET /v1/me');
    return answer.status === 200 ? 'ok' : answer.body.code;
  };

  it('opens one for a persona: 201, an opaque token, until when', async () => {
    const { status, headers, body } = await signIn('demo', 'someone');
    expect(status).toBe(201);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toEqual({
      token: expect.stringMatching(/^[\w-]{43}$/),
      expiresAt: new Date(app.clock.now().getTime() + 30 * day).toISOString(),
    });
    expect(await codeOf(body.token)).toBe('ok');
  });

  it('refuses a persona that is not there', async () => {
    const { status, body } = await signIn<Problem>('demo', 'nobody');
    expect([status, body.code]).toEqual([401, 'sign-in-refused']);
  });

  it('does not offer what is not set up', async () => {
    const { status, body } = await signIn<Problem>('wechat', 'from-wx-login');
    expect([status, body.code]).toEqual([400, 'provider-not-offered']);
  });

  it('says when the provider cannot be reached', async () => {
    app.ports.identity.wechat = { signIn: () => Promise.resolve({ ok: false, failure: 'unavailable' }) };
    const { status, body } = await signIn<Problem>('wechat', 'from-wx-login');
    delete app.ports.identity.wechat;
    expect([status, body.code]).toEqual([503, 'provider-unavailable']);
  });

  it('binds a device by an invitation, once', async () => {
    const person = await app.ports.store.people.of({ provider: 'demo', subject: 'someone' });
    const code = await invite(app.database.unit, app.clock, person.id);
    const { status, body } = await signIn('invite', code);
    expect(status).toBe(201);
    const me = await app.withToken(body.token)<Me>('GET /v1/me');
    expect(me.body.id).toBe(person.id);
    expect((await signIn<Problem>('invite', code)).body.code).toBe('invitation-used');
    const late = await invite(app.database.unit, app.clock, person.id);
    app.clock.forward(15 * day);
    expect((await signIn<Problem>('invite', late)).body.code).toBe('invitation-expired');
  });

  it('ends the current one and no other', async () => {
    const [gone, kept] = [(await signIn('demo', 'someone')).body, (await signIn('demo', 'someone')).body];
    const answer = await app.withToken(gone.token)('DELETE /v1/sessions/current');
    expect([answer.status, answer.body]).toEqual([204, undefined]);
    expect(await codeOf(gone.token)).toBe('session-expired');
    expect(await codeOf(kept.token)).toBe('ok');
  });

  it('tells an unknown token from one that ran out', async () => {
    const { token } = (await signIn('demo', 'someone')).body;
    expect(await codeOf('unknown')).toBe('sign-in-required');
    app.clock.forward(31 * day);
    expect(await codeOf(token)).toBe('session-expired');
  });
});
