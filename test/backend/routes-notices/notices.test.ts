import { randomUUID } from 'node:crypto';
import type { InputOf, Notice, OutputOf } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { describeOnEachDatabase } from '../../support/database';
import { addPerson } from '../../support/people';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import {
  addWorld,
  community,
  east,
  eastBuilding,
  elsewhere,
  personaOf,
  roles,
  west,
  westBuilding,
  type WorldRole,
} from '../../support/world';
import { takeDown } from '../../support/notices';

type Publication = InputOf<'POST /v1/notices'>['body'];
const hour = 60 * 60 * 1000;

describeOnEachDatabase('notices', (open) => {
  let app: TestApp;
  const by = {} as Record<WorldRole, CallEndpoint>;
  beforeAll(async () => {
    const database = await open();
    app = await startTestApp({ database });
    await addWorld(database);
    for (const role of roles) by[role] = await app.as(personaOf(role));
  });
  afterAll(() => app.close());
  beforeEach(() => takeDown(app.database, app.ports.noticeSource));

  const zh = { language: 'zh', headline: '明天 9:00–16:00 停水', description: '换水管' } as const;
  const en = { language: 'en', headline: 'Water off tomorrow', description: 'New pipes' } as const;
  const notice = (audience: Publication['audience'], more: Partial<Publication> = {}): Publication => ({
    severity: 'Moderate',
    category: 'Infra',
    info: [zh],
    audience,
    ...more,
  });
  async function publish(body: Publication, role: WorldRole = 'officer') {
    app.clock.forward(1000);
    const answer = await by[role]<Notice>('POST /v1/notices', { body });
    expect(answer.status).toBe(201);
    return answer.body;
  }
  const refused = async (body: Publication, role: WorldRole = 'officer') => {
    const answer = await by[role]<Problem>('POST /v1/notices', { body });
    return [answer.status, answer.body.code, answer.body.fields?.[0]?.pointer];
  };
  const feed = async (role: WorldRole) =>
    (await by[role]<OutputOf<'GET /v1/notices'>>('GET /v1/notices')).body;
  const ids = async (role: WorldRole) => (await feed(role)).notices.map((each) => each.id);

  it('publishes to a node: those under it see it, others never', async () => {
    const { id, ...rest } = await publish(notice({ include: [west] }, { info: [en, zh] }));
    expect(rest).toMatchObject({
      msgType: 'Alert',
      severity: 'Moderate',
      category: 'Infra',
      info: [zh, en],
      author: { node: community, name: '桂语社区' },
      audience: { include: [west], except: [] },
      expiresAt: null,
      read: false,
    });
    expect(await feed('resident')).toMatchObject({ notices: [{ id, ...rest }], unread: 1 });
    for (const role of ['neighbour', 'outsider', 'worker', 'checkpoint'] as const)
      expect(await feed(role)).toMatchObject({ notices: [], unread: 0 });
    const rows = await app.database.kysely.selectFrom('notice').select('id').execute();
    expect(rows).toEqual([{ id }]);
  });

  it('reaches buildings, and leaves out exceptions', async () => {
    const toWest = await publish(notice({ include: [westBuilding] }));
    // The neighbour gave no building, so one of their grid may be theirs.
    const toEast = await publish(notice({ include: [eastBuilding] }));
    const toAll = await publish(notice({ include: [community], except: [west] }));
    const toAllButOne = await publish(notice({ include: [community], except: [westBuilding] }));
    const fromAbove = await publish(notice({ include: ['330106'] }), 'county-officer');
    expect(await ids('resident')).toEqual([fromAbove.id, toWest.id]);
    expect(await ids('neighbour')).toEqual([fromAbove.id, toAllButOne.id, toAll.id, toEast.id]);
    expect(await ids('outsider')).toEqual([]);
    expect(fromAbove.author).toEqual({ node: '330106', name: '西湖区' });
  });

  it('follows whoever moves, at once', async () => {
    const there = await publish(notice({ include: [east] }));
    const persona = 'world:moving';
    await addPerson(app.database, persona, { home: west });
    const mover = await app.as(persona);
    const seen = async () =>
      (await mover<OutputOf<'GET /v1/notices'>>('GET /v1/notices')).body.notices.map((each) => each.id);
    expect(await seen()).toEqual([]);
    await mover('PATCH /v1/me', { body: { home: { node: east } } });
    expect(await seen()).toEqual([there.id]);
  });

  it('comes page by page, those of one moment too; what is updated meanwhile is on top, and nothing is lost', async () => {
    const all: Notice[] = [];
    for (let nth = 0; nth < 5; nth += 1)
      all.push((await by.officer<Notice>('POST /v1/notices', { body: notice({ include: [west] }) })).body);
    const page = async (before?: number) =>
      (
        await by.resident<OutputOf<'GET /v1/notices'>>('GET /v1/notices', {
          query: { limit: 2, ...(before === undefined ? {} : { before }) },
        })
      ).body;
    const [first, second, third, fourth, fifth] = all.map(({ id }) => id);
    const top = await page();
    expect([top.notices.map(({ id }) => id), top.more, top.unread]).toEqual([[fifth, fourth], true, 5]);
    const update = { msgType: 'Update' as const, seenVersion: 1, content: notice({ include: [west] }) };
    await by.officer('POST /v1/notices/:id/messages', { params: { id: second as string }, body: update });
    const below = await page(top.notices.at(-1)?.cursor);
    expect([below.notices.map(({ id }) => id), below.more, below.unread]).toEqual([[third, first], false, 5]);
    expect((await page()).notices.map(({ id }) => id)).toEqual([second, fifth]);
  });

  it('is read by each for themselves', async () => {
    const { id } = await publish(notice({ include: [community] }));
    await publish(notice({ include: [community] }));
    expect((await by.resident('PUT /v1/notices/:id/read', { params: { id } })).status).toBe(204);
    expect((await by.resident('PUT /v1/notices/:id/read', { params: { id } })).status).toBe(204);
    expect(await feed('resident')).toMatchObject({
      unread: 1,
      notices: [{ read: false }, { id, read: true }],
    });
    expect(await feed('neighbour')).toMatchObject({ unread: 2 });
    const opened = await by.resident<Notice>('GET /v1/notices/:id', { params: { id } });
    expect([opened.status, opened.body.read]).toEqual([200, true]);
  });

  it('is gone from the list when it expires, and can still be opened', async () => {
    const expiresAt = new Date(app.clock.now().getTime() + hour).toISOString();
    const { id } = await publish(notice({ include: [west] }, { expiresAt }));
    expect(await feed('resident')).toMatchObject({ unread: 1, notices: [{ id, expiresAt }] });
    app.clock.forward(hour);
    expect(await feed('resident')).toMatchObject({ unread: 0, notices: [] });
    expect((await by.resident('GET /v1/notices/:id', { params: { id } })).status).toBe(200);
  });

  it('is open to those it is for and to who could have published it; to others it does not exist', async () => {
    const { id } = await publish(notice({ include: [west] }));
    const answers: Record<string, [number, number]> = {};
    for (const role of roles) {
      const opened = await by[role]('GET /v1/notices/:id', { params: { id } });
      const read = await by[role]('PUT /v1/notices/:id/read', { params: { id } });
      answers[role] = [opened.status, read.status];
    }
    expect(answers).toEqual({
      resident: [200, 204],
      neighbour: [404, 404],
      outsider: [404, 404],
      worker: [200, 204],
      officer: [200, 204],
      'county-officer': [200, 204],
      checkpoint: [404, 404],
    });
    const nothing = { params: { id: randomUUID() } };
    expect((await by.resident('GET /v1/notices/:id', nothing)).status).toBe(404);
    expect((await by.resident('PUT /v1/notices/:id/read', nothing)).status).toBe(404);
  });

  it('refuses an audience outside, a place that is not there, and an expiry gone by', async () => {
    expect(await refused(notice({ include: [elsewhere] }))).toEqual([403, 'audience-outside', undefined]);
    expect(await refused(notice({ include: [west, '330106'] }))).toEqual([
      403,
      'audience-outside',
      undefined,
    ]);
    expect(await refused(notice({ include: [`${community}999`] }))).toEqual([
      422,
      'region-unknown',
      '/audience/include/0',
    ]);
    expect(await refused(notice({ include: [west, `${west}999`] }))).toEqual([
      422,
      'region-unknown',
      '/audience/include/1',
    ]);
    expect(await refused(notice({ include: [west], except: [`${west}999`] }))).toEqual([
      422,
      'region-unknown',
      '/audience/except/0',
    ]);
    const past = { expiresAt: app.clock.now().toISOString() };
    expect(await refused(notice({ include: [west] }, past))).toEqual([
      422,
      'notice-expired-already',
      undefined,
    ]);
    expect(await refused(notice({ include: [west] }, { info: [zh, zh] }))).toEqual([
      400,
      'invalid-request',
      '/info',
    ]);
  });

  it('is published by officers, and by workers to their grid', async () => {
    expect((await by.worker('POST /v1/notices', { body: notice({ include: [west] }) })).status).toBe(201);
    expect(await refused(notice({ include: [community] }), 'worker')).toEqual([
      403,
      'audience-outside',
      undefined,
    ]);
    for (const role of ['resident', 'neighbour', 'outsider', 'checkpoint'] as const)
      expect(await refused(notice({ include: [west] }), role)).toEqual([403, 'forbidden', undefined]);
  });

  describe('a list of doors', () => {
    const minute = 60_000;
    const ids: Record<string, string> = {};
    beforeAll(async () => {
      for (const [persona, door] of [
        ['world:lan', '201'],
        ['world:lan-son', '201'],
        ['world:chen', '1002'],
        ['world:zhou', '302'],
        ['world:wu', null],
      ] as const) {
        const id = await addPerson(app.database, persona, { home: west, building: westBuilding });
        ids[persona] = id;
        await app.database.kysely
          .updateTable('person')
          .set({ home_door: door })
          .where('id', '=', id)
          .execute();
      }
      const zhou = await app.as('world:zhou');
      await zhou('PUT /v1/me/notice-settings', { body: { lookIn: ['oxygen'] } });
    });

    const asking = (from: number, more: Partial<Publication> = {}): Publication =>
      notice(
        { include: [west] },
        {
          acknowledge: true,
          knockAt: new Date(app.clock.now().getTime() + from).toISOString(),
          expiresAt: new Date(app.clock.now().getTime() + from + hour).toISOString(),
          ...more,
        },
      );
    const lists = async () => {
      const answer = await by.worker<OutputOf<'GET /v1/visit-lists'>>('GET /v1/visit-lists');
      return answer.body.notices.map((each) => each.id);
    };
    const doors = async (id: string) => {
      const answer = await by.worker<OutputOf<'GET /v1/notices/:id/doors'> & Problem>(
        'GET /v1/notices/:id/doors',
        { params: { id } },
      );
      return answer.status === 200
        ? answer.body.doors.map(({ buildingName, door }) => `${buildingName} ${door}`)
        : answer.body.code;
    };

    it('opens at the hour that was announced, without those who know, and ends with the notice', async () => {
      const { id } = await publish(asking(10 * minute));
      expect([await lists(), await doors(id)]).toEqual([[], 'no-visit-list']);
      app.clock.forward(10 * minute);
      // First who asked for it, then as one walks; nobody is listed by a door they did not give.
      expect([await lists(), await doors(id)]).toEqual([[id], ['1 幢 302', '1 幢 201', '1 幢 1002']]);
      const son = await app.as('world:lan-son');
      const knows = await son('PUT /v1/notices/:id/acknowledgements/:personId', {
        params: { id, personId: ids['world:lan-son'] ?? '' },
      });
      expect(knows.status).toBe(204);
      expect(await doors(id)).toEqual(['1 幢 302', '1 幢 1002']);
      expect((await by.worker('GET /v1/notices/:id/doors', { params: { id } })).body).not.toHaveProperty(
        'doors.0.wished',
      );
      app.clock.forward(hour);
      expect([await lists(), await doors(id)]).toEqual([[], 'no-visit-list']);
    });

    it('is there only where the notice said so, whatever the worker muted at home, and not once it is cancelled', async () => {
      await publish(notice({ include: [west] }, { acknowledge: true }));
      const { id, version } = await publish(asking(minute));
      await by.worker('PUT /v1/me/notice-settings', { body: { muted: ['Infra'] } });
      app.clock.forward(minute);
      expect(await lists()).toEqual([id]);
      await by.officer('POST /v1/notices/:id/messages', {
        params: { id },
        body: { msgType: 'Cancel', seenVersion: version, because: { zh: '修好了', en: '' } },
      });
      expect([await lists(), await doors(id)]).toEqual([[], 'no-visit-list']);
      await by.worker('PUT /v1/me/notice-settings', { body: { muted: [] } });
    });

    it('is noted as a look at whose door it is', async () => {
      const { id } = await publish(asking(minute));
      app.clock.forward(minute);
      await doors(id);
      const looks = await app.ports.readingLog.of(ids['world:chen'] ?? '');
      expect(looks[0]).toEqual({ role: 'worker', what: 'person', at: app.clock.now() });
      expect(await app.ports.readingLog.of(ids['world:wu'] ?? '')).toEqual([]);
    });
  });

  it('of a kind that was muted is neither shown nor counted, unless life may hang on it', async () => {
    const mute = (muted: Publication['category'][]) =>
      by.resident('PUT /v1/me/notice-settings', { body: { muted } });
    await publish(notice({ include: [west] }));
    const storm = await publish(notice({ include: [west] }, { category: 'Met', severity: 'Severe' }));
    expect((await mute(['Infra', 'Met'])).status).toBe(204);
    expect(await feed('resident')).toMatchObject({ notices: [{ id: storm.id }], unread: 1 });
    await mute([]);
    expect(await feed('resident')).toMatchObject({ notices: [{}, {}], unread: 2 });
  });

  it('asks for a home first', async () => {
    await addPerson(app.database, 'world:homeless');
    const { status, body } = await (await app.as('world:homeless'))<Problem>('GET /v1/notices');
    expect([status, body.code]).toEqual([422, 'home-required']);
  });
});
