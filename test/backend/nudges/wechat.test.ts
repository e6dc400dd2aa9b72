import { eventually } from '../../support/eventually';
import type { ServerResponse } from 'node:http';
import type { SharedToken } from '../../../src/backend/ports/shared-token';
import { createWeChatNudger } from '../../../src/backend/adapters/wechat/nudger';
import { createSharedToken } from '../../../src/backend/adapters/embedded/shared-token';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import { describeOnEachDatabase } from '../../support/database';
import { type Behave, busy, cut, cutAmidst, elsewhere, halfSilent, html, json, silent, startLoopback } from '../../support/loopback'; // prettier-ignore
import type { Loopback } from '../../support/loopback';
import { movedClock } from '../../support/moved-clock';

const secret = 'sesame-of-the-county';
const nudge = {
  to: 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M',
  templateId: 'A'.repeat(43),
  page: 'packages/request/detail/index?id=1',
  fields: { thing1: '楼道灯不亮', phrase2: '已接单' },
};
const errcode = (code: number, errmsg = 'rid: 66aa'): Behave => json(200, { errcode: code, errmsg });
const sent = errcode(0, 'ok');

/** WeChat, as far as it goes: tokens in turn, and a message sent as it is told. */
interface WeChat {
  loopback: Loopback;
  tokens: string[];
  messages: { token: string | null; body: unknown }[];
  asksForTokens: { force_refresh: boolean }[];
  onToken: Behave | undefined;
  onSend: Behave[];
}

async function startWeChat(): Promise<WeChat> {
  const loopback = await startLoopback();
  const wechat: WeChat = {
    loopback,
    tokens: ['t1'],
    messages: [],
    asksForTokens: [],
    onToken: undefined,
    onSend: [sent],
  };
  loopback.behave((response: ServerResponse, request) => {
    const { path = '', body = '{}' } = loopback.asked.at(-1) ?? {};
    const address = new URL(path, loopback.address);
    const said = JSON.parse(body) as { force_refresh: boolean };
    if (address.pathname === '/cgi-bin/stable_token') {
      wechat.asksForTokens.push(said);
      if (wechat.onToken) return wechat.onToken(response, request);
      // Asked to, it makes another; else it says the one that is good.
      if (said.force_refresh && wechat.tokens.length > 1) wechat.tokens.shift();
      return json(200, { access_token: wechat.tokens[0], expires_in: 7200 })(response, request);
    }
    wechat.messages.push({ token: address.searchParams.get('access_token'), body: said });
    (wechat.onSend.length > 1 ? wechat.onSend.shift() : wechat.onSend[0])?.(response, request);
  });
  return wechat;
}

