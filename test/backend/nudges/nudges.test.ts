import type { InputOf, Notice, NudgeOffer, ServiceRequest } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { MOST_WAITING } from '../../../src/contract/nudge/kind';
import { fail, ok } from '../../../src/contract/result';
import { messageOf } from '../../../src/contract/notice/message';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import type { Nudge, NudgeFailure, Nudger } from '../../../src/backend/ports/nudger';
import { nudging } from '../../../src/backend/routes/nudging';
import { describeOnEachDatabase } from '../../support/database';
import { eventually } from '../../support/eventually';
import { json, type Loopback, startLoopback } from '../../support/loopback';
import { noticeContent, publishedOf } from '../../support/notices';
import { addSomeone, type Someone } from '../../support/scenarios';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, east, personaOf, west, westAddress } from '../../support/world';

const templates = { request: 'R'.repeat(43), colour: 'C'.repeat(43), notice: 'N'.repeat(43) };
const general = 'thing1:what/thing2:how/time3:time';
const environment = {
  WECHAT_APP_ID: 'wx0123456789abcdef',
  WECHAT_APP_SECRET: 'sesame-of-the-county',
  WECHAT_TEMPLATES: [
    `request=${templates.request}/thing1:category/phrase2:state/time3:time/character_string4:number`,
    `colour=${templates.colour}/${general}`,
    `notice=${templates.notice}/${general}`,
  ].join(','),
};

interface Message {
  touser: string;
  template_id: string;
  page: string;
  data: Record<string, { value: string }>;
}

