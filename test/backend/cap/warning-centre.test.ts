import { gzipSync } from 'node:zlib';
import { createCapReader } from '../../../src/backend/adapters/cap/reader';
import { createWarningFollowing } from '../../../src/backend/adapters/embedded/warnings/follow';
import { createWarningCentre } from '../../../src/backend/adapters/warning-centre';
import type { Notice, OutputOf } from '../../../src/contract/api';
import { writeAtom } from '../../../src/contract/cap/atom';
import { writeCapMoment } from '../../../src/contract/cap/moment';
import { writeAlert } from '../../../src/contract/cap/write';
import { alertOf, areaOf, infoOf } from '../../contract/cap/alerts';
import { describeOnEachDatabase } from '../../support/database';
import { eventually } from '../../support/eventually';
import {
  type Behave,
  cut,
  cutAmidst,
  elsewhere,
  halfSilent,
  html,
  json,
  type Loopback,
  silent,
  startLoopback,
} from '../../support/loopback';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, personaOf } from '../../support/world';
import { takeDown } from '../../support/notices';

const answer =
  (body: string | Buffer, type = 'application/xml', headers: Record<string, string> = {}): Behave =>
  (response) =>
    void response.writeHead(200, { 'content-type': type, ...headers }).end(body);

const bombOfEntities = `<!DOCTYPE feed [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${'bcdefghij'[at] ?? ''} "${`&${'abcdefghi'[at] ?? ''};`.repeat(10)}">`).join('')}]><feed xmlns="http://www.w3.org/2005/Atom"><id>&j;</id></feed>`;
const packed = (bytes: number): Behave =>
  answer(gzipSync(Buffer.alloc(bytes, ' ')), 'application/xml', { 'content-encoding': 'gzip' });

/** Every way in which a server answers and says nothing. */
const failures: [string, Behave, RegExp][] = [
  ['is silent', silent, /did not answer in time$/],
  ['falls silent amidst', halfSilent, /instead of XML$|did not answer in time$/],
  ['cuts the line', cut, /cannot be reached, or was cut off$/],
  [
    'cuts amidst',
    (response, request) => {
      response.setHeader('content-type', 'text/xml');
      cutAmidst(response, request);
    },
    /instead of XML$|cut off$/,
  ],
  ['is busy', json(503, {}), /answered 503$/],
  ['breaks', json(500, {}), /answered 500$/],
  ['has no such thing', json(404, {}), /answered 404$/],
  ['sends elsewhere', elsewhere, /answered 302$/],
  ['answers JSON', json(200, { alert: 1 }), /answered application\/json instead of XML$/],
  ['answers too much', answer(Buffer.alloc(200_001, ' ')), /answered more than 200000 bytes$/],
  ['answers a packed bomb', packed(50_000_000), /answered more than 200000 bytes$/],
];

const patienceWith = (how: string): number => (/silent/.test(how) ? 1000 : 10_000);

const reader = createCapReader();
afterAll(() => reader.close());

describe('a warning centre', () => {
  let there: Loopback;
  let faults: string[];
  beforeAll(async () => void (there = await startLoopback()));
  afterAll(() => there.close());
  beforeEach(() => {
    faults = [];
    there.asked.length = 0;
  });
  /** A machine under load is slow: only who says nothing is not waited for. */
  const centre = (path = '/feed', timeoutMs = 10_000) =>
    createWarningCentre(
      { name: 'weather', url: `${there.address}${path}` },
      { reader, timeoutMs, mostBytes: 200_000, onFault: (what) => void faults.push(what) },
    );
  const feed = (...links: string[]) =>
    `<rss version="2.0"><channel>${links.map((link, at) => `<item><guid>${at}</guid><link>${link}</link></item>`).join('')}</channel></rss>`;

  it.each(failures)('that %s has no entries and no alert', async (how, behave, fault) => {
    there.behave(behave);
    const at = centre('/feed', patienceWith(how));
    expect(await at.entries()).toEqual({ ok: false, failure: 'unavailable' });
    expect(await at.file('/a.cap')).toEqual({ ok: false, failure: 'unavailable' });
    expect(faults).toHaveLength(2);
    for (const each of faults) expect(each).toMatch(fault);
  });

  it.each<[string, Behave, RegExp]>([
    [
      'HTML',
      (response, request) => {
        response.setHeader('content-type', 'text/html');
        html(response, request);
      },
      /answered text\/html instead of XML$/,
    ],
    ['words', answer('hello', 'text/plain'), /no feed: line 1: Start tag expected/],
    ['nothing', answer(''), /no feed: /],
    ['XML of another kind', answer('<a/>'), /no feed: neither Atom nor RSS, but a$/],
    ['a bomb of entities', answer(bombOfEntities), /no feed: a DOCTYPE is not read$/],
    ['a cut feed', answer('<rss><channel><item>'), /no feed: line 1: /],
  ])('that answers %s has no feed', async (_what, behave, fault) => {
    there.behave(behave);
    expect(await centre().entries()).toEqual({ ok: false, failure: 'unavailable' });
    expect(faults).toEqual([expect.stringMatching(fault)]);
  });

  it('that is not there at all', async () => {
    const gone = await startLoopback();
    gone.close();
    const nobody = createWarningCentre(
      { name: 'weather', url: `${gone.address}/feed` },
      { reader, onFault: (what) => void faults.push(what) },
    );
    expect(await nobody.entries()).toEqual({ ok: false, failure: 'unavailable' });
    expect(faults).toEqual(['warning feed weather: cannot be reached, or was cut off']);
  });

  it('names what lies with it, wherever in its address it stands', async () => {
    there.behave(answer('<x/>'));
    const at = centre('/cap/feed.xml');
    for (const link of ['a.cap', '/b.cap', `${there.address}/c.cap`, '?d'])
      expect(await at.file(link)).toMatchObject({ ok: true });
    expect(there.asked.map(({ path }) => path)).toEqual([
      '/cap/a.cap',
      '/b.cap',
      '/c.cap',
      '/cap/feed.xml?d',
    ]);
  });

  it.each([
    'http://127.0.0.1:1/a.cap',
    'http://localhost/a.cap',
    '//other.example/a.cap',
    'file:///etc/passwd',
    'data:text/xml,<a/>',
    'javascript:1',
    'http://',
  ])('sends nobody to %s', async (link) => {
    expect(await centre().file(link)).toEqual({ ok: false, failure: 'elsewhere' });
    expect(there.asked).toEqual([]);
    expect(faults).toEqual(['warning feed weather: names an alert that lies elsewhere']);
  });

  it('is asked only for what changed', async () => {
    const at = centre();
    there.behave(answer(feed('/a'), 'application/rss+xml', { etag: '"1"' }));
    const first = await at.entries();
    there.behave(
      (response, { headers }) =>
        void response.writeHead(headers['if-none-match'] === '"1"' ? 304 : 500).end(),
    );
    expect(await at.entries()).toEqual(first);
    expect(first).toMatchObject({ ok: true, value: [{ link: '/a' }] });
  });
});

describeOnEachDatabase('a feed that is named in the settings', (open) => {
  it('is followed', async () => {
    const there = await startLoopback();
    there.behave(answer('<rss version="2.0"><channel/></rss>'));
    const environment = { WARNING_FEEDS: `weather=${there.address}/feed` };
    const app = await startTestApp({ database: await open(), environment });
    await app.ports.jobs.enqueue('warning-feeds', {});
    await eventually(() => expect(there.asked).toMatchObject([{ path: '/feed' }]));
    there.close();
    await app.close();
  });
});

describeOnEachDatabase('a feed of warnings', (open) => {
  let app: TestApp;
  let resident: CallEndpoint;
  let there: Loopback;
  let faults: string[];
  /** By path. */
  let files: Record<string, Behave>;
  beforeAll(async () => {
    const database = await open();
    app = await startTestApp({ database });
    await addWorld(database);
    resident = await app.as(personaOf('resident'));
    there = await startLoopback();
    there.behave((response, request) => (files[request.url ?? ''] ?? json(404, {}))(response, request));
  });
  afterAll(async () => {
    there.close();
    await app.close();
  });
  beforeEach(async () => {
    faults = [];
    files = {};
    there.asked.length = 0;
    await takeDown(app.database, app.ports.noticeSource);
    for (const table of ['cap_message', 'cap_quarantine', 'warning_entry'] as const)
      await app.database.kysely.deleteFrom(table).execute();
  });

  const onFault = (what: string) => void faults.push(what);
  const follow = async (timeoutMs = 10_000): Promise<void> => {
    app.clock.forward(61_000);
    const url = `${there.address}/feed`;
    // As after a restart: nothing is remembered but what the database holds.
    const centres = [createWarningCentre({ name: 'weather', url }, { reader, timeoutMs, onFault })];
    const { unit } = app.database;
    await createWarningFollowing({
      unit,
      clock: app.clock,
      centres,
      warnings: app.ports.warnings,
      onFault,
    })();
  };
  const atom = (...links: string[]): Behave =>
    answer(
      writeAtom({
        id: 'urn:x',
        title: 'warnings',
        self: there.address,
        author: 'weather',
        updated: app.clock.now(),
        entries: links.map((href) => ({
          id: `urn:${href}`,
          title: href,
          updated: new Date(0),
          author: 'weather',
          links: [{ href, type: 'application/cap+xml' }],
          category: 'Met',
          content: '',
        })),
      }),
      'application/atom+xml',
    );
  let serial = 0;
  const alert = (headline: string, change: Parameters<typeof alertOf>[0] = {}) =>
    alertOf({
      identifier: `w-${(serial += 1)}`,
      sent: writeCapMoment(new Date(app.clock.now().getTime() + serial * 1000)),
      infos: [
        infoOf({ headline, areas: [areaOf({ geocodes: [{ valueName: 'GB/T 2260', value: '330106' }] })] }),
      ],
      ...change,
    });
  const headlines = async () =>
    (await resident<OutputOf<'GET /v1/notices'>>('GET /v1/notices')).body.notices.map(
      ({ msgType, info }: Notice) => `${msgType} ${info[0]?.headline}`,
    );
  const fetchedOf = (path: string) => there.asked.filter((asked) => asked.path === path).length;

  it('comes to residents, each alert fetched once', async () => {
    files = {
      '/feed': atom('/b', '/a'),
      '/a': answer(writeAlert(alert('大风'))),
      '/b': answer(writeAlert(alert('大雨'))),
    };
    await follow();
    await follow();
    expect((await headlines()).sort()).toEqual(['Alert 大雨', 'Alert 大风']);
    expect([fetchedOf('/feed'), fetchedOf('/a'), fetchedOf('/b')]).toEqual([2, 1, 1]);
    expect(faults).toEqual([]);
  });

  it('is read from its oldest on: an Update and a Cancel find what they are about', async () => {
    const first = alert('大风');
    const references = `${first.sender},${first.identifier},${first.sent}`;
    files = {
      '/feed': atom('/c', '/b', '/a'),
      '/a': answer(writeAlert(first)),
      '/b': answer(writeAlert(alert('大风更大', { msgType: 'Update', references }))),
      '/c': answer(writeAlert(alert('', { msgType: 'Cancel', references, infos: [] }))),
    };
    await follow();
    expect(await headlines()).toEqual(['Cancel 大风更大']);
  });

  it('may name the same alert under many addresses', async () => {
    const xml = writeAlert(alert('大风'));
    files = { '/feed': atom('/a', '/a', '/b'), '/a': answer(xml), '/b': answer(`${xml}\n`) };
    await follow();
    expect(await headlines()).toEqual(['Alert 大风']);
    expect(fetchedOf('/a')).toBe(1);
  });

  it('goes on past what is malformed, which is put aside once with its reason', async () => {
    files = {
      '/feed': atom('/a', '/b', '/c', '/d'),
      '/a': answer(writeAlert(alert('大风'))),
      '/b': answer(writeAlert(alert('x', { sender: 'a b' }))),
      '/c': answer(bombOfEntities),
      '/d': answer('<html/>'),
    };
    await follow();
    await follow();
    expect(await headlines()).toEqual(['Alert 大风']);
    expect(
      (await app.ports.warnings.quarantined(10)).map(({ origin, reasons }) => [origin, reasons[0]]).sort(),
    ).toEqual([
      ['weather', 'a DOCTYPE is not read'],
      ['weather', expect.stringMatching(/^not an alert/)],
      ['weather', expect.stringMatching(/^sender: /)],
    ]);
    expect(faults).toHaveLength(3);
  });

  it('goes on past what lies elsewhere, and does not look there', async () => {
    files = { '/feed': atom('http://127.0.0.1:1/x', '/a'), '/a': answer(writeAlert(alert('大风'))) };
    await follow();
    await follow();
    expect(await headlines()).toEqual(['Alert 大风']);
    expect(faults).toEqual(['warning feed weather: names an alert that lies elsewhere']);
  });

  it.each(failures.filter(([how]) => !/too much|bomb/.test(how)))(
    'comes when the server that %s is well again',
    async (how, behave) => {
      files = { '/feed': behave };
      await follow(patienceWith(how));
      files = { '/feed': atom('/a'), '/a': behave };
      await follow(patienceWith(how));
      expect(await headlines()).toEqual([]);
      files['/a'] = answer(writeAlert(alert('大风')));
      await follow();
      await follow();
      expect(await headlines()).toEqual(['Alert 大风']);
      expect(fetchedOf('/a')).toBe(2);
      expect(faults).toHaveLength(2);
    },
  );

  it('asks a server that is down for three alerts, not for all of them', async () => {
    const links = Array.from({ length: 20 }, (_, at) => `/${at}`);
    files = { '/feed': atom(...links), ...Object.fromEntries(links.map((link) => [link, json(503, {})])) };
    await follow();
    expect(there.asked).toHaveLength(4);
  });

  it('gives up what never comes', async () => {
    files = { '/feed': atom('/a') };
    for (let at = 0; at < 45; at += 1) {
      app.clock.forward(2 * 3_600_000);
      await follow();
    }
    expect(fetchedOf('/a')).toBe(40);
  });
});