describeOnEachDatabase('WeChat’s subscription messages', (open) => {
  let database: Database;
  let wechat: WeChat;
  const clock = movedClock();
  const faults: string[] = [];

  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    await database.executeSql('delete from shared_token');
    wechat = await startWeChat();
    faults.length = 0;
  });
  afterEach(() => wechat.loopback.close());

  const sharedToken = (): SharedToken => createSharedToken(database.unit, clock, 'wechat');
  const processOf = ({ appSecret = secret, origin = wechat.loopback.address } = {}) =>
    createWeChatNudger({ appId: 'wx0123456789abcdef', appSecret, origin }, new Map(), sharedToken(), {
      clock,
      timeoutMs: 150,
      onFault: (what) => faults.push(what),
    });
  const used = () => wechat.messages.map(({ token }) => token);

  it('are sent as the documentation says', async () => {
    expect(await processOf().send(nudge)).toEqual({ ok: true, value: 'sent' });
    expect(wechat.loopback.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /cgi-bin/stable_token',
      'POST /cgi-bin/message/subscribe/send?access_token=t1',
    ]);
    expect(wechat.asksForTokens).toEqual([
      { grant_type: 'client_credential', appid: 'wx0123456789abcdef', secret, force_refresh: false },
    ]);
    expect(wechat.messages[0]?.body).toEqual({
      touser: nudge.to,
      template_id: nudge.templateId,
      page: nudge.page,
      data: { thing1: { value: '楼道灯不亮' }, phrase2: { value: '已接单' } },
      miniprogram_state: 'formal',
      lang: 'zh_CN',
    });
  });

  it.each<[string, Behave, string, string[]]>([
    ['refused by the person (43101)', errcode(43101), 'not-granted', []],
    ['for nobody (40003)', errcode(40003), 'not-granted', []],
    [
      'not as the template wants it (47003)',
      errcode(47003),
      'invalid',
      ['subscribeMessage.send errcode 47003'],
    ],
    ['of no template (40037)', errcode(40037), 'invalid', ['subscribeMessage.send errcode 40037']],
    ['one too many (45009)', errcode(45009), 'quota', ['subscribeMessage.send errcode 45009']],
    ['too much for WeChat (-1)', errcode(-1), 'unknown', ['subscribeMessage.send errcode -1']],
    ['something new (99999)', errcode(99999), 'unknown', ['subscribeMessage.send errcode 99999']],
    ...(
      [
        ['HTTP 500', json(500, {})],
        ['HTTP 503', busy],
        ['a cut', cut],
        ['a cut amid the answer', cutAmidst],
        ['silence', silent],
        ['half an answer', halfSilent],
        ['another address', elsewhere],
        ['a page', html],
        ['nothing', (response) => void response.end()],
        ['null', json(200, null)],
        ['a word', json(200, 'ok')],
        ['no errcode', json(200, { errmsg: 'ok' })],
      ] as [string, Behave][]
    ).map(([what, behave]): [string, Behave, string, string[]] => [
      `answered by ${what}`,
      behave,
      'unknown',
      ['subscribeMessage.send gave no answer that can be read'],
    ]),
  ])('that are %s are handed over once', async (_, behave, failure, told) => {
    wechat.onSend = [behave, sent];
    expect(await processOf().send(nudge)).toEqual({ ok: false, failure });
    // An answer may come before the server has read what it answers.
    await eventually(() => expect([wechat.messages.length, faults]).toEqual([1, told]));
  });

  it('tell an operator nothing of a person or a secret', async () => {
    for (const behave of [errcode(47003, `invalid touser ${nudge.to}`), cut, html]) {
      wechat.onSend = [behave];
      await processOf().send(nudge);
    }
    expect(faults).toHaveLength(3);
    expect(faults.join()).not.toMatch(new RegExp(`${nudge.to}|${secret}|t1`));
  });

  describe('the access token', () => {
    it('is fetched once for all processes, and again five minutes before it is over', async () => {
      const [here, there] = [processOf(), processOf()];
      await Promise.all([here.send(nudge), there.send(nudge), here.send(nudge)]);
      await there.send(nudge);
      expect([wechat.asksForTokens.length, used()]).toEqual([1, ['t1', 't1', 't1', 't1']]);
      clock.forward((7200 - 301) * 1000);
      await here.send(nudge);
      expect(wechat.asksForTokens).toHaveLength(1);
      clock.forward(2000);
      wechat.tokens = ['t2'];
      await Promise.all([here.send(nudge), there.send(nudge)]);
      expect(wechat.asksForTokens).toHaveLength(2);
    });

    it.each([40001, 40014, 42001])(
      'is fetched anew and the message sent again, once, after %i',
      async (code) => {
        wechat.tokens = ['t1', 't2'];
        wechat.onSend = [errcode(code), sent];
        expect(await processOf().send(nudge)).toEqual({ ok: true, value: 'sent' });
        expect(used()).toEqual(['t1', 't2']);
        // Not forced before WeChat has given out the bad one again.
        expect(wechat.asksForTokens.map(({ force_refresh }) => force_refresh)).toEqual([false, false, true]);
        expect(faults).toEqual([]);
        await processOf().send(nudge);
        expect(used()).toEqual(['t1', 't2', 't2']);
      },
    );

    it('is not asked for for ever where each is refused', async () => {
      wechat.tokens = ['t1', 't2', 't3', 't4'];
      wechat.onSend = [errcode(40001)];
      expect(await processOf().send(nudge)).toEqual({ ok: false, failure: 'not-sent' });
      expect(used()).toEqual(['t1', 't2']);
      expect(faults).toEqual(['subscribeMessage.send errcode 40001']);
    });

    it.each<[string, Behave, string]>([
      ['a wrong secret', errcode(40125), 'stable_token errcode 40125'],
      ['too many calls', errcode(45009), 'stable_token errcode 45009'],
      ['a cut', cut, 'stable_token gave no answer that can be read'],
      ['silence', silent, 'stable_token gave no answer that can be read'],
      ['a page', html, 'stable_token gave no answer that can be read'],
      ['half of it', json(200, { access_token: 't1' }), 'stable_token gave no answer that can be read'],
    ])(
      'that cannot be had for %s leaves the message unsent, and the next one tries again',
      async (_, behave, told) => {
        wechat.onToken = behave;
        expect(await processOf().send(nudge)).toEqual({ ok: false, failure: 'not-sent' });
        expect([wechat.messages, faults]).toEqual([[], [told]]);
        wechat.onToken = undefined;
        expect(await processOf().send(nudge)).toEqual({ ok: true, value: 'sent' });
      },
    );

    it('serves to its end while no other can be had', async () => {
      await processOf().send(nudge);
      clock.forward((7200 - 60) * 1000);
      wechat.onToken = busy;
      expect(await processOf().send(nudge)).toEqual({ ok: true, value: 'sent' });
      clock.forward(120_000);
      expect(await processOf().send(nudge)).toEqual({ ok: false, failure: 'not-sent' });
    });

    it('is fetched by another where the process that was at it died', async () => {
      expect(await sharedToken().lease(10_000)).toBe(true);
      expect(await processOf().send(nudge)).toEqual({ ok: false, failure: 'not-sent' });
      clock.forward(10_000);
      expect(await processOf().send(nudge)).toEqual({ ok: true, value: 'sent' });
    });

    it('lies sealed in the database: who has another secret has none', async () => {
      await processOf().send(nudge);
      const row = await sharedToken().read();
      expect(row?.sealed.toString('latin1')).not.toContain('t1');
      wechat.tokens = ['t9'];
      await processOf({ appSecret: 'another-secret' }).send(nudge);
      expect(used()).toEqual(['t1', 't9']);
    });

    it('and nobody listening: nothing is sent', async () => {
      expect(await processOf({ origin: 'http://127.0.0.1:9' }).send(nudge)).toEqual({
        ok: false,
        failure: 'not-sent',
      });
    });
  });
});
