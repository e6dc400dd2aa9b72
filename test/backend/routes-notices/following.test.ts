import type { InputOf, Notice, OutputOf } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { describeOnEachDatabase } from '../../support/database';
import { addPerson } from '../../support/people';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, community, east, personaOf, roles, west, type WorldRole } from '../../support/world';
import { takeDown } from '../../support/notices';

type Content = InputOf<'POST /v1/notices'>['body'];

describeOnEachDatabase('what follows a notice', (open) => {
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

  const content = (headline: string, more: Partial<Content> = {}): Content => ({
    severity: 'Moderate',
    category: 'Infra',
    info: [
      { language: 'zh', headline, description: '换水管' },
      { language: 'en', headline: 'Water off', description: 'New pipes' },
    ],
    audience: { include: [west] },
    ...more,
  });
  async function publish(of: Content, role: WorldRole = 'officer'): Promise<Notice> {
    app.clock.forward(1000);
    const { status, body } = await by[role]<Notice>('POST /v1/notices', { body: of });
    expect(status).toBe(201);
    return body;
  }
  async function follow(
    { id }: Notice,
    body: InputOf<'POST /v1/notices/:id/messages'>['body'],
    role: WorldRole = 'officer',
  ) {
    app.clock.forward(1000);
    const answer = await by[role]<Notice & Problem>('POST /v1/notices/:id/messages', {
      params: { id },
      body,
    });
    return { ...answer.body, status: answer.status };
  }
  const update = (seenVersion: number, of: Content) => ({
    msgType: 'Update' as const,
    seenVersion,
    content: of,
  });
  const cancel = (seenVersion: number) => ({
    msgType: 'Cancel' as const,
    seenVersion,
    because: { zh: '修好了，不停水了', en: 'Mended: no cut' },
  });
  const feed = async (role: WorldRole) =>
    (await by[role]<OutputOf<'GET /v1/notices'>>('GET /v1/notices')).body;
  const versions = async (id: string, role: WorldRole = 'resident') =>
    by[role]<OutputOf<'GET /v1/notices/:id/versions'>>('GET /v1/notices/:id/versions', { params: { id } });

  it('an Update is the same card, newer and unread again', async () => {
    const first = await publish(content('周日停水'));
    await by.resident('PUT /v1/notices/:id/read', { params: { id: first.id } });
    const second = await follow(first, update(1, content('周日停水，改到下午')));
    expect(second).toMatchObject({ status: 201, id: first.id, version: 2, msgType: 'Update' });
    expect(second.cursor).toBeGreaterThan(first.cursor);
    const { notices, unread } = await feed('resident');
    expect([notices.map(({ id, version, read }) => [id, version, read]), unread]).toEqual([
      [[first.id, 2, false]],
      1,
    ]);
  });

  it('goes to whom it is for now: others lose it, and who is new gets it', async () => {
    const first = await publish(content('周日停水'));
    const before = await by.resident('GET /v1/notices');
    await follow(first, update(1, content('周日停水', { audience: { include: [east] } })));
    // Also where it is asked for by the tag of what was there.
    const again = { headers: { 'if-none-match': String(before.headers['etag']) } };
    expect(await by.resident('GET /v1/notices', again)).toMatchObject({ status: 200, body: { notices: [] } });
    expect((await by.resident('GET /v1/notices/:id', { params: { id: first.id } })).status).toBe(404);
    expect((await feed('neighbour')).notices).toMatchObject([{ id: first.id, version: 2 }]);
    expect((await versions(first.id)).status).toBe(404);
    expect((await versions(first.id, 'neighbour')).body.versions).toHaveLength(2);
  });

  it('a Cancel strikes through with its reason in each language, alerts nobody, and is the last', async () => {
    const first = await publish(content('周日停水', { acknowledge: true, pinned: true }));
    expect((await feed('resident')).unread).toBe(1);
    const last = await follow(first, cancel(1));
    expect(last).toMatchObject({
      status: 201,
      msgType: 'Cancel',
      version: 2,
      pinned: false,
      acknowledge: false,
      info: [
        { language: 'zh', headline: '周日停水', description: '修好了，不停水了' },
        { language: 'en', headline: 'Water off', description: 'Mended: no cut' },
      ],
    });
    const { notices, unread } = await feed('resident');
    expect([notices.length, unread]).toEqual([1, 0]);
    expect(await follow(first, update(2, content('周日停水')))).toMatchObject({
      status: 409,
      code: 'notice-cancelled',
    });
    expect(await follow(first, cancel(2))).toMatchObject({ status: 409, code: 'notice-cancelled' });
  });

  it('everything that was published of it is in its history, with who said it and when', async () => {
    const first = await publish(content('周日停水'));
    await follow(first, update(1, content('周日停水，改到下午')), 'county-officer');
    await follow(first, cancel(2), 'county-officer');
    const { body } = await versions(first.id);
    expect(
      body.versions.map(({ version, msgType, author, info }) => [
        version,
        msgType,
        author.name,
        info[0]?.headline,
      ]),
    ).toEqual([
      [1, 'Alert', '桂语社区', '周日停水'],
      [2, 'Update', '西湖区', '周日停水，改到下午'],
      [3, 'Cancel', '西湖区', '周日停水，改到下午'],
    ]);
    const times = body.versions.map(({ sentAt }) => Date.parse(sentAt));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect((await versions(first.id, 'neighbour')).status).toBe(404);
  });

  it('stays with whoever published it when a higher place takes it over: to be read, with who changed it, not to be changed', async () => {
    const first = await publish(content('周日停水'));
    const byCounty = update(1, content('周日停水，改到东边', { audience: { include: [east] } }));
    expect((await follow(first, byCounty, 'county-officer')).status).toBe(201);
    const listed = (role: WorldRole) =>
      by[role]<OutputOf<'GET /v1/published-notices'>>('GET /v1/published-notices');
    const [mine] = (await listed('officer')).body.notices;
    expect(mine).toMatchObject({ id: first.id, version: 2, author: { name: '西湖区' } });
    // The worker of the west grid published none of it.
    expect((await listed('worker')).body.notices).toEqual([]);
    expect((await versions(first.id, 'officer')).body.versions).toHaveLength(2);
    expect((await versions(first.id, 'resident')).status).toBe(404);
    expect(await follow(first, cancel(2))).toMatchObject({ status: 404 });

    // Also where it is no longer for anybody of theirs.
    const away = { audience: { include: ['330106'], except: [community] } };
    expect((await follow(first, update(2, content('改到别处', away)), 'county-officer')).status).toBe(201);
    const opened = (role: WorldRole) => by[role]('GET /v1/notices/:id', { params: { id: first.id } });
    expect([(await opened('officer')).status, (await opened('worker')).status]).toEqual([200, 404]);
    expect((await listed('officer')).body.notices).toMatchObject([{ id: first.id, version: 3 }]);
    const counts = await by.officer('GET /v1/notices/:id/counts', { params: { id: first.id } });
    expect(counts.status).toBe(404);
  });

  it('is not written over unseen, nor by who does not publish there', async () => {
    const first = await publish(content('周日停水'));
    await follow(first, update(1, content('改一次')));
    expect(await follow(first, update(1, content('改两次')))).toMatchObject({
      status: 409,
      code: 'notice-changed',
    });
    expect(await follow(first, cancel(1))).toMatchObject({ status: 409, code: 'notice-changed' });
    // The worker serves one grid; this went out from the community.
    expect(await follow(first, cancel(2), 'worker')).toMatchObject({ status: 404 });
    const rows = await app.database.kysely.selectFrom('notice').select('id').execute();
    expect(rows).toHaveLength(2);
  });

  it('of two who update at once one is told', async () => {
    const first = await publish(content('周日停水'));
    // Of one place: what the county took over is no longer there for a community to update.
    const both = await Promise.all(
      ['这边改的', '那边改的'].map((words) => follow(first, update(1, content(words)))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await versions(first.id)).body.versions).toHaveLength(2);
  });

  it('is listed for those who publish there, newest first, one line for each, page by page', async () => {
    const all: Notice[] = [];
    for (let at = 0; at < 53; at += 1) all.push(await publish(content(`第 ${at} 条`)));
    await follow(all[0] as Notice, update(1, content('第 0 条，改过')));
    const ofGrid = await publish(content('网格的'), 'worker');
    const listed = async (role: WorldRole, before?: number) =>
      (
        await by[role]<OutputOf<'GET /v1/published-notices'>>('GET /v1/published-notices', {
          query: before === undefined ? {} : { before },
        })
      ).body;
    const { notices: first, more } = await listed('officer');
    const { notices: rest, more: still } = await listed('officer', first.at(-1)?.cursor);
    const ids = [...first, ...rest].map(({ id }) => id);
    expect([first.length, rest.length, new Set(ids).size, more, still]).toEqual([50, 4, 54, true, false]);
    expect(ids.slice(0, 2)).toEqual([ofGrid.id, all[0]?.id]);
    expect((await listed('worker')).notices.map(({ id }) => id)).toEqual([ofGrid.id]);
    await addPerson(app.database, 'world:elsewhere', { grants: [{ role: 'officer', node: '330203' }] });
    const stranger = await app.as('world:elsewhere');
    expect((await stranger<OutputOf<'GET /v1/published-notices'>>('GET /v1/published-notices')).body).toEqual(
      {
        notices: [],
        more: false,
      },
    );
  });
});
