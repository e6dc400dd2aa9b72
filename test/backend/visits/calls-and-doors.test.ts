import type { ServiceRequest } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { describeOnEachDatabase } from '../../support/database';
import { addConfirmed, help } from '../../support/scenarios';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, personaOf, west } from '../../support/world';

const number = '0571-5555 0142';
const lookIn = {
  category: 'look-in',
  answers: { 'for-whom': 'parent', since: 'hours', worry: 'just-no-answer' },
  place: { grid: west },
};

describeOnEachDatabase('somebody is called, or looked in on', (open) => {
  let app: TestApp;
  let resident: CallEndpoint;
  let worker: CallEndpoint;
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
    app.clock.forward(Date.parse('2026-11-23T09:10:00+08:00') - app.clock.now().getTime()); // a Monday
    await addWorld(app.database);
    resident = await app.as(personaOf('resident'));
    worker = await app.as(personaOf('worker'));
  });
  afterAll(() => app.close());

  const file = <T = ServiceRequest>(as: CallEndpoint, body: object) =>
    as<T>('POST /v1/service-requests', { body });
  const see = async (id: string, as: CallEndpoint) =>
    (await as<ServiceRequest>('GET /v1/service-requests/:id', { params: { id } })).body;
  const act = <T = ServiceRequest>(id: string, as: CallEndpoint, body: object) =>
    as<T>('POST /v1/service-requests/:id/events', { params: { id }, body });
  const kept = async (id: string) =>
    (
      await app.database.kysely
        .selectFrom('callback_phone')
        .select('phone')
        .where('request_id', '=', id)
        .execute()
    ).map(({ phone }) => phone);

  it('the number given for a call is seen by the team on that page alone, and is gone when it is over', async () => {
    const { status, body } = await file(resident, { category: 'call-me', answers: {}, callback: number });
    expect(status).toBe(201);
    // Two working hours from 9:10.
    expect(body.due).toMatchObject({ waitsFor: 'accept', at: '2026-11-23T03:10:00.000Z' });
    expect((await see(body.id, worker)).callbackPhone).toBe(number);
    const listed = await worker('GET /v1/service-requests', { query: { scope: 'desk', open: true } });
    const accepted = await act(body.id, worker, { event: 'accept', version: 1 });
    for (const seen of [body, await see(body.id, resident), listed.body, accepted.body])
      expect(JSON.stringify(seen)).not.toContain(number);
    const done = await act(body.id, worker, { event: 'resolve', version: 2, outcome: 'reached' });
    expect(done.body.timeline.at(-1)).toMatchObject({ event: 'resolve', outcome: 'reached' });
    expect((await see(body.id, resident)).timeline.at(-1)).toMatchObject({ outcome: 'reached' });
    expect((await see(body.id, worker)).callbackPhone).toBeUndefined();
    expect(await kept(body.id)).toEqual([]);
  });

  it('is gone as well when whoever asked needs no call any more', async () => {
    const { body } = await file(resident, { category: 'call-me', answers: {}, callback: number });
    expect(await kept(body.id)).toEqual([number]);
    await act(body.id, resident, { event: 'withdraw', version: 1 });
    expect(await kept(body.id)).toEqual([]);
  });

  it.each([
    [{ category: 'call-me', answers: {} }, 'invalid-request'],
    [{ category: 'call-me', answers: {}, callback: '请打给我' }, 'invalid-request'],
    [{ ...lookIn, callback: number }, 'invalid-request'],
    [{ category: 'call-me', answers: {}, callback: number, anonymous: true }, 'anonymous-not-here'],
    [{ ...lookIn, anonymous: true }, 'anonymous-not-here'],
  ])('refuses %j', async (body, code) => {
    expect((await file<Problem>(resident, body)).body.code).toBe(code);
  });

  it('family is looked in on: asked from another phone, and whoever it is sees who asked', async () => {
    const daughter = await addConfirmed(app, { name: '张桂兰' });
    const mother = await addConfirmed(app, { name: '李桂珍' });
    await help(daughter, mother, ['file']);
    const { status, body } = await file(daughter.call, { ...lookIn, personId: mother.id });
    expect(status).toBe(201);
    expect(body).toMatchObject({ forPersonId: mother.id, state: 'submitted' });
    const { body: hers } = await mother.call<ServiceRequest[]>('GET /v1/service-requests', {});
    expect(hers.map(({ id, askedByMaskedName }) => [id, askedByMaskedName])).toEqual([[body.id, '张*兰']]);
    expect((await see(body.id, mother.call)).askedByMaskedName).toBe('张*兰');
    const bare = { event: 'resolve', version: 1, take: true };
    for (const outcome of [undefined, 'reached'])
      expect(await act<Problem>(body.id, worker, { ...bare, outcome })).toMatchObject({
        status: 400,
        body: { fields: [{ pointer: '/outcome', reason: 'missing' }] },
      });
    const version = (await see(body.id, worker)).version;
    await act(body.id, worker, { ...bare, version, outcome: 'no-answer', words: '邻居说上午出门了' });
    for (const as of [daughter.call, mother.call])
      expect((await see(body.id, as)).timeline.at(-1)).toMatchObject({
        event: 'resolve',
        outcome: 'no-answer',
        words: '邻居说上午出门了',
      });
  });

  it('whoever may not file for somebody sends nobody to their door', async () => {
    const stranger = await addConfirmed(app, { name: '周晓雯' });
    const mother = await addConfirmed(app, { name: '李桂珍' });
    const { body } = await file<Problem>(stranger.call, { ...lookIn, personId: mother.id });
    expect(body.code).toBe('not-in-family');
  });
});
