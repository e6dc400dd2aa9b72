import type { PlannedVisit, ServiceRequest, VisitSlot } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { describeOnEachDatabase } from '../../support/database';
import { addPerson } from '../../support/people';
import { startTestApp, type Answer, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, personaOf, west, westAddress } from '../../support/world';

const filing = {
  category: 'home-help',
  answers: { help: 'fit', when: ['any'] },
  words: '装扶手',
  place: { addressId: westAddress, note: '402' },
};

describeOnEachDatabase('somebody comes to the door', (open) => {
  let app: TestApp;
  let resident: CallEndpoint;
  let neighbour: CallEndpoint;
  let worker: CallEndpoint;
  let colleague: CallEndpoint;
  const at = (moment: number): void => app.clock.forward(moment - app.clock.now().getTime());
  beforeAll(async () => {
    const database = await open();
    app = await startTestApp({ database });
    at(Date.parse('2026-11-23T09:10:00+08:00')); // a Monday
    await addWorld(database);
    await addPerson(database, 'colleague', { name: '李晓芳', grants: [{ role: 'worker', node: west }] });
    resident = await app.as(personaOf('resident'));
    neighbour = await app.as(personaOf('neighbour'));
    worker = await app.as(personaOf('worker'));
    colleague = await app.as('colleague');
  });
  afterAll(() => app.close());
  afterEach(() => at(Date.parse('2026-11-23T09:10:00+08:00')));

  /** Filed and taken. */
  async function taken(as = resident, by = worker, category = filing): Promise<ServiceRequest> {
    const { body } = await as<ServiceRequest>('POST /v1/service-requests', { body: category });
    const accepted = await by<ServiceRequest>('POST /v1/service-requests/:id/events', {
      params: { id: body.id },
      body: { event: 'accept', version: body.version },
    });
    expect(accepted.status).toBe(201);
    return accepted.body;
  }
  const slots = async (id: string, as: CallEndpoint): Promise<VisitSlot[]> =>
    (await as<VisitSlot[]>('GET /v1/service-requests/:id/visit-slots', { params: { id } })).body;
  const act = <T = ServiceRequest>(id: string, as: CallEndpoint, body: object): Promise<Answer<T>> =>
    as<T>('POST /v1/service-requests/:id/visit', { params: { id }, body });
  const refusal = async (id: string, as: CallEndpoint, body: object) => {
    const { status, body: problem } = await act<Problem>(id, as, body);
    return [status, problem.code];
  };
  beforeEach(() => app.database.kysely.deleteFrom('visit').execute());

  it('the worker offers hours, the resident chooses one; both see it, and so does the worker’s day', async () => {
    const request = await taken();
    expect(request.possible).toContain('offer-visit');
    const mine = await slots(request.id, worker);
    const asked = mine.slice(-3).map(({ from }) => from);
    const offered = await act(request.id, worker, {
      event: 'offer-visit',
      version: 2,
      slots: asked,
      words: '带上钻头来',
    });
    expect(offered).toMatchObject({
      status: 201,
      body: { state: 'in_progress', visit: { offered: mine.slice(-3), booked: null, maskedName: '王*军' } },
    });
    expect(await slots(request.id, resident)).toEqual(mine.slice(-3));
    const first = mine.at(-3);
    const booked = await act(request.id, resident, { event: 'book-visit', version: 3, slot: first?.from });
    expect(booked.status).toBe(201);
    expect(booked.body.visit).toMatchObject({ booked: first, maskedName: '王*军' });
    expect(booked.body.timeline.slice(2).map(({ event, slots: of }) => [event, of])).toEqual([
      ['offer-visit', mine.slice(-3)],
      ['book-visit', [first]],
    ]);
    // Friday is not among today and tomorrow.
    expect((await worker<PlannedVisit[]>('GET /v1/visits')).body).toEqual([]);
    at(Date.parse('2026-11-26T19:00:00+08:00'));
    expect((await worker<PlannedVisit[]>('GET /v1/visits')).body).toMatchObject([
      { requestId: request.id, placeText: '桂语苑 1 幢 402', categoryName: { zh: '上门帮忙' }, slot: first },
    ]);
    expect((await colleague<PlannedVisit[]>('GET /v1/visits')).body).toEqual([]);
    const { body: listed } = await resident<ServiceRequest[]>('GET /v1/service-requests', {
      query: { open: true },
    });
    expect(listed.find(({ id }) => id === request.id)?.visit?.booked).toEqual(first);
  });

  it('without an offer the resident chooses from the open hours of who has the matter', async () => {
    const request = await taken();
    const [first] = await slots(request.id, resident);
    expect(first?.from).toBe('2026-11-23T03:00:00.000Z');
    const { body } = await act(request.id, resident, { event: 'book-visit', version: 2, slot: first?.from });
    expect(body.visit?.booked).toEqual(first);
    expect((await worker<PlannedVisit[]>('GET /v1/visits')).body).toHaveLength(1);
  });

  it('is moved twice, and after that by a call; an hour before it is too late', async () => {
    const request = await taken();
    const hours = await slots(request.id, resident);
    for (const [times, slot] of hours.slice(4, 7).entries())
      expect(
        (await act(request.id, resident, { event: 'book-visit', version: 2 + times, slot: slot.from }))
          .status,
      ).toBe(201);
    const again = { event: 'book-visit', version: 5, slot: hours[9]?.from };
    expect(await refusal(request.id, resident, again)).toEqual([409, 'visit-moved-often']);
    at(Date.parse(hours[6]?.from ?? '') - 60_000);
    expect(await refusal(request.id, resident, { event: 'cancel-visit', version: 5 })).toEqual([
      409,
      'visit-too-late',
    ]);
    const { body } = await act(request.id, worker, {
      event: 'call-off-visit',
      version: 5,
      words: '孩子病了',
    });
    expect(body.visit).toBeUndefined();
    expect(body.timeline.at(-1)).toMatchObject({
      event: 'call-off-visit',
      words: '孩子病了',
      slots: [hours[6]],
    });
  });

  it('a cancelled hour is free for others at once', async () => {
    const [one, other] = [await taken(), await taken(neighbour)];
    const [first] = await slots(one.id, resident);
    await act(one.id, resident, { event: 'book-visit', version: 2, slot: first?.from });
    expect((await slots(other.id, neighbour))[0]).not.toEqual(first);
    await act(one.id, resident, { event: 'cancel-visit', version: 3 });
    expect((await slots(other.id, neighbour))[0]).toEqual(first);
  });

  it('of many who choose the same hour of one worker at once, one gets it, and the others are told', async () => {
    const requests = await Promise.all(Array.from({ length: 8 }, () => taken()));
    const [first] = await slots(requests[0]?.id ?? '', resident);
    const answers = await Promise.all(
      requests.map(({ id }) =>
        act<Problem>(id, resident, { event: 'book-visit', version: 2, slot: first?.from }),
      ),
    );
    const told = answers.map(({ status, body }) => (status === 201 ? 'booked' : body.code));
    expect(told.sort()).toEqual(['booked', ...Array<string>(7).fill('slot-taken')]);
    // Whoever lost has lost nothing else.
    const { body } = await resident<ServiceRequest>('GET /v1/service-requests/:id', {
      params: { id: requests[answers.findIndex(({ status }) => status !== 201)]?.id ?? '' },
    });
    expect([body.version, body.visit]).toEqual([2, undefined]);
    // Another worker's same hour is another hour.
    const elsewhere = await taken(neighbour, colleague);
    const theirs = await act(elsewhere.id, neighbour, { event: 'book-visit', version: 2, slot: first?.from });
    expect(theirs.status).toBe(201);
  });

  it('the database itself keeps a worker from two doors at once', async () => {
    const [one, other] = [await taken(), await taken()];
    const { id: workerId } = (await worker<{ id: string }>('GET /v1/me')).body;
    const row = (request: ServiceRequest, from: string, until: string) =>
      app.database.kysely
        .insertInto('visit')
        .values({
          request_id: request.id,
          worker_id: workerId,
          offered: '[]',
          starts_at: new Date(`2026-11-24T${from}:00Z`),
          ends_at: new Date(`2026-11-24T${until}:00Z`),
          moves: 0,
        })
        .execute();
    await row(one, '01:00', '02:00');
    await expect(row(other, '01:30', '02:30')).rejects.toThrow('visit_one_place_at_a_time');
    await row(other, '02:00', '03:00');
  });

  it('ends with the matter: withdrawn or handed over, the hour is free and the timeline says so', async () => {
    for (const [event, as] of [
      ['withdraw', resident],
      ['assign', worker],
    ] as const) {
      const request = await taken();
      const [first] = await slots(request.id, resident);
      await act(request.id, resident, { event: 'book-visit', version: 2, slot: first?.from });
      const { body } = await as<ServiceRequest>('POST /v1/service-requests/:id/events', {
        params: { id: request.id },
        body: { event, version: 3, words: '转给同事' },
      });
      expect(body.visit).toBeUndefined();
      expect(body.timeline.at(-1)).toMatchObject({ event, slots: [first] });
      expect((await worker<PlannedVisit[]>('GET /v1/visits')).body).toEqual([]);
    }
  });

  it('refuses what does not fit', async () => {
    const request = await taken();
    const [first, second] = await slots(request.id, worker);
    const offer = { event: 'offer-visit', version: 2 };
    const wrong: [CallEndpoint, object, [number, string]][] = [
      [worker, { ...offer, slots: [first?.from] }, [400, 'invalid-request']],
      [worker, { ...offer, slots: [first?.from, '2026-11-28T02:00:00.000Z'] }, [409, 'slot-taken']],
      [worker, { ...offer, version: 1, slots: [first?.from, second?.from] }, [409, 'changed-meanwhile']],
      [resident, { ...offer, slots: [first?.from, second?.from] }, [409, 'event-refused']],
      [resident, { event: 'book-visit', version: 2, slot: '2026-11-23T14:00:00.000Z' }, [409, 'slot-taken']],
      [resident, { event: 'cancel-visit', version: 2 }, [409, 'visit-none']],
      [neighbour, { event: 'cancel-visit', version: 2 }, [404, 'not-found']],
    ];
    for (const [as, body, expected] of wrong) expect(await refusal(request.id, as, body)).toEqual(expected);
    const rubbish = await taken(resident, worker, {
      ...filing,
      category: 'rubbish',
      answers: { what: ['bulky'], since: 'days' },
    } as unknown as typeof filing);
    expect(await slots(rubbish.id, resident)).toEqual([]);
    expect(await refusal(rubbish.id, worker, { ...offer, slots: [first?.from, second?.from] })).toEqual([
      409,
      'visit-not-here',
    ]);
  });
});
