import type { Me } from '@contract/api';
import { startApp, stopApps } from './support/app';
import { backend, me } from './support/resident';

afterEach(stopApps);

test('privacy, WeChat sign-in, home, name: then the code', async () => {
  let known: Me = {
    ...me(),
    name: null,
    maskedName: null,
    confirmed: false,
    home: null,
    privacyVersion: null,
  };
  const app = await startApp({
    answer: backend({
      'GET /v1/me': () => known,
      'PUT /v1/me/privacy-consent': () => void (known = { ...known, privacyVersion: me().privacyVersion }),
      'PATCH /v1/me': ({ body }) => {
        const change = body as { name?: string; home?: object };
        if (change.home) known = { ...known, home: me().home };
        if (change.name) known = { ...known, name: change.name, maskedName: me().maskedName };
        return known;
      },
      'POST /v1/regions/address-search': () => [
        {
          id: 'a1',
          text: '桂语苑 3 幢',
          building: `${me().home?.node}001`,
          grid: me().home?.node ?? '',
          gridName: '第三网格',
          point: null,
        },
      ],
      'GET /v1/regions': () => [],
    }),
  });
  await (await app.openPage('pages/code/index')).waitFor('登记名字和住处，一分钟就好');
  await app.page().tap('开始登记');
  await app.waitFor('先说清楚：收什么，为什么');
  expect(app.calls.has('requirePrivacyAuthorize')).toBe(false);

  await app.page().tap('同意，继续');
  await app.waitFor('用微信登录');
  expect(app.calls.has('requirePrivacyAuthorize')).toBe(true);

  await app.page().tap('用微信登录');
  await app.waitFor('你家在哪一块？');
  const signIn = app.requests.find(({ path }) => path === '/v1/sessions');
  expect(signIn?.body).toEqual({ provider: 'wechat', code: 'wechat-code', device: 'iPhone 12 · 微信' });

  await app.page().type('搜小区、路名或社区', '桂语苑');
  await app.waitFor('桂语苑 3 幢');
  await app.page().tap('桂语苑 3 幢');
  await app.waitFor('就是这里');
  // Who works there comes last; a tap while it is being drawn would meet a page that is no more.
  await app.waitFor('网格员 王*军');
  await app.page().tap('就是这里');
  await app.waitFor('怎么称呼你？');

  await app.page().type('名字', '张桂兰');
  await app.page().tap('好了');
  await app.waitFor('绿码');
  expect(known).toMatchObject({ name: '张桂兰', home: { node: me().home?.node } });
  // What one says about oneself belongs in no address.
  expect(app.requests.map(({ path, query }) => `${path} ${JSON.stringify(query)}`).join('\n')).not.toMatch(
    /张桂兰/,
  );
});
