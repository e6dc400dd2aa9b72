import { runAdmin } from '../../../src/backend/cli/admin/commands';
import { writeMoment } from '../../../src/contract/open311/moment';
import { catalogue, writtenAt } from '../../../src/contract/service-request/catalogue';
import { describeOnEachDatabase } from '../../support/database';
import { startTestApp, type TestApp } from '../../support/server';
import { addWorld, community, points, west, westAddress, type WorldRole } from '../../support/world';
import { withoutIds } from '../../support/without-ids';
import { type Fields, otherSystem } from './other-system';

interface Row {
  service_request_id: string;
  status: string;
  description: string | null;
  address: string;
  lat: number;
  long: number;
  media_url: string | null;
  requested_datetime: string;
  updated_datetime: string;
  expected_datetime: string | null;
}

const lat = String(points.west.lat);
const long = String(points.west.lng);
/** A form that is right for its service, by the definition of it. */
const rubbish: [string, string][] = [
  ['service_code', 'rubbish'],
  ['lat', lat],
  ['long', long],
  ['description', '桶满了 <b>&'],
  ['attribute[what][]', 'household'],
  ['attribute[what][]', 'bulky'],
  ['attribute[since]', 'days'],
];

describeOnEachDatabase('Open311 GeoReport v2', (open) => {
  let app: TestApp;
  let people: Record<WorldRole, string>;
  let system: ReturnType<typeof otherSystem>;
  let key = '';
  const admin = async (...args: string[]) =>
    runAdmin({ command: 'api-key', args, options: {}, by: 'wang' }, app.admin);
  const withKey = (fields: [string, string][], but: Record<string, string | undefined> = {}): Fields => [
    ['api_key', key],
    ...fields.filter(([name]) => !(name in but)),
    ...Object.entries(but).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    ),
  ];
  const rows = async (query: Fields = {}): Promise<Row[]> =>
    (await system.get('/v2/requests', query)).json as Row[];
  const refusal = ({ status, json }: { status: number; json: unknown }) =>
    [status, (json as { code: number; description: string }[]).map(({ code }) => code)] as const;

  beforeAll(async () => {
    const database = await open();
    app = await startTestApp({ database, environment: { PUBLIC_URL: 'https://linli.example' } });
    people = await addWorld(database);
    await database.kysely
      .updateTable('address')
      .set({ plain: '桂语苑1幢' })
      .where('id', '=', westAddress)
      .execute();
    system = otherSystem(app);
    const { lines } = await admin('create', '12345');
    key = lines[0]?.split(' ')[1] ?? '';
  });
  afterAll(() => app.close());

  test('discovery names the endpoint, its formats and its kind, at both of its addresses', async () => {
    const { json, root } = await system.get('/discovery');
    const changeset = writeMoment(writtenAt(catalogue));
    expect(root).toBe('discovery');
    expect(json).toEqual({
      changeset,
      contact: expect.stringContaining('330106') as string,
      key_service: expect.any(String) as string,
      endpoints: [
        {
          specification: 'http://wiki.open311.org/GeoReport_v2',
          url: 'https://linli.example/open311/v2',
          changeset,
          type: 'test',
          formats: ['text/xml', 'application/json'],
        },
      ],
    });
    expect((await system.get('/v2/discovery')).json).toEqual(json);
  });

  test('services are those of public places, each with every field and a definition', async () => {
    const { json, root } = await system.get('/v2/services');
    expect(root).toBe('services');
    const services = json as Record<string, unknown>[];
    const lying = catalogue.categories.filter((one) => one.kind === 'grid' && one.scope === 'public');
    expect(services.map(({ service_code }) => service_code)).toEqual(lying.map(({ code }) => code));
    for (const service of services) {
      expect(Object.keys(service).sort()).toEqual(
        ['service_code', 'service_name', 'description', 'metadata', 'type', 'keywords', 'group'].sort(),
      );
      expect(service['type']).toBe('realtime');
      const { json: definition, root: name } = await system.get(
        `/v2/services/${String(service['service_code'])}`,
      );
      expect(name).toBe('service_definition');
      const { service_code, attributes } = definition as {
        service_code: string;
        attributes: Record<string, unknown>[];
      };
      expect(service_code).toBe(service['service_code']);
      expect(attributes.length > 0).toBe(service['metadata']);
      expect(attributes.map(({ order }) => order)).toEqual(attributes.map((_, at) => at + 1));
    }
  });

  test('what is filed is answered with its id, found by it, and says only what is public', async () => {
    const posted = await system.post(
      withKey(rubbish, { email: 'a@b.example', phone: '13800000000', address_string: '3 楼 302 门口' }),
    );
    expect(posted.status).toBe(200);
    const [{ service_request_id: id = '', ...rest } = {}] = posted.json as Record<string, string>[];
    expect(rest).toEqual({ service_notice: expect.stringContaining('工作') as string, account_id: null });

    const { json, root, text } = await system.get(`/v2/requests/${id}`);
    expect(root).toBe('service_requests');
    expect(json).toEqual([
      {
        service_request_id: id,
        status: 'open',
        status_notes: '已提交，等网格员接单',
        service_name: '垃圾没清',
        service_code: 'rubbish',
        description: null,
        agency_responsible: '桂语社区',
        service_notice: expect.any(String) as string,
        requested_datetime: '2026-11-24T10:00:00+08:00',
        updated_datetime: '2026-11-24T10:00:00+08:00',
        expected_datetime: '2026-11-25T10:00:00+08:00',
        address: '桂语社区',
        address_id: null,
        zipcode: null,
        lat: 30.303,
        long: 120.103,
        media_url: null,
      },
    ]);
    for (const secret of ['302', '13800000000', 'a@b.example', '桶满了', '第 1 网格']) {
      expect(withoutIds(text)).not.toContain(secret);
      expect(withoutIds(JSON.stringify(await rows()))).not.toContain(secret);
    }
    const kept = await app.ports.requestDesk.get(id);
    expect(kept).toMatchObject({
      node: west,
      words: '桶满了 <b>&',
      answers: { what: ['household', 'bulky'], since: 'days' },
      place: { note: '3 楼 302 门口' },
    });
    expect(JSON.stringify(kept)).not.toMatch(/13800000000|a@b\.example/);
    expect((await system.get(`/v2/tokens/${id}`)).json).toEqual([{ service_request_id: id, token: id }]);
    expect((await system.post(withKey(rubbish), {}, 'xml')).text).toContain('<account_id/>');
  });

  test('a resident’s request is there without a word of theirs, and a private one is not', async () => {
    const file = (category: string) =>
      app.ports.requestDesk.file({
        category,
        catalogueVersion: '1',
        filerId: people.resident,
        node: west,
        answers: {},
        words: '只给办这件事的人看',
        photos: [],
        place: { addressId: westAddress, text: '桂语苑 1 幢 302 室', note: '302 室' },
      });
    const [stairs, help] = [await file('stairs-light'), await file('home-visit')];
    expect((await rows({ service_request_id: `${stairs.id},${help.id}` })).map((row) => row.address)).toEqual(
      ['桂语苑 1 幢, 桂语社区'],
    );
    expect(refusal(await system.get(`/v2/requests/${help.id}`))).toEqual([404, [404]]);
    const all = JSON.stringify(await rows());
    for (const secret of [help.id, help.number, stairs.number, '302 室', '只给办', people.resident])
      expect(all).not.toContain(secret);
  });

  test('a request is asked for by service, status, time and number', async () => {
    app.clock.forward(100 * 86_400_000);
    const before = await rows();
    expect(before).toEqual([]);
    const made = async () => {
      app.clock.forward(3_600_000);
      const { json } = await system.post(withKey(rubbish));
      return (json as Row[])[0]?.service_request_id ?? '';
    };
    const [first, second, third] = [await made(), await made(), await made()];
    const request = await app.ports.requestDesk.get(second);
    app.clock.forward(3_600_000);
    await app.ports.requestDesk.append(
      second,
      request?.version ?? 0,
      { event: 'withdraw', role: 'filer', actorId: null, state: 'withdrawn', photos: [] },
      null,
    );
    const ids = async (query: Fields) => (await rows(query)).map((row) => row.service_request_id);
    expect(await ids({})).toEqual([third, second, first]);
    expect(await ids({ status: 'open' })).toEqual([third, first]);
    expect(await ids({ status: 'closed' })).toEqual([second]);
    expect(await ids({ status: 'open,closed' })).toEqual([third, second, first]);
    expect(await ids({ status: '' })).toEqual([third, second, first]);
    expect(await ids({ service_code: 'stairs-light' })).toEqual([]);
    expect(await ids({ service_code: 'stairs-light,rubbish' })).toEqual([third, second, first]);
    expect(
      await ids([
        ['service_code', 'stairs-light'],
        ['service_code', 'rubbish'],
      ]),
    ).toHaveLength(3);
    expect(await ids({ page_size: '2', page: '2' })).toEqual([first]);
    expect(await ids({ service_request_id: `${first}, ${third},${community}`, status: 'closed' })).toEqual([
      third,
      first,
    ]);
    const [row] = await rows({ service_request_id: first });
    const at = row?.requested_datetime ?? '';
    expect(await ids({ start_date: at, end_date: at })).toEqual([first]);
    expect(await ids({ end_date: at })).toEqual([first]);
    const [closed] = await rows({ service_request_id: second });
    expect(closed?.updated_datetime).not.toBe(closed?.requested_datetime);
    expect(await ids({ updated_after: closed?.updated_datetime ?? '' })).toEqual([second]);
    expect(await ids({ updated_before: closed?.updated_datetime ?? '', status: 'closed' })).toEqual([second]);
  });

  test('with extensions the steps are there, in order and without who took them', async () => {
    const [closed] = (await rows({ status: 'closed', extensions: 'true' })) as (Row & {
      extended_attributes: unknown;
      notes: { type: string; datetime: string }[];
    })[];
    expect(closed?.extended_attributes).toEqual({ state: 'withdrawn', photos: [] });
    expect(closed?.notes.map(({ type }) => type)).toEqual(['submit', 'withdraw']);
    expect(closed?.notes[1]?.datetime).toBe(closed?.updated_datetime);
  });

  test.each<[string, Record<string, string>]>([
    ['a status there is not', { status: 'new' }],
    ['a day without its time', { start_date: '2026-11-01' }],
    ['a moment without its offset', { start_date: '2026-11-01T00:00:00' }],
    ['a day that does not exist', { end_date: '2026-02-30T00:00:00Z' }],
    ['a span of over 90 days', { start_date: '2026-01-01T00:00:00Z', end_date: '2026-04-02T00:00:00Z' }],
    ['a span the wrong way round', { start_date: '2026-02-01T00:00:00Z', end_date: '2026-01-01T00:00:00Z' }],
    ['a page beyond 1,000 requests', { page_size: '1001' }],
  ])('400: %s', async (_, query) => {
    expect(refusal(await system.get('/v2/requests', query))).toEqual([400, [400]]);
  });

  test.each<[string, string, Record<string, string>]>([
    ['a jurisdiction', '/v2/services', { jurisdiction_id: 'city.gov' }],
    ['a jurisdiction of requests', '/v2/requests', { jurisdiction_id: 'city.gov' }],
    ['a service', '/v2/services/nothing', {}],
    ['a service of homes', '/v2/services/home-visit', {}],
    ['a request', '/v2/requests/638344', {}],
    ['a token', '/v2/tokens/12345', {}],
    ['a resource', '/v2/nothing', {}],
  ])('404: %s', async (_, path, query) => {
    const said = await system.get(path, query);
    expect(said.root).toBe('errors');
    expect(refusal(said)).toEqual([404, [404]]);
  });

  test('its own jurisdiction, and one that is empty, are served', async () => {
    for (const jurisdiction_id of ['330106', ''])
      expect((await system.get('/v2/services', { jurisdiction_id })).status).toBe(200);
  });

  test('403: filing without a key, with a wrong one, or with one that was revoked', async () => {
    const filing = (api_key?: string) =>
      system.post(api_key === undefined ? rubbish : [['api_key', api_key], ...rubbish]);
    await admin('create', 'short-lived');
    const { lines } = await admin('create', 'old');
    const old = lines[0]?.split(' ')[1] ?? '';
    expect((await filing(old)).status).toBe(200);
    expect((await admin('revoke', 'old')).code).toBe(0);
    for (const bad of [undefined, '', 'xyz', old]) expect(refusal(await filing(bad))).toEqual([403, [403]]);
  });

  test.each<[string, number, Record<string, string | undefined>]>([
    ['no service', 400, { service_code: undefined }],
    ['an unknown service', 404, { service_code: '001' }],
    ['a service of homes', 404, { service_code: 'home-visit' }],
    ['no place', 400, { lat: undefined, long: undefined }],
    ['half a point', 400, { long: undefined }],
    ['a point that is none', 400, { lat: 'north' }],
    ['a point beyond the globe', 400, { lat: '91' }],
    ['a point in no grid', 400, { lat: String(points.nowhere.lat), long: String(points.nowhere.lng) }],
    ['an unknown address', 404, { address_id: 'nowhere', lat: undefined, long: undefined }],
    ['an address of somewhere else', 400, { address_string: '火星路 1 号', lat: undefined, long: undefined }],
    ['a question not answered', 400, { 'attribute[since]': undefined }],
    ['an answer that is no choice', 400, { 'attribute[since]': 'aeons' }],
    ['a question nobody asks', 400, { 'attribute[colour]': 'red' }],
    ['too long a description', 400, { description: '长'.repeat(4001) }],
    ['a link that is none', 400, { media_url: 'javascript:alert(1)' }],
    ['another jurisdiction', 404, { jurisdiction_id: 'city.gov' }],
    ['a text no database holds', 400, { description: 'a\u0000b' }],
  ])('filing is refused: %s', async (_, status, but) => {
    const answer = await system.post(withKey(rubbish, but));
    expect([answer.status, (answer.json as { code: number }[])[0]?.code]).toEqual([status, status]);
  });

  test('a request lies where its address, its point or its words say', async () => {
    const at = async (but: Record<string, string | undefined>) => {
      const { json } = await system.post(withKey(rubbish, but));
      return app.ports.requestDesk.get((json as Row[])[0]?.service_request_id ?? '');
    };
    const nowhere = { lat: undefined, long: undefined };
    expect(await at({ ...nowhere, address_id: westAddress })).toMatchObject({
      node: west,
      place: { addressId: westAddress },
    });
    expect(await at({ ...nowhere, address_string: '桂语苑1幢' })).toMatchObject({
      node: west,
      place: { addressId: westAddress },
    });
    // Near a boundary nobody can be asked: the desk of the community has it.
    expect(await at({ lat: String(points.between.lat), long: String(points.between.lng) })).toMatchObject({
      node: community,
    });
  });

  test('a link is kept and not followed; an empty argument is none', async () => {
    const { json } = await system.post(
      withKey(rubbish, { media_url: 'http://127.0.0.1:1/a.jpg?x=1&y=2', email: '', address_id: '' }),
    );
    const id = (json as Row[])[0]?.service_request_id ?? '';
    expect((await app.ports.requestDesk.get(id))?.mediaUrl).toBe('http://127.0.0.1:1/a.jpg?x=1&y=2');
    expect((await rows({ service_request_id: id }))[0]?.media_url).toBeNull();
  });
});
