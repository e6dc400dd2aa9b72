import { startApp, stopApps } from './support/app';
import { backend, me, signedIn, summary } from './support/resident';

afterEach(stopApps);

const requestId = summary().id;
const templateId = 'R'.repeat(43);

/** Nothing to be explained, and something to be told of: it may change. */
const green = () => ({
  personId: me().id,
  colour: 'green' as const,
  since: new Date(0).toISOString(),
  reasons: [],
});

/** Where one message can be asked for, by which words, and what is there without it. */
const places = [
  [
    'request',
    'packages/request/detail/index',
    { id: requestId },
    '有进展时微信告诉我一次',
    { requestId },
    '已接单',
  ],
  ['colour', 'packages/health/reason/index', { personId: me().id }, '码变了微信告诉我一次', {}, '绿码'],
  ['notice', 'pages/notices/index', {}, '有新通知微信告诉我一次', {}, '停水'],
] as const;

test.each(places)(
  'of a %s: a tap asks WeChat for one message, and the yes is kept',
  async (kind, page, query, words, about) => {
    const offer = (waiting: number) => ({ kind, templateId, waiting });
    let waiting = 0;
    const app = await startApp({
      storage: signedIn(),
      answer: backend({
        'GET /v1/colours/:personId': green,
        'GET /v1/me/nudges': () => [offer(waiting)],
        'POST /v1/me/nudges': () => offer((waiting += 1)),
      }),
    });
    await (await app.openPage(page, query)).waitFor(words);
    await app.page().tap(words);
    await app.waitFor('还会告诉你 1 次');
    expect(app.page().text()).toContain('记下了');
    expect(app.calls.get('requestSubscribeMessage')).toMatchObject([{ tmplIds: [templateId] }]);
    expect(
      app.requests.filter(({ method, path }) => method === 'POST' && path === '/v1/me/nudges'),
    ).toMatchObject([
      {
        headers: { 'idempotency-key': expect.stringMatching(/^[0-9a-f-]{36}$/) as string },
        body: { kind, templateId, ...about },
      },
    ]);
  },
);

test.each(places)(
  'of a %s nothing is offered by a deployment that sends no messages',
  async (_, page, query, words, __, there) => {
    const app = await startApp({
      storage: signedIn(),
      answer: backend({ 'GET /v1/colours/:personId': green }),
    });
    await (await app.openPage(page, query)).waitFor(there);
    await app.until(() => app.requests.some(({ path }) => path.startsWith('/v1/me/nudges')));
    expect(app.page().text()).not.toContain(words);
  },
);
