import type { Catalogue } from '../../../src/miniprogram/backend/catalogue';
import type { ServiceRequest } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { headersOf } from '../../../src/backend/adapters/county-platform/signature';
import { describeOnEachDatabase } from '../../support/database';
import { countyPlatform, deskKey, type Platform } from '../../support/desk-outside';
import { eventually } from '../../support/eventually';
import { samplesOf } from '../../support/samples';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, personaOf, westAddress } from '../../support/world';

const callback = samplesOf('connect.md')['callback'] as { kind: string; at: string; words: string };
const title = { zh: '县综治平台', en: 'County platform' };

describeOnEachDatabase('a county’s platform that calls back', (open) => {
  let app: TestApp;
  let county: Platform;
  let resident: CallEndpoint;
  beforeAll(async () => {
    county = await countyPlatform();
    app = await startTestApp({
      database: await open(),
      environment: {
        REQUEST_DESKS: `county=rest:${county.address}`,
        REQUEST_DESK_NAMES: `county=${title.zh}/${title.en}`,
        REQUEST_DESK_KEYS: `county=${deskKey}`,
        REQUEST_DESK_CATEGORIES: 'rubbish=county/0421',
      },
    });
    await addWorld(app.database);
    resident = await app.as(personaOf('resident'));
  });
  afterAll(async () => {
    await app.close();
    county.close();
  });

  const see = async (id: string) =>
    (await resident<ServiceRequest>('GET /v1/service-requests/:id', { params: { id } })).body;
  async function filed(): Promise<ServiceRequest> {
    const { body } = await resident<ServiceRequest>('POST /v1/service-requests', {
      body: {
        category: 'rubbish',
        answers: { what: ['bulky'], since: 'days' },
        words: '沙发堆了三天',
        place: { addressId: westAddress },
      },
    });
    // By the job that filing calls for.
    await eventually(async () => expect((await see(body.id)).outside?.state).toBe('sent'));
    return body;
  }
  const call = (id: string, body: object, key = deskKey, at = app.clock.now()) =>
    app.call<Problem & { outcome?: string }>('POST /v1/outside-desks/:name/callbacks', {
      params: { name: 'county' },
      body,
      headers: headersOf(Buffer.from(key, 'base64'), id, at, JSON.stringify(body)),
    });

  it('is named before filing, gets the matter without the filer, and its steps stand under its name', async () => {
    const { body: catalogue } = await resident<Catalogue>('GET /v1/service-catalogue');
    const handled = catalogue.categories.filter((one) => one.kind === 'grid' && one.handledBy);
    expect(handled).toMatchObject([{ code: 'rubbish', handledBy: { name: title, publishes: false } }]);
    const { id, number } = await filed();
    const sent = county.taken.find((each) => each.id === id);
    expect(sent?.said).toMatchObject({ number: `330106/${number}`, category: '0421' });
    expect(JSON.stringify(sent?.said)).not.toMatch(/张|桂兰|world:resident/);
    expect(await see(id)).toMatchObject({ outside: { name: title, state: 'sent', number: 'C-7' } });
    const told = { ...callback, matter: id };
    expect((await call('s-3', told)).body).toEqual({ outcome: 'taken' });
    expect((await call('s-3', told)).body).toEqual({ outcome: 'known' });
    const { state, timeline, outside } = await see(id);
    expect([state, outside?.state]).toEqual(['resolved', 'finished']);
    expect(timeline.slice(1)).toMatchObject([
      { event: 'accept', by: { role: 'handler', desk: title } },
      { event: 'resolve', by: { role: 'handler', desk: title }, words: '换了灯泡' },
    ]);
  });

  it('is known by its signature alone: another key, an old call or a changed one changes nothing', async () => {
    const { id } = await filed();
    const told = { ...callback, matter: id };
    const other = Buffer.alloc(24, 'barley').toString('base64');
    const old = new Date(app.clock.now().getTime() - 6 * 60_000);
    expect(await call('s-1', told, other)).toMatchObject({
      status: 403,
      body: { code: 'signature-invalid' },
    });
    expect(await call('s-1', told, deskKey, old)).toMatchObject({
      status: 403,
      body: { code: 'signature-too-old' },
    });
    const unsigned = await app.call('POST /v1/outside-desks/:name/callbacks', {
      params: { name: 'county' },
      body: told,
    });
    expect(unsigned).toMatchObject({ status: 403, body: { code: 'signature-invalid' } });
    expect((await call('s-1', { ...told, matter: app.clock.now().toISOString() })).status).toBe(400);
    expect((await see(id)).timeline.map(({ event }) => event)).toEqual(['submit']);
  });

  it('what it gives back lies in the grid’s queue, with its reason', async () => {
    const { id } = await filed();
    await call('r-1', { matter: id, kind: 'returned', at: callback.at, words: '归物业管' });
    const worker = await app.as(personaOf('worker'));
    const { body: queue } = await worker<ServiceRequest[]>('GET /v1/service-requests', {
      query: { scope: 'desk' },
    });
    expect(queue.find((one) => one.id === id)).toMatchObject({ state: 'assigned', ownerMaskedName: null });
    const { timeline, outside } = await see(id);
    expect(timeline.at(-1)).toMatchObject({ event: 'assign', by: { desk: title }, words: '归物业管' });
    expect(outside?.state).toBe('back');
  });
});
