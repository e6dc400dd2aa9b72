import { randomUUID } from 'node:crypto';
import type { InputOf, RequestSummary, ServiceRequest } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { describeOnEachDatabase } from '../../support/database';
import { addPerson } from '../../support/people';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, east, personaOf, roles, west, westAddress, type WorldRole } from '../../support/world';

type Step = InputOf<'POST /v1/service-requests/:id/events'>['body'];

describeOnEachDatabase('the life of a request', (open) => {
  let app: TestApp;
  const by = {} as Record<WorldRole, CallEndpoint>;
  beforeAll(async () => {
    const database = await open();
    app = await startTestApp({ database });
    await addWorld(database);
    for (const role of roles) by[role] = await app.as(personaOf(role));
  });
  afterAll(() => app.close());

  async function file(as: CallEndpoint = by.resident, place: object = { addressId: westAddress }) {
    const { body } = await as<ServiceRequest>('POST /v1/service-requests', {
      body: { category: 'rubbish', answers: { what: ['bulky'], since: 'days' }, place },
    });
    return body;
  }
  const step = <T = ServiceRequest>(as: CallEndpoint, { id }: { id: string }, body: Step) =>
    as<T>('POST /v1/service-requests/:id/events', { params: { id }, body });
  const see = async (as: CallEndpoint, { id }: { id: string }) =>
    (await as<ServiceRequest>('GET /v1/service-requests/:id', { params: { id } })).body;

  async function done(as: CallEndpoint, request: ServiceRequest, body: Omit<Step, 'version'>) {
    const { status, body: after } = await step(as, request, { ...body, version: request.version });
    expect([body.event, status]).toEqual([body.event, 201]);
    return after;
  }
  async function refused(as: CallEndpoint, request: ServiceRequest, body: Omit<Step, 'version'>) {
    const answer = await step<Problem>(as, request, { ...body, version: request.version });
    return [answer.status, answer.body.code, answer.body.detail ?? answer.body.fields?.[0]?.pointer];
  }

  it('goes from filing to the resident’s word, each step on both sides’ timeline', async () => {
    let request = await file();
    request = await done(by.worker, request, { event: 'accept' });
    expect(request).toMatchObject({ state: 'accepted', ownerMaskedName: '王*军', relation: 'handler' });
    request = await done(by.worker, request, { event: 'start', words: '到现场看过' });
    request = await done(by.worker, request, { event: 'ask', words: '东门还是西门？' });
    request = await done(by.resident, request, { event: 'answer', words: '东门' });
    request = await done(by.worker, request, { event: 'resolve', words: '清走了' });
    request = await done(by.resident, request, { event: 'dispute', words: '还有一袋' });
    expect(request.state).toBe('in_progress');
    request = await done(by.worker, request, { event: 'resolve' });
    request = await done(by.resident, request, { event: 'confirm' });
    expect(request).toMatchObject({ state: 'closed', version: 9, possible: ['reopen'], relation: 'filer' });

    const seen = await see(by.worker, request);
    expect(
      seen.timeline.map(({ seq, event, state, by: who }) => [seq, event, state, who.maskedName]),
    ).toEqual([
      [1, 'submit', 'submitted', '张*兰'],
      [2, 'accept', 'accepted', '王*军'],
      [3, 'start', 'in_progress', '王*军'],
      [4, 'ask', 'waiting', '王*军'],
      [5, 'answer', 'in_progress', '张*兰'],
      [6, 'resolve', 'resolved', '王*军'],
      [7, 'dispute', 'in_progress', '张*兰'],
      [8, 'resolve', 'resolved', '王*军'],
      [9, 'confirm', 'closed', '张*兰'],
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/张桂兰|王建军/);
  });

  it('says what the next steps are, to each side their own', async () => {
    const request = await file();
    expect((await see(by.resident, request)).possible).toEqual(['add', 'urge', 'withdraw']);
    expect((await see(by.worker, request)).possible).toEqual(['accept', 'assign', 'refer']);
  });

  it('refuses a step out of turn, with the reason', async () => {
    const request = await file();
    expect(await refused(by.worker, request, { event: 'resolve' })).toEqual([
      409,
      'event-refused',
      'not-accepted-yet',
    ]);
    expect(await refused(by.resident, request, { event: 'accept' })).toEqual([
      409,
      'event-refused',
      'wrong-role',
    ]);
    expect(await refused(by.worker, request, { event: 'withdraw' })).toEqual([
      409,
      'event-refused',
      'wrong-role',
    ]);
    const gone = await done(by.resident, request, { event: 'withdraw' });
    expect(await refused(by.worker, gone, { event: 'accept' })).toEqual([409, 'event-refused', 'withdrawn']);
  });

  it('refuses a step that says nothing', async () => {
    const request = await done(by.worker, await file(), { event: 'accept' });
    expect(await refused(by.worker, request, { event: 'reply', words: ' ' })).toEqual([
      400,
      'invalid-request',
      '/words',
    ]);
    expect(await refused(by.worker, request, { event: 'refer', words: '归物业' })).toEqual([
      400,
      'invalid-request',
      '/destination',
    ]);
    const referred = await done(by.worker, request, { event: 'refer', destination: '物业服务中心' });
    expect(referred.timeline.at(-1)).toMatchObject({ destination: '物业服务中心' });
  });

  it('refuses whoever acts on an older picture, and lets one of two at once', async () => {
    const request = await file();
    const both = await Promise.all(
      [by.worker, by.officer].map((as) => step<Problem>(as, request, { event: 'accept', version: 1 })),
    );
    expect(both.map((answer) => answer.status).sort()).toEqual([201, 409]);
    expect(both.map((answer) => answer.body.code)).toContain('changed-meanwhile');
    expect(await refused(by.worker, request, { event: 'start' })).toEqual([
      409,
      'changed-meanwhile',
      undefined,
    ]);
    expect((await see(by.worker, request)).timeline).toHaveLength(2);
  });

  it('is taken over by whoever accepts it, and handed back to all of the team', async () => {
    let request = await done(by.officer, await file(), { event: 'accept' });
    expect(request.ownerMaskedName).toBe('沈*琴');
    request = await done(by.officer, request, { event: 'assign', words: '我要出去' });
    expect(request).toMatchObject({ state: 'assigned', ownerMaskedName: null });
    request = await done(by.worker, request, { event: 'accept' });
    expect(request.ownerMaskedName).toBe('王*军');
  });

  it('lets nobody handle their own', async () => {
    const own = await file(by.worker, { addressId: westAddress });
    expect(own).toMatchObject({ node: west, relation: 'filer', possible: ['add', 'urge', 'withdraw'] });
    expect(await refused(by.worker, own, { event: 'accept' })).toEqual([409, 'event-refused', 'wrong-role']);
    expect((await see(by.officer, own)).possible).toContain('accept');
  });

  it('is for its filer and those who handle it; to others it does not exist', async () => {
    const request = await file();
    const answers = await Promise.all(
      roles.map(async (role) => {
        const { status } = await by[role]('GET /v1/service-requests/:id', { params: { id: request.id } });
        const { status: acted } = await step(by[role], request, { event: 'add', words: 'x', version: 7 });
        return [role, status, acted];
      }),
    );
    expect(answers).toEqual([
      ['resident', 200, 409],
      ['neighbour', 404, 404],
      ['outsider', 404, 404],
      ['worker', 200, 409],
      ['officer', 200, 409],
      ['county-officer', 200, 409],
      ['checkpoint', 404, 404],
    ]);
    const nothing = await by.neighbour<Problem>('GET /v1/service-requests/:id', {
      params: { id: randomUUID() },
    });
    const others = await by.neighbour<Problem>('GET /v1/service-requests/:id', {
      params: { id: request.id },
    });
    expect({ ...others.body, traceId: '' }).toEqual({ ...nothing.body, traceId: '' });
  });

  it('lists mine to me and the grid’s to its team', async () => {
    const mei = 'world:mei';
    await addPerson(app.database, mei, { name: '李梅', home: west });
    const as = await app.as(mei);
    app.clock.forward(1000);
    const here = await file(as);
    app.clock.forward(1000);
    const there = await file(as, { grid: east });
    const list = async (caller: CallEndpoint, query: Record<string, string | boolean | number>) => {
      const { body } = await caller<RequestSummary[]>('GET /v1/service-requests', { query });
      return body.map((each) => each.id);
    };
    expect(await list(as, {})).toEqual([there.id, here.id]);
    expect(await list(as, { before: there.createdAt })).toEqual([here.id]);
    expect(await list(as, { limit: 1 })).toEqual([there.id]);
    await done(as, there, { event: 'withdraw' });
    expect(await list(as, { open: true })).toEqual([here.id]);
    expect(await list(as, { open: false })).toEqual([there.id]);

    const atDesk = async (role: WorldRole) =>
      (await list(by[role], { scope: 'desk' })).filter((id) => [here.id, there.id].includes(id));
    expect(await atDesk('worker')).toEqual([here.id]);
    expect(await atDesk('officer')).toEqual([there.id, here.id]);
    expect(await atDesk('county-officer')).toEqual([there.id, here.id]);
    for (const role of ['resident', 'outsider', 'checkpoint'] as const) {
      const { status, body } = await by[role]<Problem>('GET /v1/service-requests', {
        query: { scope: 'desk' },
      });
      expect([status, body.code]).toEqual([403, 'forbidden']);
    }
    expect(await list(by.worker, { scope: 'mine' })).not.toContain(here.id);
  });
});
