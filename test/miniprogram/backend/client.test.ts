import { createClient, type HttpAnswer } from '../../../src/miniprogram/backend/client';

/** A server that names what it says by an etag, and says nothing again to who has it. */
function phone() {
  const asked: (string | undefined)[] = [];
  let notices = 1;
  let token = 'lan';
  const client = createClient({
    baseUrl: '',
    token: () => token,
    onSignedOut: () => undefined,
    http: {
      request: ({ headers, url }): Promise<HttpAnswer> => {
        const had = headers['if-none-match'];
        asked.push(had);
        const etag = `"${headers['authorization']} ${url} ${notices}"`;
        return Promise.resolve(
          had === etag
            ? { status: 304, body: '', etag }
            : { status: 200, body: JSON.stringify({ unread: notices }), etag },
        );
      },
      upload: () => Promise.reject(new Error('none')),
      download: () => Promise.reject(new Error('none')),
      bytes: () => Promise.reject(new Error('none')),
    },
  });
  const unread = async (): Promise<number> => (await client.call('GET /v1/notices', {})).unread;
  return {
    client,
    asked,
    unread,
    publish: () => (notices += 1),
    signInAs: (another: string) => (token = another),
  };
}

it('asks for the notices by whether they changed: unchanged, what came before stands', async () => {
  const { asked, unread, publish } = phone();
  expect([await unread(), await unread()]).toEqual([1, 1]);
  publish();
  expect([await unread(), await unread()]).toEqual([2, 2]);
  expect(asked.map((had) => had?.slice(-3))).toEqual([undefined, ' 1"', ' 1"', ' 2"']);
});

it('never shows somebody what was said to another', async () => {
  const { asked, unread, signInAs } = phone();
  await unread();
  signInAs('chen');
  await unread();
  expect(asked).toEqual([undefined, undefined]);
});

it('keeps nothing of a search, nor of what nobody polls', async () => {
  const { client, asked } = phone();
  for (const name of ['GET /v1/notices', 'GET /v1/me'] as const)
    for (let at = 0; at < 2; at += 1)
      await client.call(name, (name === 'GET /v1/notices' ? { query: { words: '水' } } : {}) as never);
  expect(asked).toEqual([undefined, undefined, undefined, undefined]);
});