describeOnEachDatabase('a message that WeChat brings once', (open) => {
  let database: Database;
  let app: TestApp;
  /** Another process of the same deployment. */
  let other: TestApp;
  let wechat: Loopback;
  let worker: CallEndpoint;
  let lan: Someone;
  let sent: Message[];
  let answers: number[];

  const onWeChat = async (someone: Someone, openid: string) => {
    await database.kysely
      .insertInto('identity')
      .values({ provider: 'wechat', subject: openid, person_id: someone.id })
      .execute();
    return someone;
  };

  beforeAll(async () => {
    database = await open();
    wechat = await startLoopback();
    wechat.behave((response, request) => {
      const { path = '', body = '' } = wechat.asked.at(-1) ?? {};
      if (path.startsWith('/cgi-bin/stable_token'))
        return json(200, { access_token: 't1', expires_in: 7200 })(response, request);
      sent.push(JSON.parse(body) as Message);
      json(200, { errcode: answers.shift() ?? 0 })(response, request);
    });
    const settings = { database, environment: { ...environment, WECHAT_API: wechat.address } };
    app = await startTestApp(settings);
    other = await startTestApp({ ...settings, options: { clock: app.clock } });
    await addWorld(database);
    worker = await app.as(personaOf('worker'));
  });
  beforeEach(async () => {
    await database.kysely.deleteFrom('service_request').execute();
    await database.kysely.deleteFrom('nudge_grant').execute();
    await database.kysely.deleteFrom('identity').where('provider', '=', 'wechat').execute();
    sent = [];
    answers = [];
    lan = await onWeChat(await addSomeone(app, { name: '兰报事' }), 'o-lan');
  });
  afterAll(async () => {
    await other.close();
    await app.close();
    wechat.close();
  });

  const file = async (as: CallEndpoint, more: Partial<InputOf<'POST /v1/service-requests'>['body']> = {}) => {
    const body = {
      category: 'stairs-clutter',
      answers: { where: 'corridor', what: ['boxes'], passable: 'sideways' },
      words: '对门的纸箱',
      place: { addressId: westAddress },
      ...more,
    };
    const answer = await as<ServiceRequest>('POST /v1/service-requests', { body });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const offers = (as: CallEndpoint, requestId?: string) =>
    as<NudgeOffer[] & Problem>('GET /v1/me/nudges', requestId === undefined ? {} : { query: { requestId } });
  const agree = (as: CallEndpoint, kind: keyof typeof templates, requestId?: string, more: object = {}) =>
    as<NudgeOffer & Problem>('POST /v1/me/nudges', {
      body: { kind, templateId: templates[kind], ...(requestId === undefined ? {} : { requestId }), ...more },
    });
  const act = async (as: CallEndpoint, id: string, body: object) => {
    app.clock.forward(1000);
    const { body: seen } = await as<ServiceRequest>('GET /v1/service-requests/:id', { params: { id } });
    const answer = await as('POST /v1/service-requests/:id/events', {
      params: { id },
      body: { version: seen.version, ...body },
    });
    expect(answer.status).toBe(201);
  };
  const grants = () => database.kysely.selectFrom('nudge_grant').selectAll().orderBy('granted_at').execute();
  /** All jobs done: what was going to be sent has been. */
  const settled = () =>
    eventually(async () => {
      const { rows } = await database.executeSql(
        `select 1 from pgboss.job where name = 'nudges' and state in ('created', 'active')`,
      );
      expect(rows).toEqual([]);
    }, 8000);

  it('is offered for a request to who has WeChat here, and for what the settings name', async () => {
    const { id } = await file(lan.call);
    expect((await offers(lan.call, id)).body).toEqual([
      { kind: 'request', templateId: templates.request, waiting: 0 },
    ]);
    expect((await offers(lan.call)).body.map(({ kind }) => kind)).toEqual(['colour', 'notice']);
    const chen = await addSomeone(app, { name: '陈没微信' });
    expect((await offers(chen.call)).body).toEqual([]);
    expect((await offers(chen.call, id)).status).toBe(404);
    expect((await agree(chen.call, 'notice')).body.code).toBe('nudge-not-offered');
    expect((await agree(lan.call, 'notice', undefined, { templateId: 'X'.repeat(43) })).body.code).toBe(
      'nudge-not-offered',
    );
    expect((await agree(lan.call, 'request')).body.code).toBe('invalid-request');
    expect((await agree(lan.call, 'notice', id)).body.code).toBe('invalid-request');
  });

  it('says category, state, time and number; nothing of who or what', async () => {
    const request = await file(lan.call);
    expect((await agree(lan.call, 'request', request.id)).body.waiting).toBe(1);
    await act(worker, request.id, { event: 'accept' });
    await eventually(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      touser: 'o-lan',
      template_id: templates.request,
      page: `packages/request/detail/index?id=${request.id}`,
      data: {
        thing1: { value: request.categoryName.zh },
        phrase2: { value: '已接单' },
        character_string4: { value: request.number },
      },
    });
    expect(JSON.stringify(sent[0]?.data)).not.toMatch(/兰|纸箱|王/);
    // One yes is one message.
    await act(worker, request.id, { event: 'reply', words: '下午来看' });
    await settled();
    expect(sent).toHaveLength(1);
    expect((await offers(lan.call, request.id)).body[0]?.waiting).toBe(0);
  });

  it('is not of one’s own steps, nor of what was before the yes', async () => {
    const { id } = await file(lan.call);
    await act(worker, id, { event: 'accept' });
    app.clock.forward(1000);
    await agree(lan.call, 'request', id);
    await act(lan.call, id, { event: 'add', words: '还有一辆车' });
    await settled();
    expect(sent).toEqual([]);
    await act(worker, id, { event: 'start' });
    await settled();
    expect(sent).toEqual([]);
    await act(worker, id, { event: 'resolve', words: '搬走了' });
    await eventually(() => expect(sent.map(({ data }) => data['phrase2']?.value)).toEqual(['等你确认']));
  });

  it('counts each yes once, a call sent again too, and no more than so many', async () => {
    const { id } = await file(lan.call);
    const body = { kind: 'request', templateId: templates.request, requestId: id };
    for (let at = 0; at < 2; at += 1)
      await lan.call('POST /v1/me/nudges', { body, idempotencyKey: 'one-tap-on-this-phone-1' });
    expect(await grants()).toHaveLength(1);
    for (let at = 0; at < MOST_WAITING + 2; at += 1) await agree(lan.call, 'request', id);
    expect((await offers(lan.call, id)).body[0]?.waiting).toBe(MOST_WAITING);
  });

  it('reaches who joined with the outcome, and nobody who has left again', async () => {
    const { id } = await file(lan.call);
    const chen = await onWeChat(await addSomeone(app, { name: '陈跟事' }), 'o-chen');
    const zhou = await onWeChat(await addSomeone(app, { name: '周走了' }), 'o-zhou');
    for (const { call } of [chen, zhou]) {
      await call('PUT /v1/joined-requests/:id', { params: { id } });
      await agree(call, 'request', id);
    }
    await zhou.call('DELETE /v1/joined-requests/:id', { params: { id } });
    await act(worker, id, { event: 'accept' });
    await eventually(() => expect(sent).toHaveLength(1));
    await settled();
    expect(sent.map(({ touser, page }) => [touser, page])).toEqual([
      ['o-chen', 'packages/request/mine/index'],
    ]);
  });

  it('of a colour says that it changed, and of a notice that there is one, to those it is for', async () => {
    const chen = await onWeChat(await addSomeone(app, { name: '陈住东', home: east }), 'o-chen');
    for (const { call } of [lan, chen])
      for (const kind of ['colour', 'notice'] as const) await agree(call, kind);
    app.clock.forward(1000);
    const officer = await app.as(personaOf('officer'));
    const { status } = await officer<Notice>('POST /v1/notices', {
      body: {
        severity: 'Moderate',
        category: 'Health',
        info: [{ language: 'zh', headline: '明天核酸', description: '带码来' }],
        audience: { include: [west] },
      },
    });
    expect(status).toBe(201);
    await eventually(() => expect(sent).toHaveLength(1));
    await app.ports.facts.add(
      { personId: lan.id },
      {
        kind: 'symptoms',
        values: { fever: true },
        from: { zh: '你自己填的', en: 'Your own declaration' },
        since: app.clock.now().toISOString(),
        source: 'declaration',
      },
    );
    await app.ports.colours.recolour([lan.id]);
    await eventually(() => expect(sent).toHaveLength(2));
    await settled();
    expect(sent.map(({ touser, data }) => [touser, data['thing1']?.value, data['thing2']?.value])).toEqual([
      ['o-lan', '你住的地方有新通知', '打开看看'],
      ['o-lan', '你的码变了', '打开看看为什么'],
    ]);
  });

  it('goes to each phone of a joined account until one takes it; where none does they are not asked again', async () => {
    await onWeChat(lan, 'o-lan-2');
    const { id } = await file(lan.call);
    for (let at = 0; at < 3; at += 1) await agree(lan.call, 'request', id);
    answers = [43101, 0];
    await act(worker, id, { event: 'accept' });
    await eventually(() => expect(sent.map(({ touser }) => touser)).toEqual(['o-lan', 'o-lan-2']));
    answers = [43101, 43101];
    await act(worker, id, { event: 'reply', words: '来过了' });
    await eventually(() => expect(sent).toHaveLength(4));
    await settled();
    expect((await grants()).filter(({ spent_on }) => spent_on === null)).toEqual([]);
  });

  it.each([47003, 45009])('leaves the yes standing where WeChat took nothing (%i)', async (errcode) => {
    const { id } = await file(lan.call);
    await agree(lan.call, 'request', id);
    answers = [errcode];
    await act(worker, id, { event: 'accept' });
    await eventually(() => expect(sent).toHaveLength(1));
    await settled();
    expect((await offers(lan.call, id)).body[0]?.waiting).toBe(1);
    expect(app.log.concat(other.log).filter((line) => line.includes(`errcode ${errcode}`))).toHaveLength(1);
  });

  it('leaves no trace of whom in the log', () => {
    expect(app.log.concat(other.log).join('\n')).not.toMatch(/o-lan|sesame/);
  });

  it('of a notice by night waits for the morning; not where life may hang on it', async () => {
    const nudger = app.ports.nudger;
    if (!nudger) throw new Error('none');
    const at = (hour: number) => (hour + 24 - ((app.clock.now().getUTCHours() + 8) % 24)) % 24;
    const enqueued: [unknown, Date | undefined][] = [];
    const jobs = {
      ...app.ports.jobs,
      enqueue: (_: string, data: unknown, { runAt }: { runAt?: Date } = {}) => {
        enqueued.push([data, runAt]);
        return Promise.resolve(ok('queued' as const));
      },
    };
    const told: string[] = [];
    const quietly: Nudger = {
      ...nudger,
      send: ({ to }) => {
        told.push(to);
        return Promise.resolve(ok('sent' as const));
      },
    };
    const job = nudging({ ...app.ports, jobs }, quietly);
    const published = async (severity: 'Moderate' | 'Severe', after?: { eventId: string; to: string }) => {
      const [{ id: authorId } = { id: '' }] = await database.kysely
        .selectFrom('identity')
        .innerJoin('person', 'person.id', 'identity.person_id')
        .select('person.id')
        .where('subject', '=', personaOf('officer'))
        .execute();
      const content = { ...noticeContent({ include: [after?.to ?? west] }), severity };
      const message = messageOf(content, { authorId, node: west });
      const following = after && { eventId: after.eventId, references: after.eventId, version: 2 };
      return publishedOf(await app.ports.noticeSource.publish(message, following)).eventId;
    };
    await agree(lan.call, 'notice');
    await agree(lan.call, 'notice');
    app.clock.forward(at(23) * 3_600_000);
    const id = await published('Moderate');
    await job({ kind: 'notice', id });
    const [[data, runAt] = []] = enqueued;
    expect([told, data]).toEqual([[], { kind: 'notice', id }]);
    expect(((runAt?.getUTCHours() ?? 0) + 8) % 24).toBe(7);
    await job({ kind: 'notice', id: await published('Severe') });
    expect(told).toEqual(['o-lan']);
    app.clock.forward((runAt?.getTime() ?? 0) - app.clock.now().getTime());
    await job({ kind: 'notice', id });
    await job({ kind: 'notice', id });
    expect(told).toEqual(['o-lan', 'o-lan']);
    // Whom an Update leaves out before their nudge has gone has none, neither of it nor of what it was.
    await agree(lan.call, 'notice');
    const wide = await published('Moderate');
    await published('Moderate', { eventId: wide, to: east });
    await job({ kind: 'notice', id: wide });
    expect(told).toEqual(['o-lan', 'o-lan']);
  });

  describe('is lost rather than doubled', () => {
    /** WeChat with a fate of its own. */
    function madeUp(fate: (nudge: Nudge) => NudgeFailure | 'killed' | undefined): Nudger & { sent: Nudge[] } {
      const nudger = app.ports.nudger;
      if (!nudger) throw new Error('none');
      const made = {
        ...nudger,
        sent: [] as Nudge[],
        send: (nudge: Nudge) => {
          made.sent.push(nudge);
          const failure = fate(nudge);
          if (failure === 'killed') return Promise.reject(new Error('killed'));
          return Promise.resolve(failure ? fail(failure) : ok('sent' as const));
        },
      };
      return made;
    }
    /** Three times yes, and a step that no job was made for. */
    async function taken(): Promise<string> {
      const { id } = await file(lan.call);
      await act(worker, id, { event: 'accept' });
      for (let at = 0; at < 3; at += 1) await agree(lan.call, 'request', id);
      await database.executeSql(`update nudge_grant set granted_at = granted_at - interval '1 hour'`);
      return id;
    }

    it('when the process is killed after the yes was used up: not sent again', async () => {
      const id = await taken();
      const nudger = madeUp(() => 'killed');
      const job = { kind: 'request', id };
      await expect(nudging(app.ports, nudger)(job)).rejects.toThrow('killed');
      await nudging(other.ports, nudger)(job);
      await nudging(app.ports, nudger)(job);
      expect(nudger.sent).toHaveLength(1);
      expect((await grants()).filter(({ spent_on }) => spent_on !== null)).toHaveLength(1);
    });

    it('when nobody knows whether it arrived: not sent again', async () => {
      const id = await taken();
      const nudger = madeUp(() => 'unknown');
      for (const { ports } of [app, other]) await nudging(ports, nudger)({ kind: 'request', id });
      expect(nudger.sent).toHaveLength(1);
    });

    it('when two processes do the same job at once, many times over', async () => {
      const id = await taken();
      const nudger = madeUp(() => undefined);
      await Promise.all(
        [app, other, app, other, app, other].map(({ ports }) =>
          nudging(ports, nudger)({ kind: 'request', id }),
        ),
      );
      expect(nudger.sent).toHaveLength(1);
      expect((await grants()).filter(({ spent_on }) => spent_on === null)).toHaveLength(2);
    });

    it('and sent when it certainly was not: the job is tried again', async () => {
      const id = await taken();
      const fates: (NudgeFailure | undefined)[] = ['not-sent', undefined];
      const nudger = madeUp(() => fates.shift());
      await expect(nudging(app.ports, nudger)({ kind: 'request', id })).rejects.toThrow(
        'nobody takes nudges',
      );
      await nudging(other.ports, nudger)({ kind: 'request', id });
      await nudging(app.ports, nudger)({ kind: 'request', id });
      expect(nudger.sent).toHaveLength(2);
    });
  });
});
