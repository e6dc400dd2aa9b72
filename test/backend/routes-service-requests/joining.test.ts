import type {
  InputOf,
  JoinedRequest,
  JoinedSummary,
  NearRequest,
  ServiceRequest,
} from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { offset } from '../../../src/contract/region/geometry';
import { describeOnEachDatabase } from '../../support/database';
import { addSomeone, type Someone } from '../../support/scenarios';
import { mp3 } from '../../support/sounds';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, personaOf, points, westAddress } from '../../support/world';
import { withoutIds } from '../../support/without-ids';

type Filing = InputOf<'POST /v1/service-requests'>['body'];

const clutter: Filing = {
  category: 'stairs-clutter',
  answers: { where: 'corridor', what: ['boxes'], passable: 'sideways' },
  words: '张家的纸箱，我住对门',
  place: { addressId: westAddress, note: '402 门口' },
};

describeOnEachDatabase('what a neighbour reported already', (open) => {
  let app: TestApp;
  let worker: CallEndpoint;
  let lan: Someone;
  let chen: Someone;
  let zhou: Someone;
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
    await addWorld(app.database);
    worker = await app.as(personaOf('worker'));
    lan = await addSomeone(app, { name: '兰报事' });
    chen = await addSomeone(app, { name: '陈跟事' });
    zhou = await addSomeone(app, { name: '周路过' });
  });
  afterAll(() => app.close());
  // Each starts on a clean street.
  beforeEach(() => app.database.kysely.deleteFrom('service_request').execute());

  const file = async (as: CallEndpoint, more: Partial<Filing> = {}) => {
    const answer = await as<ServiceRequest>('POST /v1/service-requests', { body: { ...clutter, ...more } });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const near = async (as: CallEndpoint, body: object = { addressId: westAddress }) =>
    (
      await as<NearRequest[]>('POST /v1/service-requests/near', {
        body: { category: 'stairs-clutter', ...body },
      })
    ).body;
  const join = (as: CallEndpoint, id: string) =>
    as<JoinedRequest & Problem>('PUT /v1/joined-requests/:id', { params: { id } });
  const joined = (as: CallEndpoint, id: string) =>
    as<JoinedRequest & Problem>('GET /v1/joined-requests/:id', { params: { id } });
  const act = async (as: CallEndpoint, id: string, body: object) => {
    const seen = await as<ServiceRequest>('GET /v1/service-requests/:id', { params: { id } });
    const answer = await as<ServiceRequest>('POST /v1/service-requests/:id/events', {
      params: { id },
      body: { version: seen.body.version, ...body },
    });
    expect(answer.status).toBe(201);
    return answer;
  };

  it('is shown before sending: what, where, since when; never whose, or what they wrote', async () => {
    const { id } = await file(lan.call);
    const answer = await zhou.call<NearRequest[]>('POST /v1/service-requests/near', {
      body: { category: 'stairs-clutter', point: offset(points.west, 30, 0) },
    });
    expect(answer.body).toEqual([
      expect.objectContaining({
        id,
        state: 'submitted',
        placeName: '1 幢',
        neighbours: 1,
        answers: clutter.answers,
      }),
    ]);
    expect(answer.body[0]?.metres).toBeGreaterThan(20);
    const text = answer.raw.toString('utf8');
    expect(text).not.toContain(lan.id);
    for (const secret of ['兰', '张家', '402']) expect(withoutIds(text)).not.toContain(secret);
    expect((await near(lan.call))[0]?.mine).toBe('filed');
  });

  it('is near in place, time and category, or not at all', async () => {
    await file(lan.call);
    expect(await near(zhou.call, { point: offset(points.west, 70, 0) })).toEqual([]);
    expect(await near(zhou.call, { category: 'rubbish', addressId: westAddress })).toEqual([]);
    expect(await near(zhou.call, {})).toEqual([]);
    expect(await near(zhou.call)).toHaveLength(1);
    app.clock.forward(14 * 86_400_000 + 1000);
    expect(await near(zhou.call)).toEqual([]);
  });

  it.each([
    ['an anonymous matter', { anonymous: true }],
    ['a home', { category: 'home-help', answers: { help: 'fit', when: ['any'] } }],
  ] as [string, Partial<Filing>][])('shows nobody %s, and lets nobody join it', async (_, more) => {
    const { id } = await file(lan.call, more);
    expect(
      await near(zhou.call, more.category ? { category: more.category, addressId: westAddress } : undefined),
    ).toEqual([]);
    const answer = await join(zhou.call, id);
    expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
  });

  it('is followed to its outcome by who joined, who sees neither who filed it nor who else joined', async () => {
    const { id } = await file(lan.call);
    expect((await join(chen.call, id)).status).toBe(200);
    expect((await join(chen.call, id)).body.neighbours).toBe(2);
    expect((await join(zhou.call, id)).body.neighbours).toBe(3);
    await act(worker, id, { event: 'accept' });
    await act(worker, id, { event: 'reply', words: '张阿姨，我跟对门说过了' });
    await act(lan.call, id, { event: 'add', words: '又堆了' });
    await act(worker, id, { event: 'reply', words: '周五清走', forAll: true });
    await act(worker, id, { event: 'resolve', words: '清好了' });
    const { body, raw } = await joined(chen.call, id);
    expect(body.timeline.map(({ event, words, by }) => [event, words, by.maskedName])).toEqual([
      ['submit', undefined, undefined],
      ['accept', undefined, '王*军'],
      ['reply', '周五清走', '王*军'],
      ['resolve', undefined, '王*军'],
    ]);
    expect([body.state, body.neighbours, body.due?.waitsFor]).toEqual(['resolved', 3, 'confirm']);
    const text = raw.toString('utf8');
    for (const secret of [lan.id, zhou.id]) expect(text).not.toContain(secret);
    for (const secret of ['兰', '周路', '张阿姨', '402', '又堆了'])
      expect(withoutIds(text)).not.toContain(secret);
    const [mine] = (await chen.call<JoinedSummary[]>('GET /v1/joined-requests')).body;
    expect([mine?.id, mine?.state]).toEqual([id, 'resolved']);
    // It stays one work order of one filer.
    expect((await chen.call<ServiceRequest[]>('GET /v1/service-requests')).body).toEqual([]);
    expect((await chen.call('GET /v1/service-requests/:id', { params: { id } })).status).toBe(404);
  });

  it('is heard by who joined where the team said it to all, and by nobody else', async () => {
    const { id } = await file(lan.call);
    await join(chen.call, id);
    const spoken = async () =>
      (await worker<{ id: string }>('POST /v1/files', { file: { content: mp3(3), type: 'audio/mpeg' } })).body
        .id;
    const [toAll, toOne] = [await spoken(), await spoken()];
    await act(worker, id, { event: 'accept' });
    await act(worker, id, { event: 'reply', voice: toAll, forAll: true });
    await act(worker, id, { event: 'reply', voice: toOne });
    const voices = (await joined(chen.call, id)).body.timeline.flatMap(({ voice }) => voice?.id ?? []);
    expect(voices).toEqual([toAll]);
    const hears = async (as: CallEndpoint) =>
      Promise.all(
        [toAll, toOne].map(
          async (note) => (await as('GET /v1/files/:id', { params: { id: note } })).status === 200,
        ),
      );
    expect(await hears(chen.call)).toEqual([true, false]);
    expect(await hears(lan.call)).toEqual([true, true]);
    expect(await hears(zhou.call)).toEqual([false, false]);
    await chen.call('DELETE /v1/joined-requests/:id', { params: { id } });
    expect(await hears(chen.call)).toEqual([false, false]);
  });

  it('tells filer and team how many joined, and no more', async () => {
    const { id } = await file(lan.call);
    await join(chen.call, id);
    for (const as of [lan.call, worker]) {
      const { body, raw } = await as<ServiceRequest>('GET /v1/service-requests/:id', { params: { id } });
      expect(body.joined).toBe(1);
      for (const secret of [chen.id, '陈']) expect(raw.toString('utf8')).not.toContain(secret);
    }
  });

  it('is left again, and cannot be joined once it is over', async () => {
    const { id } = await file(lan.call);
    await join(chen.call, id);
    const leave = () => chen.call('DELETE /v1/joined-requests/:id', { params: { id } });
    expect((await leave()).status).toBe(204);
    expect((await leave()).status).toBe(404);
    expect((await joined(chen.call, id)).status).toBe(404);
    expect((await near(zhou.call))[0]?.neighbours).toBe(1);
    // Whose it is follows it already.
    expect((await join(lan.call, id)).status).toBe(404);
    await act(lan.call, id, { event: 'withdraw' });
    const late = await join(chen.call, id);
    expect([late.status, late.body.code]).toEqual([409, 'joining-over']);
  });
});
