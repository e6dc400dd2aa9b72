import type { InputOf, RequestSummary, ServiceRequest, TeamMember } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { describeOnEachDatabase } from '../../support/database';
import { addPerson } from '../../support/people';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, east, personaOf, roles, west, westAddress, type WorldRole } from '../../support/world';

type Step = Omit<InputOf<'POST /v1/service-requests/:id/events'>['body'], 'version'>;
const day = 86_400_000;

describeOnEachDatabase('the desk', (open) => {
  let app: TestApp;
  let li: string;
  let ids: Record<WorldRole, string>;
  const by = {} as Record<WorldRole | 'li', CallEndpoint>;
  beforeAll(async () => {
    const database = await open();
    app = await startTestApp({ database });
    ids = await addWorld(database);
    for (const role of roles) by[role] = await app.as(personaOf(role));
    li = await addPerson(database, 'world:li', { name: '李芳', grants: [{ role: 'worker', node: west }] });
    by.li = await app.as('world:li');
  });
  afterAll(() => app.close());

  const file = async (category = 'rubbish', answers: object = { what: ['bulky'], since: 'days' }) =>
    (
      await by.resident<ServiceRequest>('POST /v1/service-requests', {
        body: { category, answers, place: { addressId: westAddress } },
      })
    ).body;
  async function done(as: CallEndpoint, request: ServiceRequest, body: Step) {
    const { id, version } = request;
    const { status, body: after } = await as<ServiceRequest>('POST /v1/service-requests/:id/events', {
      params: { id },
      body: { ...body, version },
    });
    expect([body.event, status]).toEqual([body.event, 201]);
    return after;
  }
  const queue = async (as: CallEndpoint, query: Record<string, string> = {}) =>
    (
      await as<RequestSummary[]>('GET /v1/service-requests', {
        query: { scope: 'desk', open: true, ...query },
      })
    ).body;
  const away = (as: CallEndpoint, personId: string, body: { until: string; standIn: string }, code = west) =>
    as<Problem>('PUT /v1/regions/:code/team/:personId/away', { params: { code, personId }, body });

  it('is one queue by the clock; parts of it are found whatever its length', async () => {
    const late = await file();
    app.clock.forward(day);
    const asked = await done(by.worker, await done(by.worker, await file(), { event: 'accept' }), {
      event: 'ask',
      words: '哪个门？',
    });
    app.clock.forward(60_000);
    const fresh = await file();
    const lis = await done(by.li, await file(), { event: 'accept' });
    await done(by.resident, fresh, { event: 'urge' });

    const all = await queue(by.worker);
    const clocks = all.filter(({ id }) => id !== asked.id).map(({ due }) => Date.parse(due?.at ?? ''));
    expect(clocks).toEqual([...clocks].sort((a, b) => a - b));
    expect([all[0]?.id, all.at(-1)?.id]).toEqual([late.id, asked.id]);
    expect(all.find(({ id }) => id === fresh.id)?.urged).toBe(1);

    const part = async (name: string, as = by.worker) =>
      (await queue(as, { part: name })).map(({ id }) => id);
    expect(new Set(await part('unowned'))).toEqual(new Set([late.id, fresh.id]));
    expect(await part('mine')).toEqual([asked.id]);
    expect(await part('mine', by.li)).toEqual([lis.id]);
    expect(await part('overdue')).toEqual([late.id]);
    expect(await part('waiting')).toEqual([asked.id]);
    expect(await queue(by.worker, { category: 'stairs-clutter' })).toEqual([]);
  });

  it('shows those above what came up to them', async () => {
    let request = await file();
    expect(await queue(by.officer, { part: 'up' })).toEqual([]);
    request = await done(by.worker, request, { event: 'assign', words: '不归我', nextNode: east });
    request = await done(by.officer, request, { event: 'assign', words: '也不归我', nextNode: west });
    expect(request.escalatedTo).toBe('桂语社区');
    const [up] = await queue(by.officer, { part: 'up' });
    expect(up).toMatchObject({ id: request.id, up: true });
    expect(await queue(by['county-officer'], { part: 'up' })).toEqual([]);
  });

  it('says who stands in while somebody is away: in the queue, to the resident, on the team’s card', async () => {
    const until = new Date(app.clock.now().getTime() + 2 * day + 8 * 3_600_000).toISOString().slice(0, 10);
    const before = await done(by.worker, await file(), { event: 'accept' });
    expect((await away(by.worker, ids.worker, { until, standIn: li })).status).toBe(204);
    const given = await done(by.officer, await file(), {
      event: 'assign',
      words: '王建军去',
      nextOwner: ids.worker,
    });

    const { body: team } = await by.resident<TeamMember[]>('GET /v1/regions/:code/team', {
      params: { code: west },
    });
    expect(team.find(({ id }) => id === ids.worker)?.away).toEqual({
      until,
      standIn: { id: li, maskedName: '李*' },
    });
    expect(team.find(({ id }) => id === li)).not.toHaveProperty('away');
    for (const { id } of [before, given]) {
      const { body } = await by.resident<ServiceRequest>('GET /v1/service-requests/:id', { params: { id } });
      expect(body).toMatchObject({ ownerMaskedName: '王*军', standInMaskedName: '李*' });
    }
    const hers = (await queue(by.li, { part: 'mine' })).map(({ id }) => id);
    expect(hers).toEqual(expect.arrayContaining([before.id, given.id]));

    app.clock.forward(4 * day);
    expect((await queue(by.li, { part: 'mine' })).map(({ id }) => id)).not.toContain(before.id);
  });

  it('takes an absence from the worker or from above, with a stand-in who is there, and ends it', async () => {
    const until = '2030-01-01';
    const refused = async (answer: Promise<{ body: Problem }>) => {
      const { body } = await answer;
      return [body.code, body.fields?.[0]?.pointer];
    };
    expect(await refused(away(by.li, ids.worker, { until, standIn: li }))).toEqual([
      'outside-your-place',
      undefined,
    ]);
    for (const standIn of [ids.worker, ids.officer])
      expect(await refused(away(by.officer, ids.worker, { until, standIn }))).toEqual([
        'invalid-request',
        '/standIn',
      ]);
    expect(await refused(away(by.officer, ids.worker, { until: '2026-01-01', standIn: li }))).toEqual([
      'invalid-request',
      '/until',
    ]);
    expect((await away(by.officer, ids.worker, { until, standIn: li })).status).toBe(204);
    expect(await refused(away(by.li, li, { until, standIn: ids.worker }))).toEqual([
      'invalid-request',
      '/standIn',
    ]);
    const params = { code: west, personId: ids.worker };
    expect((await by.worker('DELETE /v1/regions/:code/team/:personId/away', { params })).status).toBe(204);
    expect((await away(by.li, li, { until, standIn: ids.worker })).status).toBe(204);
    await by.li('DELETE /v1/regions/:code/team/:personId/away', { params: { code: west, personId: li } });
  });

  it('keeps each one’s phrases, in their order', async () => {
    const texts = ['今天下午来看', '已经跟住户说了'];
    await by.worker('PUT /v1/phrases', { body: { texts } });
    expect((await by.worker('GET /v1/phrases')).body).toEqual({ texts });
    expect((await by.li('GET /v1/phrases')).body).toEqual({ texts: [] });
    expect((await by.worker('PUT /v1/phrases', { body: { texts: ['a', 'a'] } })).status).toBe(400);
  });

  it('tells the resident until when what is closed can be taken up again', async () => {
    let request = await done(by.worker, await file(), { event: 'resolve', take: true });
    request = await done(by.resident, request, { event: 'dispute', words: '还有一袋' });
    request = await done(by.worker, request, { event: 'resolve' });
    request = await done(by.resident, request, { event: 'confirm' });
    expect(request.reopenBy).toBe(new Date(app.clock.now().getTime() + 30 * day).toISOString());
  });
});
