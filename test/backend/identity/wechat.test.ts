import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWeChatIdentity } from '../../../src/backend/adapters/wechat/identity';

/** Answers as WeChat does: status 200 and text/plain whatever happened, the outcome in `errcode`. */
const answers: Record<string, { status?: number; body: string; delayMs?: number; hangUp?: boolean }> = {
  good: {
    body: JSON.stringify({ session_key: 'HyVFkGl5F5OQWJZZaNzBBg==', openid: 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M' }),
  },
  'good-with-errcode-0': {
    body: JSON.stringify({ errcode: 0, errmsg: 'ok', openid: 'o-zero', session_key: 'k' }),
  },
  invalid: { body: '{"errcode":40029,"errmsg":"invalid code, rid: 66aa"}' },
  used: { body: '{"errcode":40163,"errmsg":"code been used, rid: 66aa"}' },
  blocked: { body: '{"errcode":40226,"errmsg":"code blocked"}' },
  busy: { body: '{"errcode":-1,"errmsg":"system error"}' },
  often: { body: '{"errcode":45011,"errmsg":"api minute-quota reach limit mustslower"}' },
  'wrong-secret': { body: '{"errcode":40125,"errmsg":"invalid appsecret, rid: 66aa"}' },
  'cut-json': { body: '{"session_key":"HyV' },
  html: { status: 502, body: '<html>Bad Gateway</html>' },
  empty: { body: '' },
  'null-json': { body: 'null' },
  'no-openid': { body: '{"session_key":"k"}' },
  'odd-openid': { body: '{"openid":7}' },
  slow: { body: '{}', delayMs: 1000 },
  'hangs-up': { body: '', hangUp: true },
};

describe('WeChat code2Session', () => {
  let server: Server;
  let origin: string;
  const asked: URL[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const address = new URL(request.url ?? '/', 'http://loopback');
      asked.push(address);
      const {
        status = 200,
        body,
        delayMs = 0,
        hangUp,
      } = answers[address.searchParams.get('js_code') ?? ''] ?? { body: '' };
      if (hangUp) return void request.socket.destroy();
      setTimeout(() => response.writeHead(status, { 'content-type': 'text/plain' }).end(body), delayMs);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const faults: string[] = [];
  beforeEach(() => {
    faults.length = 0;
  });
  const signIn = (code: string, from = origin) =>
    createWeChatIdentity(
      { appId: 'wx0123456789abcdef', appSecret: 'sesame', origin: from },
      { timeoutMs: 200, onFault: (what) => faults.push(what) },
    ).signIn(code);

  it('asks as the documentation says', async () => {
    await signIn('good');
    const address = asked[asked.length - 1];
    expect(address?.pathname).toBe('/sns/jscode2session');
    expect(Object.fromEntries(address?.searchParams ?? [])).toEqual({
      appid: 'wx0123456789abcdef',
      secret: 'sesame',
      js_code: 'good',
      grant_type: 'authorization_code',
    });
  });

  it('knows a person by their openid and keeps no session key', async () => {
    expect(await signIn('good')).toEqual({
      ok: true,
      value: { provider: 'wechat', subject: 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M' },
    });
    expect(await signIn('good-with-errcode-0')).toMatchObject({ ok: true, value: { subject: 'o-zero' } });
    expect(faults).toEqual([]);
  });

  it.each(['invalid', 'used', 'blocked'])('refuses a code that is %s', async (code) => {
    expect(await signIn(code)).toEqual({ ok: false, failure: 'refused' });
    expect(faults).toEqual([]);
  });

  it.each(['busy', 'often'])('is unavailable for now when WeChat says %s', async (code) => {
    expect(await signIn(code)).toEqual({ ok: false, failure: 'unavailable' });
    expect(faults).toEqual([]);
  });

  it('tells the operator of a refusal that is not the person’s', async () => {
    expect(await signIn('wrong-secret')).toEqual({ ok: false, failure: 'unavailable' });
    expect(faults).toEqual(['code2Session errcode 40125']);
  });

  it.each(['cut-json', 'html', 'empty', 'null-json', 'no-openid', 'odd-openid', 'slow', 'hangs-up'])(
    'is unavailable, and says so, when the answer is %s',
    async (code) => {
      expect(await signIn(code)).toEqual({ ok: false, failure: 'unavailable' });
      expect(faults).toEqual(['code2Session gave no answer that can be read']);
    },
  );

  it('is unavailable when nobody listens', async () => {
    expect(await signIn('good', 'http://127.0.0.1:9')).toEqual({ ok: false, failure: 'unavailable' });
  });
});
