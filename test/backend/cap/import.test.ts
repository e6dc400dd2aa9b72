import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAdmin } from '../../../src/backend/cli/admin/commands';
import type { Notice, OutputOf } from '../../../src/contract/api';
import type { CapAlert, CapArea, CapInfo } from '../../../src/contract/cap/alert';
import { writeCapMoment } from '../../../src/contract/cap/moment';
import { writeAlert } from '../../../src/contract/cap/write';
import { alertOf, areaOf, infoOf } from '../../contract/cap/alerts';
import { describeOnEachDatabase } from '../../support/database';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, community, east, elsewhere, personaOf, west } from '../../support/world';
import { takeDown } from '../../support/notices';

const hour = 3_600_000;

describeOnEachDatabase('a warning of another system', (open) => {
  let app: TestApp;
  const by = {} as Record<'resident' | 'neighbour' | 'outsider', CallEndpoint>;
  beforeAll(async () => {
    const database = await open();
    app = await startTestApp({ database });
    await addWorld(database);
    for (const role of ['resident', 'neighbour', 'outsider'] as const)
      by[role] = await app.as(personaOf(role));
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await takeDown(app.database, app.ports.noticeSource);
    for (const table of ['cap_message', 'cap_quarantine'] as const)
      await app.database.kysely.deleteFrom(table).execute();
  });

  let serial = 0;
  const here: Partial<CapArea> = { geocodes: [{ valueName: 'GB/T 2260', value: '330106' }] };
  /** A typhoon over the county, as a weather office sends it. */
  function typhoon(change: Partial<CapAlert> = {}, info: Partial<CapInfo> = {}, area = here): CapAlert {
    serial += 1;
    app.clock.forward(1000);
    return alertOf({
      identifier: `typhoon-${serial}`,
      sender: 'warning@weather.example.cn',
      sent: writeCapMoment(app.clock.now()),
      infos: [
        infoOf({
          language: 'zh-CN',
          categories: ['Met'],
          event: '台风',
          headline: '台风橙色预警',
          description: '今晚登陆',
          severity: 'Severe',
          senderName: '杭州市气象台',
          expires: writeCapMoment(new Date(app.clock.now().getTime() + 12 * hour)),
          areas: [areaOf(area)],
          ...info,
        }),
      ],
      ...change,
    });
  }
  const referring = (...alerts: CapAlert[]): string =>
    alerts.map(({ sender, identifier, sent }) => `${sender},${identifier},${sent}`).join(' ');
  const importing = (what: CapAlert | string) => {
    const file = Buffer.from(typeof what === 'string' ? what : writeAlert(what)).toString('base64');
    return runAdmin({ command: 'cap', args: ['import', 'a.cap'], options: {}, file }, app.admin);
  };
  const line = async (what: CapAlert | string) => (await importing(what)).lines[0];
  const feed = async (role: keyof typeof by = 'resident') =>
    (await by[role]<OutputOf<'GET /v1/notices'>>('GET /v1/notices')).body;
  const cards = async (role: keyof typeof by = 'resident'): Promise<Notice[]> => (await feed(role)).notices;

  it('comes from the sample that the README names', async () => {
    await importing(readFileSync(join(__dirname, '../../../docs/samples/typhoon.cap.xml'), 'utf8'));
    expect((await cards()).map(({ severity, info }) => [severity, info[0]?.headline])).toEqual([
      ['Severe', '台风橙色预警'],
    ]);
  });

  it('reaches those it is for, once however often it comes', async () => {
    const alert = typhoon();
    expect(await importing(alert)).toEqual({
      code: 0,
      lines: [expect.stringMatching(/^published: Alert [0-9a-f-]{36} for 330106$/)],
    });
    expect(await cards()).toMatchObject([
      {
        msgType: 'Alert',
        severity: 'Severe',
        category: 'Met',
        author: { node: '330106', name: '西湖区' },
        audience: { include: ['330106'] },
        info: [{ language: 'zh', headline: '台风橙色预警', description: '今晚登陆\n\n发布：杭州市气象台' }],
        expiresAt: new Date(Date.parse(alert.infos[0]?.expires ?? '')).toISOString(),
      },
    ]);
    expect(await cards('outsider')).toEqual([]);
    expect(await importing(alert)).toEqual({ code: 0, lines: ['unchanged: this alert was taken before'] });
    // The same one, written by another program.
    expect(await line(writeAlert({ ...alert, note: 'again' }).replace('UTF-8', 'utf-8'))).toMatch(
      /^unchanged/,
    );
    expect(await cards()).toHaveLength(1);
  });

  it('is followed through its Updates and its Cancel: one card, and no alarm at its end', async () => {
    const first = typhoon();
    const second = typhoon(
      { msgType: 'Update', references: referring(first) },
      { headline: '台风红色预警', severity: 'Extreme' },
    );
    await importing(first);
    const [before] = await cards();
    await by.resident('PUT /v1/notices/:id/read', { params: { id: before?.id ?? '' } });
    expect(await line(second)).toMatch(/^published: Update/);
    expect(await feed()).toMatchObject({
      notices: [
        {
          id: before?.id,
          version: 2,
          msgType: 'Update',
          severity: 'Extreme',
          info: [{ headline: '台风红色预警' }],
        },
      ],
      unread: 1,
    });
    // It names the first only: the card is the same.
    const end = typhoon(
      { msgType: 'Cancel', references: referring(first) },
      { headline: '解除台风预警', description: '' },
    );
    expect(await line(end)).toBe(`published: Cancel ${before?.id} for 330106`);
    expect(await feed()).toMatchObject({
      notices: [
        {
          id: before?.id,
          version: 3,
          msgType: 'Cancel',
          info: [{ headline: '台风红色预警', description: '解除台风预警' }],
        },
      ],
      unread: 0,
    });
    expect(await line(end)).toMatch(/^unchanged/);
  });

  it('that was ended before it came is not shown', async () => {
    const first = typhoon();
    const second = typhoon({ msgType: 'Update', references: referring(first) });
    const end = typhoon({ msgType: 'Cancel', references: referring(first, second), infos: [] });
    expect(await line(end)).toBe('taken, nothing published: what it cancels does not stand here');
    for (const late of [second, first])
      expect(await line(late)).toBe('taken, nothing published: what follows it came before it');
    expect(await cards()).toEqual([]);
  });

  it('whose Update comes first is shown as that, and not again', async () => {
    const first = typhoon();
    const second = typhoon({ msgType: 'Update', references: referring(first) }, { headline: '台风红色预警' });
    expect(await line(second)).toMatch(/^published: Alert/);
    expect(await line(first)).toMatch(/^taken, nothing published/);
    expect(await cards()).toMatchObject([{ info: [{ headline: '台风红色预警' }] }]);
  });

  it('that joins two in one leaves one card in force', async () => {
    const [one, two] = [typhoon(), typhoon()];
    await importing(one);
    await importing(two);
    await importing(
      typhoon({ msgType: 'Update', references: referring(one, two) }, { headline: '台风和暴雨' }),
    );
    expect((await cards()).map(({ msgType, info }) => [msgType, info[0]?.headline]).sort()).toEqual([
      ['Cancel', '台风橙色预警'],
      ['Update', '台风和暴雨'],
    ]);
  });

  it('that moves on is ended here', async () => {
    const first = typhoon();
    await importing(first);
    const away = { geocodes: [{ valueName: 'GB/T 2260', value: '440100' }] };
    expect(await line(typhoon({ msgType: 'Update', references: referring(first) }, {}, away))).toMatch(
      /^published: Cancel/,
    );
    expect(await cards()).toMatchObject([{ msgType: 'Cancel' }]);
  });

  it('is ended by nobody else’s word', async () => {
    const first = typhoon();
    const taken = await app.ports.warnings.take(Buffer.from(writeAlert(first)), 'weather');
    expect(taken).toMatchObject({ what: 'published', msgType: 'Alert' });
    const theirs = typhoon({
      sender: 'someone@else.example',
      msgType: 'Cancel',
      references: referring(first),
    });
    expect(await app.ports.warnings.take(Buffer.from(writeAlert(theirs)), 'other')).toMatchObject({
      what: 'kept',
    });
    expect(await cards()).toMatchObject([{ msgType: 'Alert' }]);
    // Somebody at the machine, or the same feed, may.
    const again = typhoon({
      sender: 'someone@else.example',
      msgType: 'Cancel',
      references: referring(first),
    });
    expect(await app.ports.warnings.take(Buffer.from(writeAlert(again)), 'weather')).toMatchObject({
      msgType: 'Cancel',
    });
  });

  it.each<[string, Partial<CapAlert>, Partial<CapInfo>, string]>([
    ['a draft', { status: 'Draft' }, {}, 'its status is Draft'],
    ['a Restricted one', { scope: 'Restricted', restriction: 'officials' }, {}, 'its scope is Restricted'],
    ['an Ack', { msgType: 'Ack', references: 'a,b,2026-01-01T00:00:00+08:00' }, {}, 'Ack is between systems'],
    ['one without words', { infos: [] }, {}, 'it says nothing: no info'],
    ['one that is over', {}, { expires: '2020-01-01T00:00:00+08:00' }, 'it is over already'],
    [
      'one for elsewhere',
      {},
      { areas: [areaOf({ geocodes: [{ valueName: 'FIPS6', value: '330106' }] })] },
      'it is for nowhere here',
    ],
    ['one for nowhere', {}, { areas: [] }, 'it is for nowhere here'],
  ])('is taken and not shown where it is %s', async (_what, change, info, why) => {
    const alert = typhoon(change, info);
    expect(await importing(alert)).toEqual({ code: 0, lines: [`taken, nothing published: ${why}`] });
    expect(await line(alert)).toMatch(/^unchanged/);
    expect(await cards()).toEqual([]);
  });

  describe('finds its place', () => {
    const nodes = async (...areas: Partial<CapArea>[]) =>
      /^published.* for (.*)$/.exec((await line(typhoon({}, { areas: areas.map(areaOf) }))) ?? '')?.[1];
    const box = (west_: number, south: number, east_: number, north: number) =>
      `${south},${west_} ${south},${east_} ${north},${east_} ${north},${west_} ${south},${west_}`;

    it.each<[string, Partial<CapArea>[], string | undefined]>([
      ['by codes', [here], '330106'],
      [
        'by codes of every level',
        [
          {
            geocodes: [
              { valueName: 'GB/T 10114', value: community },
              { valueName: 'Linli', value: east },
            ],
          },
        ],
        community,
      ],
      [
        'by codes padded with zeros',
        [{ geocodes: [{ valueName: '行政区划代码', value: '330100000000' }] }],
        '3301',
      ],
      [
        'by areas together',
        [
          { geocodes: [{ valueName: 'Linli', value: elsewhere }] },
          { geocodes: [{ valueName: 'Linli', value: west }] },
        ],
        `${west}, ${elsewhere}`,
      ],
      [
        'past codes nobody has here',
        [
          {
            geocodes: [
              { valueName: 'GB/T 2260', value: '440100' },
              { valueName: 'Linli', value: west },
            ],
          },
        ],
        west,
      ],
      ['by an outline within a grid', [{ polygons: [box(120.101, 30.301, 120.102, 30.302)] }], west],
      ['by an outline over some of a grid', [{ polygons: [box(120.09, 30.29, 120.101, 30.301)] }], west],
      ['by an outline over all of what is drawn', [{ polygons: [box(120, 30, 121, 31)] }], '330106'],
      ['by a circle', [{ circles: ['30.3025,120.1075 0.1'] }], east],
      ['by a circle without width', [{ circles: ['30.3025,120.1075 0'] }], east],
      [
        'by codes before outlines',
        [
          {
            geocodes: [{ valueName: 'Linli', value: west }],
            polygons: [box(120.106, 30.301, 120.107, 30.302)],
          },
        ],
        west,
      ],
      ['nowhere far away', [{ polygons: [box(121, 31, 122, 32)] }], undefined],
    ])('%s', async (_how, areas, found) => {
      expect(await nodes(...areas)).toBe(found);
    });

    it('and nobody else sees it', async () => {
      await nodes({ circles: ['30.3025,120.1075 0.1'] });
      expect(await cards('neighbour')).toHaveLength(1);
      expect(await cards('resident')).toEqual([]);
    });
  });

  it('speaks both languages, and with its worst block first', async () => {
    const areas = [areaOf(here)];
    const both = typhoon({
      infos: [
        infoOf({ language: 'zh-CN', headline: '小雨', description: '带伞', severity: 'Minor', areas }),
        infoOf({
          language: 'en-US',
          headline: 'Typhoon',
          description: 'Tonight',
          severity: 'Extreme',
          areas,
        }),
        infoOf({ headline: '台风', description: '今晚', severity: 'Extreme', instruction: '别出门', areas }),
      ],
    });
    await importing(both);
    expect(await cards()).toMatchObject([
      {
        severity: 'Extreme',
        info: [
          { language: 'zh', headline: '台风', description: '今晚\n\n小雨\n带伞', instruction: '别出门' },
          { language: 'en', headline: 'Typhoon', description: 'Tonight' },
        ],
        expiresAt: null,
      },
    ]);
  });

  it('of another Linli leaves out whom that leaves out', async () => {
    const parameters = [{ valueName: 'Linli:except', value: west }];
    await importing(typhoon({}, { parameters }));
    expect(await cards('neighbour')).toMatchObject([{ audience: { include: ['330106'], except: [west] } }]);
    expect(await cards('resident')).toEqual([]);
  });

  it('that is our own is not taken from others', async () => {
    expect(await line(typhoon({ sender: '127.0.0.1:8710' }))).toBe('taken, nothing published: it is our own');
  });

  it('is told to phones that listen', async () => {
    const heard: string[] = [];
    const stop = await app.ports.messenger.subscribe(
      ({ type }) => void heard.push(type),
      () => undefined,
    );
    await importing(typhoon());
    await new Promise((resolve) => setTimeout(resolve, 200));
    await stop();
    expect(heard).toEqual(['notice']);
  });

  it('is not ours, and stands in no feed of ours, but in that of its place', async () => {
    await importing(typhoon());
    const get = async (url: string) => (await app.server.inject({ method: 'GET', url })).body;
    expect(await get('/cap/feed')).not.toContain('<entry>');
    expect(await get(`/notices/feed/${community}`)).toContain('台风橙色预警');
  });

  it('that is updated while somebody here updates its card follows that', async () => {
    const first = typhoon();
    await importing(first);
    const [card] = await cards();
    const file = Buffer.from(
      writeAlert(typhoon({ msgType: 'Update', references: referring(first) }, { headline: '台风更近' })),
    );
    const county = await app.as(personaOf('county-officer'));
    const here = () =>
      county('POST /v1/notices/:id/messages', {
        params: { id: card?.id ?? '' },
        body: {
          msgType: 'Update',
          seenVersion: 1,
          content: {
            severity: 'Moderate',
            category: 'Met',
            info: [{ language: 'zh', headline: '本区提醒', description: '' }],
            audience: { include: ['330106'] },
          },
        },
      });
    const [answer, taken] = await Promise.all([here(), app.ports.warnings.take(file, 'file')]);
    expect(taken).toMatchObject({ what: 'published', eventId: card?.id });
    expect([201, 409]).toContain(answer.status);
    expect(await cards()).toMatchObject([{ id: card?.id, version: answer.status === 201 ? 3 : 2 }]);
  });

  it('that is changed here goes out as an Update of what its sender sent', async () => {
    const first = typhoon();
    await importing(first);
    const [card] = await cards();
    const county = await app.as(personaOf('county-officer'));
    const content = {
      severity: 'Moderate' as const,
      category: 'Met' as const,
      info: [{ language: 'zh' as const, headline: '本区提醒', description: '' }],
      audience: { include: ['330106'] },
    };
    const answer = await county('POST /v1/notices/:id/messages', {
      params: { id: card?.id ?? '' },
      body: { msgType: 'Update', seenVersion: 1, content },
    });
    expect(answer.status).toBe(201);
    const get = async (url: string) => (await app.server.inject({ method: 'GET', url })).body;
    const path = /\/cap\/alerts\/[0-9a-f-]{36}/.exec(await get('/cap/feed'))?.[0] ?? '';
    const alert = await get(path);
    expect(alert).toContain('<msgType>Update</msgType>');
    expect(alert).toContain(`<references>${referring(first)}</references>`);
  });

  it('that several bring at the same moment is one card', async () => {
    const file = Buffer.from(writeAlert(typhoon()));
    const taken = await Promise.all(
      Array.from({ length: 8 }, (_, at) => app.ports.warnings.take(file, `feed-${at}`)),
    );
    expect(taken.map(({ what }) => what).sort()).toEqual([...Array<string>(7).fill('known'), 'published']);
    expect(await cards()).toHaveLength(1);
  });

  it('that is malformed is put aside, with why, once', async () => {
    const wrong = writeAlert(typhoon({ sender: 'a b' }));
    expect(await importing(wrong)).toEqual({
      code: 1,
      lines: ['quarantined, nothing published:', '  sender: has a space, a comma, < or & in it ("a b")'],
    });
    await importing(wrong);
    await importing('<!DOCTYPE alert><alert/>');
    const list = () => runAdmin({ command: 'cap', args: ['quarantined'], options: {} }, app.admin);
    expect((await list()).lines.map((each) => each.replace(/^\S+ /, '')).sort()).toEqual([
      'file: a DOCTYPE is not read',
      'file: sender: has a space, a comma, < or & in it ("a b")',
    ]);
    expect(await cards()).toEqual([]);
    app.clock.forward(91 * 24 * hour);
    await app.ports.warnings.sweep();
    expect((await list()).lines).toEqual(['nothing is in quarantine']);
  });
});
