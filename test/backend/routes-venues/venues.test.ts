import { randomUUID } from 'node:crypto';
import { endpoints, type ExposureNotice, type Venue } from '../../../src/contract/api';
import type { Endpoint } from '../../../src/contract/api/endpoint';
import type { Problem } from '../../../src/contract/errors';
import type { TrustList } from '../../../src/contract/health-code/trust-list';
import { readPoster } from '../../../src/contract/venue/poster';
import { nodeEd25519 } from '../../../src/backend/health-code-crypto';
import { describeOnEachDatabase } from '../../support/database';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, community, elsewhere, personaOf, roles, west, type WorldRole } from '../../support/world';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const advice = { zh: '这几天留意身体', en: 'Mind how you feel these days' };

describeOnEachDatabase('venues and exposure notices', (open) => {
  let app: TestApp;
  const by = {} as Record<WorldRole, CallEndpoint>;
  beforeAll(async () => {
    const database = await open();
    app = await startTestApp({ database });
    await addWorld(database);
    for (const role of roles) by[role] = await app.as(personaOf(role));
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.database.kysely.deleteFrom('exposure_notice').execute();
    await app.database.kysely.deleteFrom('venue').execute();
  });

  const add = async (name = '桂语菜场', node = west, role: WorldRole = 'officer') => {
    const answer = await by[role]<Venue>('POST /v1/venues', { body: { name, node } });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const names = async (role: WorldRole) =>
    (await by[role]<Venue[]>('GET /v1/venues')).body.map(({ name }) => name);
  const ago = (ms: number) => new Date(app.clock.now().getTime() - ms).toISOString();
  const publish = (venueId: string, from = ago(3 * hour), until = ago(hour), role: WorldRole = 'officer') =>
    by[role]<ExposureNotice & Problem>('POST /v1/exposure-notices', {
      body: { venueId, from, until, advice },
    });
  const listed = async () => (await app.call<ExposureNotice[]>('GET /v1/exposure-notices')).body;
  const refusal = ({ status, body }: { status: number; body: Problem }) => [status, body.code];

  it('a poster verifies with the trust list that everybody reads, and names its venue', async () => {
    const venue = await add('  桂语菜场 ');
    const { body: trust } = await app.call<TrustList>('GET /v1/trust-list');
    const read = readPoster(venue.poster, {
      now: app.clock.now().getTime(),
      trust,
      verifiers: { EdDSA: nodeEd25519 },
    });
    expect(read).toEqual({
      ok: true,
      value: {
        checked: true,
        poster: expect.objectContaining({ county: '330106', venueId: venue.id, name: '桂语菜场' }) as unknown,
      },
    });
  });

  it('an officer sees the venues of their own places, by name', async () => {
    await add('药店');
    await add('桂语菜场');
    await add('区图书馆', '330106', 'county-officer');
    expect(await names('officer')).toEqual(['桂语菜场', '药店']);
    expect((await names('county-officer')).sort()).toEqual(['区图书馆', '桂语菜场', '药店']);
  });

  it('adds none elsewhere, none at a place that is not there, and one for a call sent twice', async () => {
    const tried = (node: string, name = '药店', role: WorldRole = 'officer') =>
      by[role]<Problem>('POST /v1/venues', { body: { name, node } });
    expect(refusal(await tried(elsewhere))).toEqual([403, 'outside-your-place']);
    expect(refusal(await tried(`${community}099`))).toEqual([422, 'region-unknown']);
    expect(refusal(await tried(west, ' '))).toEqual([400, 'invalid-request']);
    expect(refusal(await tried(west, '场'.repeat(31)))).toEqual([400, 'invalid-request']);
    const again = { idempotencyKey: randomUUID(), body: { name: '药店', node: west } };
    const [one, two] = [
      await by.officer<Venue>('POST /v1/venues', again),
      await by.officer<Venue>('POST /v1/venues', again),
    ];
    expect(two.body).toEqual(one.body);
    expect(await names('officer')).toEqual(['药店']);
  });

  it('a notice is published to all and says nothing about who', async () => {
    const { id: venueId } = await add();
    const { status, body } = await publish(venueId);
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String) as unknown,
      venueId,
      venueName: '桂语菜场',
      from: ago(3 * hour),
      until: ago(hour),
      advice,
      publishedAt: app.clock.now().toISOString(),
    });
    expect(await listed()).toEqual([body]);
    const rows = await app.database.kysely.selectFrom('exposure_notice').select('publisher_id').execute();
    expect(rows).toHaveLength(1);
  });

  it('the newest stands first, and each goes when no kept visit can match it', async () => {
    const { id: venueId } = await add();
    const old = (await publish(venueId, ago(13 * day), ago(13 * day - hour))).body;
    app.clock.forward(minute);
    const young = (await publish(venueId)).body;
    expect((await listed()).map(({ id }) => id)).toEqual([young.id, old.id]);
    app.clock.forward(day + hour);
    expect((await listed()).map(({ id }) => id)).toEqual([young.id]);
    app.clock.forward(13 * day);
    expect(await listed()).toEqual([]);
  });

  it('is withdrawn for everybody, and who published it is still known', async () => {
    const { id: venueId } = await add();
    const { body } = await publish(venueId);
    const withdraw = (role: WorldRole, id = body.id) =>
      by[role]<Problem>('DELETE /v1/exposure-notices/:id', { params: { id } });
    expect((await withdraw('county-officer')).status).toBe(204);
    expect(await listed()).toEqual([]);
    // Twice is no harm.
    expect((await withdraw('officer')).status).toBe(204);
    expect(refusal(await withdraw('officer', randomUUID()))).toEqual([404, 'not-found']);
    const rows = await app.database.kysely.selectFrom('exposure_notice').selectAll().execute();
    expect(rows).toEqual([expect.objectContaining({ withdrawn_at: app.clock.now() })]);
    expect(rows[0]?.publisher_id).toEqual(expect.any(String));
  });

  it('is refused outside the officer’s places, of an unknown venue, and with a window no phone can compare', async () => {
    const { id: ours } = await add();
    const { id: countys } = await add('区图书馆', '330106', 'county-officer');
    expect(refusal(await publish(countys))).toEqual([403, 'outside-your-place']);
    expect(refusal(await publish(randomUUID()))).toEqual([422, 'venue-unknown']);
    for (const [from, until] of [
      [ago(hour), ago(3 * hour)],
      [ago(hour), ago(hour)],
      [ago(14 * day + minute), ago(hour)],
      [ago(hour), ago(-minute)],
    ] as const)
      expect(refusal(await publish(ours, from, until))).toEqual([422, 'window-invalid']);
    expect(refusal(await publish(ours, '2016-12-31T23:59:60Z'))).toEqual([400, 'invalid-request']);
    const { body: published } = await publish(countys, ago(hour), ago(0), 'county-officer');
    const { status } = await by.officer('DELETE /v1/exposure-notices/:id', { params: { id: published.id } });
    expect(status).toBe(403);
    expect((await listed()).map(({ id }) => id)).toEqual([published.id]);
  });
});

describe('a scan', () => {
  const namesIn = (schema: unknown): string[] =>
    typeof schema === 'object' && schema !== null
      ? Object.entries(schema).flatMap(([key, value]) => [key, ...namesIn(value)])
      : [];

  it('is taken by no endpoint: only an officer ever names a venue, to publish about it', () => {
    const taking = Object.entries<Endpoint>(endpoints)
      .filter(([, { params, query, body }]) =>
        namesIn([params, query, body]).some((name) => /venue|visit|scan|poster/i.test(name)),
      )
      .map(([name, { callers }]) => [name, callers]);
    expect(taking).toEqual([['POST /v1/exposure-notices', ['officer']]]);
  });
});
