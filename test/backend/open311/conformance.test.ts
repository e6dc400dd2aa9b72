import { runAdmin } from '../../../src/backend/cli/admin/commands';
import { describeOnEachDatabase } from '../../support/database';
import { startTestApp, type TestApp } from '../../support/server';
import { addWorld, points, westAddress } from '../../support/world';
import { type Fields, otherSystem } from './other-system';
import { misfits, moment, schemas, xmlFaults } from './standard';

interface Row {
  service_request_id: string;
  status: string;
  service_code: string;
  requested_datetime: string;
  updated_datetime: string;
}
interface Definition {
  attributes: { code: string; datatype: string; order: number; values?: { key: string }[] }[];
}

const day = 86_400_000;
const lat = String(points.west.lat);
const long = String(points.west.lng);

/** Against the standard's own text, in both of its formats: `get` asks for both and has them say the same. */
describeOnEachDatabase('GeoReport v2 to the letter', (open) => {
  let app: TestApp;
  let system: ReturnType<typeof otherSystem>;
  let key = '';
  beforeAll(async () => {
    app = await startTestApp({
      database: await open(),
      environment: { PUBLIC_URL: 'https://linli.example' },
    });
    await addWorld(app.database);
    system = otherSystem(app);
    const made = await runAdmin(
      { command: 'api-key', args: ['create', 'validator'], options: {}, by: 'wang' },
      app.admin,
    );
    key = made.lines[0]?.split(' ')[1] ?? '';
  });
  afterAll(() => app.close());

  /** The XML of an address, as it was sent. */
  const xmlOf = async (path: string, query: Fields = {}) =>
    (await system.ask('GET', `${path}.xml`, query)).body;
  const rubbish: Record<string, string> = {
    service_code: 'rubbish',
    lat,
    long,
    'attribute[what][]': 'bulky',
    'attribute[since]': 'days',
  };
  const post = (but: Record<string, string> = {}, format: 'json' | 'xml' = 'json') =>
    system.post({ api_key: key, jurisdiction_id: '330106', ...rubbish, ...but }, {}, format);
  const filed = async (but: Record<string, string> = {}) => {
    const { json } = await post(but);
    return (json as Row[])[0]?.service_request_id ?? '';
  };
  const found = async (query: Fields) => (await system.get('/v2/requests', query)).json as Row[];

  test('service discovery: every field, moments that sort, both of its formats', async () => {
    const { json } = await system.get('/discovery');
    expect(misfits(schemas.discovery, json)).toEqual([]);
    expect(xmlFaults(await xmlOf('/discovery'), 'discovery')).toEqual([]);
    const { endpoints } = json as { endpoints: { formats: string[] }[] };
    expect(endpoints[0]?.formats).toEqual(['text/xml', 'application/json']);
  });

  test('GET service list', async () => {
    const { json, status } = await system.get('/v2/services');
    expect([status, misfits(schemas.services, json)]).toEqual([200, []]);
    expect(xmlFaults(await xmlOf('/v2/services'), 'services')).toEqual([]);
    const codes = (json as Row[]).map(({ service_code }) => service_code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('GET service definition: of every service that says it has one', async () => {
    const { json } = await system.get('/v2/services');
    const described = (json as { service_code: string; metadata: boolean }[]).filter((one) => one.metadata);
    expect(described.length).toBeGreaterThan(0);
    for (const { service_code } of described) {
      const path = `/v2/services/${service_code}`;
      const { json: definition, status } = await system.get(path);
      expect([service_code, status, misfits(schemas.definition, definition)]).toEqual([
        service_code,
        200,
        [],
      ]);
      expect(xmlFaults(await xmlOf(path), 'service_definition')).toEqual([]);
      const { attributes } = definition as Definition;
      const unique = (values: readonly unknown[]) => expect(new Set(values).size).toBe(values.length);
      unique(attributes.map(({ order }) => order));
      unique(attributes.map(({ code }) => code));
      for (const { values = [] } of attributes) unique(values.map((value) => value.key));
    }
  });

  test('POST service request: the standard’s own example, with all that may be sent', async () => {
    const payload =
      `api_key=${key}&jurisdiction_id=330106&service_code=rubbish&lat=${lat}&long=${long}` +
      '&address_string=1234+5th+street&email=smit333%40sfgov.edu&device_id=tt222111&account_id=123456' +
      '&first_name=john&last_name=smith&phone=111111111&description=A+large+sinkhole%0Ais+destroying' +
      '&media_url=http%3A%2F%2Ffarm3.static.flickr.com%2F2002%2F2212426634_5ed477a060.jpg' +
      '&attribute[what][]=bulky&attribute[what][]=household&attribute[since]=days';
    for (const format of ['xml', 'json'] as const) {
      const { statusCode, body, headers } = await app.server.inject({
        method: 'POST',
        url: `/open311/v2/requests.${format}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
        payload,
      });
      expect(statusCode).toBe(200);
      const type = format === 'xml' ? 'text/xml' : 'application/json';
      expect(headers['content-type']).toBe(`${type}; charset=utf-8`);
      if (format === 'xml') expect(xmlFaults(body, 'service_requests')).toEqual([]);
      else expect(misfits(schemas.receipts, JSON.parse(body))).toEqual([]);
    }
  });

  test('4,000 characters are characters, whatever they take to write', async () => {
    expect((await post({ description: '🗑'.repeat(4000) })).status).toBe(200);
    expect((await post({ description: '🗑'.repeat(4001) })).status).toBe(400);
  });

  test('GET service_request_id from a token', async () => {
    const { json, status } = await system.get(`/v2/tokens/${await filed()}`);
    expect([status, misfits(schemas.tokens, json)]).toEqual([200, []]);
  });

  test('GET service requests and one of them: every field, in all states', async () => {
    const ids = [await filed(), await filed({ lat: '', long: '', address_id: westAddress }), await filed()];
    const events = ['accept', 'refer'] as const;
    for (const event of events) {
      const request = await app.ports.requestDesk.get(ids[2] ?? '');
      await app.ports.requestDesk.append(
        ids[2] ?? '',
        request?.version ?? 0,
        {
          event,
          role: 'handler',
          actorId: null,
          state: event === 'accept' ? 'accepted' : 'referred',
          photos: [],
          ...(event === 'refer' ? { destination: '环卫', words: '归环卫' } : {}),
        },
        null,
      );
    }
    const { json } = await system.get('/v2/requests');
    expect(misfits(schemas.requests, json)).toEqual([]);
    expect(xmlFaults(await xmlOf('/v2/requests'), 'service_requests')).toEqual([]);
    for (const row of json as Row[])
      expect(Date.parse(row.updated_datetime)).toBeGreaterThanOrEqual(Date.parse(row.requested_datetime));
    for (const id of ids) {
      const { json: one } = await system.get(`/v2/requests/${id}`);
      expect(misfits(schemas.requests, one)).toEqual([]);
      expect(one).toEqual([(json as Row[]).find((row) => row.service_request_id === id)]);
    }
    expect((await found({ service_request_id: ids.join() })).map(({ status }) => status).sort()).toEqual([
      'closed',
      'open',
      'open',
    ]);
    const [closed] = await found({ service_request_id: ids[2] ?? '' });
    // A moment that there is none of is left out: an empty one no client can read.
    expect(closed).not.toHaveProperty('expected_datetime');
  });

  test('service_request_id overrides all other arguments, even those that could not be read', async () => {
    const [one, two] = [await filed(), await filed()];
    app.clock.forward(200 * day);
    const others = { status: 'nonsense', start_date: 'yesterday', service_code: 'stairs-light', page: '0' };
    const rows = await found({ service_request_id: `${one},${two}`, ...others });
    expect(rows.map((row) => row.service_request_id).sort()).toEqual([one, two].sort());
    expect(await found({})).toEqual([]);
  });

  test('an argument that is empty is one that was not sent', async () => {
    const id = await filed();
    const names = [
      'jurisdiction_id',
      'service_request_id',
      'service_code',
      'start_date',
      'end_date',
      'status',
    ];
    const all = await found({});
    expect(all.map((row) => row.service_request_id)).toEqual([id]);
    for (const name of names) expect([name, await found({ [name]: '' })]).toEqual([name, all]);
    const optional = ['email', 'device_id', 'account_id', 'first_name', 'last_name', 'phone', 'media_url'];
    const empty = Object.fromEntries([...optional, 'address_string', 'address_id'].map((name) => [name, '']));
    expect((await post({ ...empty, description: '' })).status).toBe(200);
  });

  test('start_date and end_date: both ends are in it, in every form of the W3C note, and 90 days at most', async () => {
    app.clock.forward(200 * day);
    const id = await filed();
    const at = app.clock.now().getTime();
    const written = (ms: number, offset = 0) =>
      new Date(ms + offset * 3_600_000).toISOString().slice(0, 19) +
      (offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${String(Math.abs(offset)).padStart(2, '0')}:00`);
    const ids = async (query: Fields) => (await found(query)).map((row) => row.service_request_id);
    for (const offset of [0, 8, -5]) {
      const now = written(at, offset);
      expect(now).toMatch(moment);
      expect(await ids({ start_date: now, end_date: now })).toEqual([id]);
      expect(await ids({ start_date: now })).toEqual([id]);
      expect(await ids({ end_date: now })).toEqual([id]);
      expect(await ids({ start_date: written(at + 1000, offset) })).toEqual([]);
      expect(await ids({ end_date: written(at - 1000, offset) })).toEqual([]);
    }
    const span = (days: number) => ({ start_date: written(at - days * day), end_date: written(at) });
    expect((await system.get('/v2/requests', span(90))).status).toBe(200);
    expect((await system.get('/v2/requests', span(91))).status).toBe(400);
    // Nothing said: the most recent 90 days.
    app.clock.forward(89 * day);
    expect(await ids({})).toEqual([id]);
    app.clock.forward(2 * day);
    expect(await ids({})).toEqual([]);
  });

  test.each<[number, string, Record<string, string>]>([
    [404, '/v2/services', { jurisdiction_id: 'city.gov' }],
    [404, '/v2/services/nothing', {}],
    [404, '/v2/services/rubbish', { jurisdiction_id: 'city.gov' }],
    [404, '/v2/requests', { jurisdiction_id: 'city.gov' }],
    [404, '/v2/requests/638344', {}],
    [404, '/v2/tokens/12345', {}],
    [404, '/v2/nothing', {}],
    [400, '/v2/requests', { status: 'nonsense' }],
    [400, '/v2/requests', { start_date: '2010-01-01' }],
    [400, '/v2/requests', { end_date: '2010-01-01T00:00:00' }],
  ])('errors: %i for %s %j', async (code, path, query) => {
    const { json, status } = await system.get(path, query);
    expect([status, misfits(schemas.errors, json)]).toEqual([code, []]);
    expect(xmlFaults(await xmlOf(path, query), 'errors')).toEqual([]);
  });

  test.each<[number, string, Record<string, string>]>([
    [403, 'no key', { api_key: '' }],
    [403, 'an unknown key', { api_key: 'xyz' }],
    [404, 'an unknown jurisdiction', { jurisdiction_id: 'city.gov' }],
    [400, 'no service', { service_code: '' }],
    [404, 'an unknown service', { service_code: '001' }],
    [400, 'no place', { lat: '', long: '' }],
    [400, 'half a point', { long: '' }],
    [400, 'a required attribute that is missing', { 'attribute[since]': '' }],
  ])('errors: %i for filing with %s', async (code, _, but) => {
    const { status, json } = await post(but);
    expect([status, misfits(schemas.errors, json)]).toEqual([code, []]);
    expect(xmlFaults((await post(but, 'xml')).text, 'errors')).toEqual([]);
  });

  test('an address without a format, or with another, is no resource', async () => {
    for (const path of ['/v2/services', '/v2/services.yaml', '/v2/requests', '/discovery', '']) {
      const { statusCode, body, headers } = await system.ask('GET', path, {});
      expect([path, statusCode, headers['content-type']]).toEqual([path, 404, 'text/xml; charset=utf-8']);
      expect(xmlFaults(body, 'errors')).toEqual([]);
    }
  });
});
