import type { FastifyInstance } from 'fastify';
import type { EndpointName, Me } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import { createStore } from '../../../src/backend/adapters/embedded/store';
import { bindEndpoints } from '../../../src/backend/http/bind';
import type { Handlers } from '../../../src/backend/http/handler';
import { createServer } from '../../../src/backend/http/server';
import type { GridDirectory, RegionRow } from '../../../src/backend/ports/grid-directory';
import type { Colours } from '../../../src/backend/ports/colours';
import type { Proposals } from '../../../src/backend/ports/proposals';
import type { Messenger } from '../../../src/backend/ports/messenger';
import type { Store } from '../../../src/backend/ports/store';
import { meRoutes } from '../../../src/backend/routes/me';
import { describeOnEachDatabase } from '../../support/database';
import { movedClock } from '../../support/moved-clock';

const grid = '330106001001007';
const building = `${grid}005`;
const tree: RegionRow[] = [
  { code: '33', name: '浙江省', level: 'province' },
  { code: '3301', name: '杭州市', level: 'city' },
  { code: '330106', name: '西湖区', level: 'county' },
  { code: '330106001', name: '北山街道', level: 'township' },
  { code: '330106001001', name: '友谊社区', level: 'community' },
  { code: grid, name: '第七网格', level: 'grid' },
];
/** What of the directory these routes ask. */
const directory = {
  region: (code: string) => Promise.resolve(tree.find((row) => row.code === code)),
  regions: (codes: readonly string[]) => Promise.resolve(tree.filter((row) => codes.includes(row.code))),
  building: (code: string) => Promise.resolve(code === building ? { code, name: '5 幢' } : undefined),
} satisfies Partial<GridDirectory> as unknown as GridDirectory;

describeOnEachDatabase('me', (open) => {
  let server: FastifyInstance;
  let database: Database;
  let store: Store;
  const announce = jest.fn<Promise<void>, Parameters<Messenger['announce']>>(() => Promise.resolve());
  const messenger = { announce } as unknown as Messenger;
  const recolour = jest.fn<Promise<number>, [readonly string[]]>(() => Promise.resolve(0));
  const colours = { recolour } as unknown as Colours;
  const proposals = { waitingOf: () => Promise.resolve([]) } as unknown as Proposals;

  beforeAll(async () => {
    database = await open();
    store = createStore(database.unit, movedClock());
    await database.kysely
      .insertInto('region')
      .values(tree.map((row) => ({ ...row, parent: null })))
      .execute();
    await database.kysely.insertInto('building').values({ code: building, grid, name: '5 幢' }).execute();
    server = await createServer({ logger: false, trustProxy: false, version: '0' });
    const handlers: Partial<Handlers<EndpointName>> = meRoutes({
      store,
      colours,
      directory,
      messenger,
      proposals,
    });
    bindEndpoints(server, store, handlers as Handlers<EndpointName>);
  });
  afterAll(() => server.close());

  let people = 0;
  async function someone(privacyVersion?: string) {
    const { id } = await store.people.of({ provider: 'demo', subject: `someone-${(people += 1)}` });
    if (privacyVersion) await store.people.change(id, { privacyVersion });
    const { token } = await store.sessions.open(id);
    return async <T = Me>(method: 'GET' | 'PATCH' | 'PUT', url: string, payload?: object) => {
      const response = await server.inject({
        method,
        url,
        headers: { authorization: `Bearer ${token}` },
        ...(payload ? { payload } : {}),
      });
      return {
        status: response.statusCode,
        body: (response.body ? response.json() : undefined) as T,
        id,
      };
    };
  }

  it('knows nothing of a newcomer but that they are here', async () => {
    const call = await someone();
    const { status, body, id } = await call('GET', '/v1/me');
    expect(status).toBe(200);
    expect(body).toEqual({
      id,
      name: null,
      maskedName: null,
      confirmed: false,
      home: null,
      language: null,
      privacyVersion: null,
      grants: [],
      session: { expiresAt: '2026-12-24T02:00:00.000Z' },
    });
  });

  it('asks for consent before a name or a home, and for none before a language', async () => {
    const call = await someone();
    for (const change of [{ name: '张桂兰' }, { home: { node: grid } }]) {
      const { status, body } = await call<Problem>('PATCH', '/v1/me', change);
      expect([status, body.code]).toEqual([403, 'consent-required']);
    }
    expect((await call('PATCH', '/v1/me', { language: 'en' })).body.language).toBe('en');
    expect((await call('PUT', '/v1/me/privacy-consent', { version: '1' })).status).toBe(204);
    const { status, body } = await call('PATCH', '/v1/me', { name: '  张桂兰 ' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: '张桂兰',
      maskedName: '张*兰',
      confirmed: false,
      privacyVersion: '1',
    });
  });

  it('shows a home with its path and building, and tells the phone that it moved', async () => {
    const call = await someone('1');
    const { body, id } = await call('PATCH', '/v1/me', { home: { node: grid, building } });
    expect(body.home).toEqual({ node: grid, building, buildingName: '5 幢', path: tree });
    // What is so of the new place may be another colour.
    expect(recolour).toHaveBeenLastCalledWith([id]);
    expect(announce).toHaveBeenCalledWith({ type: 'person', id });
  });

  it('takes a community while the grid is not sure; moving there leaves the building behind', async () => {
    const call = await someone('1');
    await call('PATCH', '/v1/me', { home: { node: grid, building } });
    const { body } = await call('PATCH', '/v1/me', { home: { node: '330106001001' } });
    expect(body.home).toEqual({ node: '330106001001', path: tree.slice(0, 5) });
  });

  it.each([
    [{ node: '330106001001099' }, '/home/node'],
    [{ node: '330106001' }, '/home/node'],
    [{ node: grid, building: `${grid}006` }, '/home/building'],
    [{ node: '330106001001', building: '330106001002001005' }, '/home/building'],
  ])('refuses a home that is not in the tree: %p', async (home, pointer) => {
    const call = await someone('1');
    const { status, body } = await call<Problem>('PATCH', '/v1/me', { home, name: '不该留下' });
    expect([status, body.code, body.fields?.[0]?.pointer]).toEqual([422, 'region-unknown', pointer]);
    expect((await call('GET', '/v1/me')).body).toMatchObject({ home: null, name: null });
  });

  it.each([
    { name: '   ' },
    { name: '名'.repeat(41) },
    { language: 'fr' },
    { confirmed: true },
    { grants: [] },
  ])('refuses %p', async (change) => {
    const call = await someone('1');
    expect((await call<Problem>('PATCH', '/v1/me', change)).body.code).toBe('invalid-request');
  });

  it('names the places of grants', async () => {
    const call = await someone();
    const { id } = await call('GET', '/v1/me');
    await database.kysely
      .insertInto('role_grant')
      .values({ person_id: id, role: 'worker', node: grid, granted_at: new Date() })
      .execute();
    expect((await call('GET', '/v1/me')).body.grants).toEqual([
      { role: 'worker', node: grid, nodeName: '第七网格' },
    ]);
  });
});
