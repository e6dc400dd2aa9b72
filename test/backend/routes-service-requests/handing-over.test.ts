import type { InputOf, RequestSummary, ServiceRequest } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { describeOnEachDatabase } from '../../support/database';
import { addPerson } from '../../support/people';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import {
  addWorld,
  community,
  east,
  elsewhere,
  personaOf,
  roles,
  west,
  westAddress,
  type WorldRole,
} from '../../support/world';

type Step = Omit<InputOf<'POST /v1/service-requests/:id/events'>['body'], 'version'>;

describeOnEachDatabase('handing a matter over', (open) => {
  let app: TestApp;
  let li: string;
  let ids: Record<WorldRole, string>;
  const by = {} as Record<WorldRole | 'li' | 'east', CallEndpoint>;
  beforeAll(async () => {
    const database = await open();
    app = await startTestApp({ database });
    ids = await addWorld(database);
    for (const role of roles) by[role] = await app.as(personaOf(role));
    li = await addPerson(database, 'world:li', { name: '李芳', grants: [{ role: 'worker', node: west }] });
    await addPerson(database, 'world:east', { name: '周霞', grants: [{ role: 'worker', node: east }] });
    by.li = await app.as('world:li');
    by.east = await app.as('world:east');
  });
  afterAll(() => app.close());

  const file = async () =>
    (
      await by.resident<ServiceRequest>('POST /v1/service-requests', {
        body: {
          category: 'rubbish',
          answers: { what: ['bulky'], since: 'days' },
          place: { addressId: westAddress },
        },
      })
    ).body;
  const step = <T>(as: CallEndpoint, { id, version }: ServiceRequest, body: Step) =>
    as<T>('POST /v1/service-requests/:id/events', { params: { id }, body: { ...body, version } });
  async function done(as: CallEndpoint, request: ServiceRequest, body: Step) {
    const { status, body: after } = await step<ServiceRequest>(as, request, body);
    expect([body.event, status]).toEqual([body.event, 201]);
    return after;
  }
  async function refused(as: CallEndpoint, request: ServiceRequest, body: Step) {
    const { body: problem } = await step<Problem>(as, request, body);
    return [problem.code, problem.fields?.[0]?.pointer];
  }
  const queue = async (as: CallEndpoint) =>
    (await as<RequestSummary[]>('GET /v1/service-requests', { query: { scope: 'desk', open: true } })).body;

  it('goes to a colleague, with the reason for all to read', async () => {
    const taken = await done(by.worker, await file(), { event: 'accept' });
    const given = await done(by.worker, taken, { event: 'assign', words: '李芳认识那家', nextOwner: li });
    expect(given).toMatchObject({ state: 'assigned', ownerMaskedName: '李*' });
    expect(given.timeline.at(-1)).toMatchObject({
      event: 'assign',
      words: '李芳认识那家',
      destination: '李*',
    });
    expect((await done(by.li, given, { event: 'start' })).ownerMaskedName).toBe('李*');
  });

  it('goes to another grid of the county, whose queue has it from then on', async () => {
    const request = await file();
    expect((await queue(by.east)).map(({ id }) => id)).not.toContain(request.id);
    const moved = await done(by.worker, request, { event: 'assign', words: '在 2 网格', nextNode: east });
    expect(moved).toMatchObject({ node: east, ownerMaskedName: null, number: request.number });
    expect(moved.timeline.at(-1)).toMatchObject({ destination: '第 2 网格' });
    expect((await queue(by.east)).map(({ id }) => id)).toContain(request.id);
    expect((await queue(by.worker)).map(({ id }) => id)).not.toContain(request.id);
  });

  it('goes to nobody without a reason, to no stranger, nowhere outside the county, and not back where it lies', async () => {
    const taken = await done(by.worker, await file(), { event: 'accept' });
    const words = '不归我';
    expect(await refused(by.worker, taken, { event: 'assign', nextOwner: li })).toEqual([
      'invalid-request',
      '/words',
    ]);
    for (const nextOwner of [ids.neighbour, ids.resident, ids.worker])
      expect(await refused(by.worker, taken, { event: 'assign', words, nextOwner })).toEqual([
        'invalid-request',
        '/nextOwner',
      ]);
    for (const nextNode of [elsewhere, west, '330106', `${community}009`])
      expect(await refused(by.worker, taken, { event: 'assign', words, nextNode })).toEqual([
        'invalid-request',
        '/nextNode',
      ]);
    expect(
      await refused(by.worker, taken, { event: 'assign', words, nextOwner: li, nextNode: east }),
    ).toEqual(['invalid-request', '/nextNode']);
    const free = await done(by.worker, taken, { event: 'assign', words });
    expect(free.ownerMaskedName).toBeNull();
    expect(await refused(by.worker, free, { event: 'assign', words })).toEqual([
      'invalid-request',
      '/nextOwner',
    ]);
  });

  it('goes one level up by itself when it was given away twice, once', async () => {
    let request = await done(by.worker, await file(), {
      event: 'assign',
      words: '在 2 网格',
      nextNode: east,
    });
    expect(request.escalatedTo).toBeUndefined();
    request = await done(by.east, request, { event: 'assign', words: '在 1 网格', nextNode: west });
    expect(request).toMatchObject({ state: 'assigned', escalatedTo: '桂语社区', ownerMaskedName: null });
    expect(request.timeline.map(({ event, by: who }) => `${event} ${who.role}`)).toEqual([
      'submit filer',
      'assign handler',
      'assign handler',
      'escalate system',
    ]);
    request = await done(by.officer, request, { event: 'assign', words: '李芳去看', nextOwner: li });
    request = await done(by.li, request, { event: 'assign', words: '请王建军去', nextOwner: ids.worker });
    expect(request.timeline.filter(({ event }) => event === 'escalate')).toHaveLength(1);
  });

  it('is no bounce when somebody above gives what a colleague has to another', async () => {
    let request = await done(by.worker, await file(), { event: 'accept' });
    for (const nextOwner of [li, ids.worker, li])
      request = await done(by.officer, request, { event: 'assign', words: '换人', nextOwner });
    expect(request.escalatedTo).toBeUndefined();
  });

  it('is answered in one act where nobody has it, or not at all', async () => {
    const request = await file();
    expect(await refused(by.worker, request, { event: 'reply', take: true })).toEqual([
      'invalid-request',
      '/words',
    ]);
    const answered = await done(by.worker, request, { event: 'reply', words: '今天去', take: true });
    expect(answered).toMatchObject({ state: 'accepted', ownerMaskedName: '王*军', version: 3 });
    const again = await done(by.worker, answered, { event: 'resolve', take: true });
    expect(again.timeline.map(({ event }) => event)).toEqual(['submit', 'accept', 'reply', 'resolve']);
  });

  it('lets one of two be first, and tells the other who was, and with what', async () => {
    const request = await file();
    const tries = [
      { as: by.worker, name: '王*军' },
      { as: by.li, name: '李*' },
    ];
    const both = await Promise.all(tries.map(({ as }) => step<Problem>(as, request, { event: 'accept' })));
    const first = both.findIndex(({ status }) => status === 201);
    const second = both[1 - first]?.body;
    expect(second).toMatchObject({ status: 409, code: 'changed-meanwhile' });
    expect(second?.text?.zh).toMatch(
      new RegExp(`^${tries[first]?.name.replace('*', '\\*')} \\d\\d:\\d\\d 接下了`),
    );
    const { body } = await step<Problem>(by.resident, request, { event: 'withdraw' });
    expect(body.text?.en).toMatch(/ took it at \d\d:\d\d; your step was not taken/);
    const gone = await done(by.resident, await file(), { event: 'withdraw' });
    const late = await step<Problem>(by.worker, { ...gone, version: 1 }, { event: 'accept' });
    expect(late.body.text?.zh).toMatch(/^居民 .* 撤回了/);
    expect((await step<Problem>(by.worker, gone, { event: 'accept' })).body.text?.zh).toBe('居民已经撤回。');
  });
});
