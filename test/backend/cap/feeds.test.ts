import { JSDOM } from 'jsdom';
import { createCapReader } from '../../../src/backend/adapters/cap/reader';
import type { InputOf, Notice } from '../../../src/contract/api';
import type { CapAlert } from '../../../src/contract/cap/alert';
import { readCapMoment } from '../../../src/contract/cap/moment';
import { describeOnEachDatabase } from '../../support/database';
import { plainPdf } from '../../support/pdf';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, community, east, personaOf, west, westBuilding } from '../../support/world';
import { takeDown } from '../../support/notices';

type Publication = InputOf<'POST /v1/notices'>['body'];

const reader = createCapReader();
afterAll(() => reader.close());

describeOnEachDatabase('notices for other systems', (open) => {
  let app: TestApp;
  let officer: CallEndpoint;
  let county: CallEndpoint;
  beforeAll(async () => {
    const database = await open();
    app = await startTestApp({ database, environment: { PUBLIC_URL: 'https://linli.example.gov.cn' } });
    await addWorld(database);
    officer = await app.as(personaOf('officer'));
    county = await app.as(personaOf('county-officer'));
  });
  afterAll(() => app.close());
  beforeEach(() => takeDown(app.database, app.ports.noticeSource));

  const zh = {
    language: 'zh',
    headline: '明天停水 <3 & 更多',
    description: '换水管\n很快好',
    instruction: '请存水',
  } as const;
  const en = { language: 'en', headline: 'Water off', description: 'New pipes' } as const;
  const notice = (more: Partial<Publication> = {}): Publication => ({
    severity: 'Moderate',
    urgency: 'Expected',
    certainty: 'Likely',
    category: 'Infra',
    info: [zh],
    audience: { include: [community] },
    ...more,
  });
  async function publish(body: Publication = notice(), by = officer): Promise<Notice> {
    const answer = await by<Notice>('POST /v1/notices', { body });
    expect(answer.status).toBe(201);
    return answer.body;
  }
  async function follow({ id, version }: Notice, body: object): Promise<Notice> {
    app.clock.forward(61_000);
    const answer = await officer<Notice>('POST /v1/notices/:id/messages', {
      params: { id },
      body: { seenVersion: version, ...body },
    });
    expect(answer.status).toBe(201);
    return answer.body;
  }
  const get = (url: string, headers: Record<string, string> = {}) =>
    app.server.inject({ method: 'GET', url, headers });

  interface Entry {
    id: string;
    title: string;
    updated: string;
    author: string;
    category: string;
    content: string;
    links: (string | null)[][];
  }
  /** Well-formed, and with what RFC 4287 asks of a feed and of each entry. */
  async function feed(url = '/cap/feed'): Promise<Entry[]> {
    const answer = await get(url);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      200,
      'application/atom+xml; charset=utf-8',
    ]);
    const root = new JSDOM(answer.body, { contentType: 'text/xml' }).window.document.documentElement;
    expect([root.namespaceURI, root.tagName]).toEqual(['http://www.w3.org/2005/Atom', 'feed']);
    const one = (element: Element, name: string): string => {
      const found = [...element.children].filter(({ tagName }) => tagName === name);
      expect(found).toHaveLength(1);
      return found[0]?.textContent ?? '';
    };
    for (const name of ['id', 'title', 'updated', 'author']) expect(one(root, name)).not.toBe('');
    expect(one(root, 'id')).toBe(`https://linli.example.gov.cn${url}`);
    const entries = [...root.children].filter(({ tagName }) => tagName === 'entry');
    return entries.map((entry) => {
      const updated = one(entry, 'updated');
      expect(readCapMoment(updated, '1.2')).toBeDefined();
      return {
        id: one(entry, 'id'),
        title: one(entry, 'title'),
        updated,
        author: one(entry, 'author'),
        category:
          [...entry.children].find(({ tagName }) => tagName === 'category')?.getAttribute('term') ?? '',
        content: one(entry, 'content'),
        links: [...entry.children]
          .filter(({ tagName }) => tagName === 'link')
          .map((link) => ['rel', 'type', 'href'].map((name) => link.getAttribute(name))),
      };
    });
  }
  const pathOf = (link: (string | null)[] | undefined): string =>
    (link?.[2] ?? '').replace('https://linli.example.gov.cn', '');
  /** Valid by the schema and by the standard's rules. */
  async function alertAt(path: string): Promise<CapAlert> {
    const answer = await get(path);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      200,
      'application/cap+xml; charset=utf-8',
    ]);
    const reading = await reader.alert(answer.rawPayload);
    expect(reading).toMatchObject({ ok: true, signed: false });
    return (reading as { alert: CapAlert }).alert;
  }

  it('stand in the feed, each as an alert that conforms', async () => {
    const expiresAt = new Date(app.clock.now().getTime() + 3_600_000).toISOString();
    const { id, sentAt } = await publish(
      notice({ info: [zh, en], audience: { include: [west, westBuilding], except: [east] }, expiresAt }),
    );
    const entries = await feed();
    expect(entries).toMatchObject([
      { title: zh.headline, author: '桂语社区', category: 'Infra', content: '换水管\n很快好\n请存水' },
    ]);
    expect(entries[0]?.links).toEqual([
      ['alternate', 'application/cap+xml', `https://linli.example.gov.cn/cap/alerts/${id}`],
      ['related', 'text/html', `https://linli.example.gov.cn/#/packages/notice/detail/index?id=${id}`],
    ]);
    const alert = await alertAt(pathOf(entries[0]?.links[0]));
    const code = community.slice(0, 9);
    expect(alert).toMatchObject({
      version: '1.2',
      sender: 'linli.example.gov.cn',
      status: 'Test',
      msgType: 'Alert',
      scope: 'Public',
      infos: [
        {
          language: 'zh-CN',
          categories: ['Infra'],
          event: '停水停电',
          urgency: 'Expected',
          severity: 'Moderate',
          certainty: 'Likely',
          senderName: '桂语社区',
          headline: zh.headline,
          description: zh.description,
          instruction: zh.instruction,
          areas: [{ geocodes: [west, westBuilding].map((value) => ({ valueName: 'Linli', value })) }],
          parameters: [{ valueName: 'Linli:except', value: east }],
        },
        {
          language: 'en-US',
          event: 'Utilities',
          headline: 'Water off',
          areas: [{ areaDesc: expect.stringMatching(/except/) as string }],
        },
      ],
    });
    expect(alert.identifier).toMatch(new RegExp(`^${code.slice(0, 6)}000${code.slice(6)}00_\\d{14}_0$`));
    const second = (moment: string | undefined) =>
      Math.floor((readCapMoment(moment ?? '', '1.2') ?? 0) / 1000);
    expect(second(alert.sent)).toBe(Math.floor(Date.parse(sentAt) / 1000));
    expect(second(alert.infos[0]?.expires)).toBe(Math.floor(Date.parse(expiresAt) / 1000));
    expect(alert.references).toBeUndefined();
  });

  it('are one entry for each event: an Update and a Cancel refer to all before them', async () => {
    const first = await publish(
      notice({ expiresAt: new Date(app.clock.now().getTime() + 86_400_000).toISOString() }),
    );
    const [alertEntry] = await feed();
    const original = await alertAt(`/cap/alerts/${first.id}`);
    const content = notice({ info: [{ ...zh, headline: '改到后天' }], expiresAt: first.expiresAt ?? '' });
    const second = await follow(first, { msgType: 'Update', content });
    const [updateEntry, ...more] = await feed();
    expect(more).toEqual([]);
    expect(updateEntry).toMatchObject({ title: '改到后天' });
    expect(updateEntry?.id).not.toBe(alertEntry?.id);
    const update = await alertAt(pathOf(updateEntry?.links[0]));
    const triple = ({ sender, identifier, sent }: CapAlert) => `${sender},${identifier},${sent}`;
    expect(update).toMatchObject({ msgType: 'Update', references: triple(original) });
    await follow(second, { msgType: 'Cancel', because: { zh: '不停了', en: 'Not needed' } });
    const [cancelEntry] = await feed();
    expect(cancelEntry).toMatchObject({ title: '【已取消】改到后天' });
    expect(await alertAt(pathOf(cancelEntry?.links[0]))).toMatchObject({
      msgType: 'Cancel',
      references: `${triple(original)} ${triple(update)}`,
      infos: [{ description: '不停了' }],
    });
    // What went out stays as it went out.
    expect(await alertAt(`/cap/alerts/${first.id}`)).toEqual(original);
  });

  it('bear an identifier of their own, however many go out in one second', async () => {
    const sent = [];
    for (let at = 0; at < 12; at += 1) sent.push(await publish());
    const alerts = await Promise.all(sent.map(({ id }) => alertAt(`/cap/alerts/${id}`)));
    expect(new Set(alerts.map(({ identifier }) => identifier)).size).toBe(12);
  });

  it('leave the feed when they are over, and stay where they are', async () => {
    const { id } = await publish(
      notice({ expiresAt: new Date(app.clock.now().getTime() + 60_000).toISOString() }),
    );
    expect(await feed()).toHaveLength(1);
    app.clock.forward(61_000);
    expect(await feed()).toEqual([]);
    expect(await alertAt(`/cap/alerts/${id}`)).toMatchObject({ msgType: 'Alert' });
  });

  it('stand in the feed of a place they are for, or a part of which', async () => {
    const all = await publish(notice({ audience: { include: ['330106'] } }), county);
    const here = await publish();
    const house = await publish(notice({ audience: { include: [westBuilding] } }));
    const but = await publish(notice({ audience: { include: [community], except: [west] } }));
    const idsAt = async (node: string) =>
      (await feed(`/notices/feed/${node}`)).map(({ links }) => pathOf(links[0]).split('id=')[1]);
    expect(await idsAt(community)).toEqual([but.id, house.id, here.id, all.id]);
    expect(await idsAt(west)).toEqual([house.id, here.id, all.id]);
    expect(await idsAt(westBuilding)).toEqual([house.id, here.id, all.id]);
    expect(await idsAt(east)).toEqual([but.id, here.id, all.id]);
    expect(await idsAt('330106')).toEqual([all.id]);
    expect((await feed(`/notices/feed/${west}`))[0]?.links).toEqual([
      [
        'alternate',
        'text/html',
        `https://linli.example.gov.cn/#/packages/notice/detail/index?id=${house.id}`,
      ],
      ['related', 'application/cap+xml', `https://linli.example.gov.cn/cap/alerts/${house.id}`],
    ]);
  });

  it('are kept on the way, and named by what they say', async () => {
    const { id } = await publish();
    for (const [path, keep] of [
      ['/cap/feed', 'public, max-age=15'],
      [`/notices/feed/${community}`, 'public, max-age=15'],
      [`/cap/alerts/${id}`, 'public, max-age=86400'],
    ] as const) {
      const first = await get(path);
      expect(first.headers).toMatchObject({ 'cache-control': keep, 'access-control-allow-origin': '*' });
      const etag = String(first.headers['etag']);
      const again = await get(path, { 'if-none-match': etag });
      expect([again.statusCode, again.body]).toEqual([304, '']);
    }
    const before = String((await get('/cap/feed')).headers['etag']);
    await publish();
    expect((await get('/cap/feed', { 'if-none-match': before })).statusCode).toBe(200);
  });

  it('bring their files along, to anybody, as long as they go with one', async () => {
    const { body: file } = await officer<{ id: string; bytes: number }>('POST /v1/files', {
      file: { content: plainPdf(), type: 'application/pdf' },
    });
    const at = `/cap/files/${file.id}`;
    expect((await get(at)).statusCode).toBe(404);
    const attachments = [
      { id: file.id, name: '停水范围.pdf', type: 'application/pdf' as const, bytes: file.bytes },
    ];
    const { id } = await publish(notice({ attachments }));
    expect((await alertAt(`/cap/alerts/${id}`)).infos[0]?.resources).toEqual([
      {
        resourceDesc: '停水范围.pdf',
        mimeType: 'application/pdf',
        size: String(file.bytes),
        uri: `https://linli.example.gov.cn${at}`,
      },
    ]);
    const got = await get(at);
    expect([got.statusCode, got.headers['content-type'], got.headers['x-content-type-options']]).toEqual([
      200,
      'application/pdf',
      'nosniff',
    ]);
    expect(got.rawPayload.equals(plainPdf())).toBe(true);
  });

  it('have nothing of who wrote them', async () => {
    await publish();
    const texts = [(await get('/cap/feed')).body, (await get(`/notices/feed/${community}`)).body];
    const { rows } = {
      rows: await app.database.kysely.selectFrom('person').select(['id', 'name']).execute(),
    };
    for (const text of texts)
      for (const { id, name } of rows) {
        expect(text).not.toContain(id);
        if (name) expect(text).not.toContain(name);
      }
  });

  it.each([
    '/notices/feed/330199',
    '/notices/feed/x',
    '/cap/alerts/x',
    '/cap/alerts/7b1f7e0c-2c50-4f0e-9f5e-1f2f3a4b5c6d',
  ])('are not at %s', async (path) => {
    const answer = await get(path);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'not-found']);
  });
});
