import type { InputOf, ServiceRequest, Session } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { requestClock } from '../../../src/backend/routes/request-clock';
import { describeOnEachDatabase } from '../../support/database';
import { eventually } from '../../support/eventually';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, personaOf, westAddress } from '../../support/world';

type Step = Omit<InputOf<'POST /v1/service-requests/:id/events'>['body'], 'version'>;
const minute = 60_000;
const day = 24 * 60 * minute;

/** "2026-11-24 12:00" in China, as the API says it. */
const at = (text: string): string => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();

describeOnEachDatabase('the clock of a request', (open) => {
  let app: TestApp;
  let resident: CallEndpoint;
  let worker: CallEndpoint;
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
    await addWorld(app.database);
    resident = await app.as(personaOf('resident'));
    worker = await app.as(personaOf('worker'));
  });
  afterAll(() => app.close());

  const until = (text: string): void => app.clock.forward(Date.parse(at(text)) - app.clock.now().getTime());
  const tend = () => requestClock(app.ports).tendAll();
  async function file(): Promise<ServiceRequest> {
    const { body } = await resident<ServiceRequest>('POST /v1/service-requests', {
      body: {
        category: 'rubbish',
        answers: { what: ['bulky'], since: 'days' },
        place: { addressId: westAddress },
      },
    });
    return body;
  }
  const step = <T = ServiceRequest>(as: CallEndpoint, { id, version }: ServiceRequest, body: Step) =>
    as<T>('POST /v1/service-requests/:id/events', { params: { id }, body: { ...body, version } });
  async function done(as: CallEndpoint, request: ServiceRequest, body: Step): Promise<ServiceRequest> {
    const { status, body: after } = await step(as, request, body);
    expect([body.event, status]).toEqual([body.event, 201]);
    return after;
  }
  const see = async ({ id }: ServiceRequest, as = resident) =>
    (await as<ServiceRequest>('GET /v1/service-requests/:id', { params: { id } })).body;
  const events = async (request: ServiceRequest) => (await see(request)).timeline.map(({ event }) => event);

  beforeEach(() => until('2026-11-24 10:00'));

  it('says until when it is taken, and until when it is done, in working time', async () => {
    let request = await file();
    expect(request.due).toEqual({
      waitsFor: 'accept',
      at: at('2026-11-24 12:00'),
      warnAt: at('2026-11-24 11:36'),
      provisional: false,
    });
    request = await done(worker, request, { event: 'accept' });
    expect(request.due).toMatchObject({ waitsFor: 'resolve', at: at('2026-11-25 10:00') });
    request = await done(worker, request, { event: 'resolve', words: '清走了' });
    expect(request.due).toMatchObject({ waitsFor: 'confirm', at: at('2026-12-01 10:00') });
    request = await done(resident, request, { event: 'confirm' });
    expect(request.due).toBeNull();
  });

  it('warns the team, then goes one level up by itself, once; whoever is above sees it there', async () => {
    const request = await file();
    const kept = () => app.ports.requestDesk.get(request.id);
    until('2026-11-24 11:35');
    await tend();
    expect(await kept()).toMatchObject({ warned: false });
    until('2026-11-24 11:36');
    await tend();
    expect(await kept()).toMatchObject({ warned: true });
    expect(await events(request)).toEqual(['submit']);
    until('2026-11-24 12:00');
    await Promise.all([tend(), tend()]);
    await tend();
    expect(await events(request)).toEqual(['submit', 'escalate']);
    const officer = await app.as(personaOf('officer'));
    const seen = await see(request, officer);
    expect(seen).toMatchObject({ escalatedTo: '桂语社区', state: 'submitted', due: { waitsFor: 'accept' } });
    expect(seen.timeline.at(-1)).toMatchObject({
      event: 'escalate',
      by: { role: 'system' },
      destination: '桂语社区',
    });
    // The team still has it.
    await done(worker, seen, { event: 'accept' });
  });

  it('is where it would be after a server stood still for days', async () => {
    const request = await file();
    until('2026-11-30 09:00');
    await app.ports.jobs.enqueue('requests', {});
    await eventually(async () => expect(await events(request)).toEqual(['submit', 'escalate']));
  });

  it('stands while the resident is asked, and goes on with their answer', async () => {
    let request = await done(worker, await file(), { event: 'accept' });
    until('2026-11-24 14:00');
    request = await done(worker, request, { event: 'ask', words: '东门还是西门？' });
    expect(request.due).toMatchObject({ standsUntil: at('2026-11-27 14:00') });
    until('2026-11-25 14:00');
    await tend();
    expect((await see(request)).timeline.at(-1)?.event).toBe('ask');
    request = await done(resident, request, { event: 'answer', words: '东门' });
    expect(request.due).toEqual({
      waitsFor: 'resolve',
      at: at('2026-11-26 10:00'),
      warnAt: expect.any(String),
      provisional: false,
    });
  });

  it('taken up again has time anew, and can go up anew', async () => {
    let request = await done(worker, await file(), { event: 'accept' });
    until('2026-11-25 10:00');
    await tend();
    request = await done(worker, await see(request, worker), { event: 'resolve', words: '清走了' });
    expect(request.escalatedTo).toBe('桂语社区');
    request = await done(resident, request, { event: 'dispute', words: '还有一袋' });
    expect(request).not.toHaveProperty('escalatedTo');
    expect(request.due).toMatchObject({ waitsFor: 'resolve', at: at('2026-11-26 10:00') });
    until('2026-11-26 10:00');
    await tend();
    expect((await events(request)).filter((event) => event === 'escalate')).toHaveLength(2);
  });

  it('closes itself after seven days, not as confirmed, and can be taken up again for thirty', async () => {
    const resolved = await done(worker, await done(worker, await file(), { event: 'accept' }), {
      event: 'resolve',
      words: '清走了',
    });
    until('2026-12-01 09:59');
    await tend();
    expect((await see(resolved)).state).toBe('resolved');
    until('2026-12-01 10:00');
    await tend();
    const closed = await see(resolved);
    expect(closed).toMatchObject({ state: 'closed', due: null, possible: ['reopen'] });
    expect(closed.timeline.at(-1)).toMatchObject({ event: 'time-out', by: { role: 'system' } });
    until('2026-12-31 10:01');
    // Nobody stays signed in for a month without a visit.
    const { body: session } = await app.call<Session>('POST /v1/sessions', {
      body: { provider: 'demo', code: personaOf('resident') },
    });
    const again = app.withToken(session.token);
    expect((await see(closed, again)).possible).toEqual([]);
    const late = await step<Problem>(again, closed, { event: 'reopen', words: '又堆上了' });
    expect([late.status, late.body.code, late.body.detail]).toEqual([
      409,
      'event-refused',
      'too-late-to-reopen',
    ]);
    until('2026-12-31 10:00');
    expect(await done(again, closed, { event: 'reopen', words: '又堆上了' })).toMatchObject({
      state: 'in_progress',
    });
  });

  it('is urged once a day', async () => {
    const request = await done(resident, await file(), { event: 'urge' });
    expect(request.possible).not.toContain('urge');
    const again = await step<Problem>(resident, request, { event: 'urge' });
    expect([again.status, again.body.detail]).toEqual([409, 'urged-lately']);
    app.clock.forward(day);
    expect((await see(request)).possible).toContain('urge');
  });

  it('is reckoned anew for all that is open, what was filed before there were clocks too', async () => {
    const request = await file();
    await app.database.kysely
      .updateTable('service_request')
      .set({ waits_for: null, due_at: null, warn_at: null })
      .where('id', '=', request.id)
      .execute();
    expect((await see(request)).due).toBeNull();
    expect(await app.ports.requestDesk.reckonAll()).toBeGreaterThanOrEqual(1);
    expect((await see(request)).due).toEqual(request.due);
    expect(await app.ports.requestDesk.reckonAll()).toBe(0);
  });
});
