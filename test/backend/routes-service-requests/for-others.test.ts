import type { InputOf, RequestSummary, ServiceRequest } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { describeOnEachDatabase } from '../../support/database';
import { addSomeone, addConfirmed, help, type Someone } from '../../support/scenarios';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, east, elsewhere, personaOf, points, west, westAddress } from '../../support/world';

type Filing = InputOf<'POST /v1/service-requests'>['body'];

const handrail: Filing = {
  category: 'home-help',
  answers: { help: 'fit', when: ['any'] },
  words: '浴室装扶手',
  place: { atHome: true, note: '402' },
};

describeOnEachDatabase('a request on somebody’s behalf', (open) => {
  let app: TestApp;
  let daughter: Someone;
  let mother: Someone;
  let worker: CallEndpoint;
  let otherGrids: CallEndpoint;
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
    await addWorld(app.database);
    worker = await app.as(personaOf('worker'));
    mother = await addSomeone(app, { name: '李秀珍', home: west });
    daughter = await addConfirmed(app, { name: '林晓', home: west });
    await app.database.kysely
      .updateTable('person')
      .set({ home_node: elsewhere })
      .where('id', '=', daughter.id)
      .execute();
    await help(daughter, mother, ['file']);
    otherGrids = (await addSomeone(app, { home: east })).call;
  });
  afterAll(() => app.close());

  const file = (as: CallEndpoint, body: Filing) =>
    as<ServiceRequest & Problem>('POST /v1/service-requests', { body });
  const see = (as: CallEndpoint, id: string) =>
    as<ServiceRequest & Problem>('GET /v1/service-requests/:id', { params: { id } });
  const listed = async (as: CallEndpoint, query = {}) =>
    (await as<RequestSummary[]>('GET /v1/service-requests', { query })).body;

  it('goes from a daughter in another city to her mother’s grid, and both see how it goes', async () => {
    const { status, body } = await file(daughter.call, { ...handrail, personId: mother.id });
    expect([status, body.node, body.placeText]).toEqual([201, west, '第 1 网格 402']);
    const accepted = await worker<ServiceRequest>('POST /v1/service-requests/:id/events', {
      params: { id: body.id },
      body: { event: 'accept', version: 1 },
    });
    // Whose home it is, and who filed it.
    expect(accepted.body.filerMaskedName).toBe('李*珍');
    expect(accepted.body.timeline[0]?.by.maskedName).toBe('林*');
    for (const each of [mother, daughter]) {
      const seen = (await see(each.call, body.id)).body;
      expect([seen.state, seen.relation, seen.timeline.length]).toEqual(['accepted', 'filer', 2]);
    }
    expect((await listed(daughter.call)).map(({ id, forPersonId }) => [id, forPersonId])).toEqual([
      [body.id, mother.id],
    ]);
    expect((await listed(mother.call)).map(({ id, forPersonId }) => [id, forPersonId])).toEqual([
      [body.id, undefined],
    ]);
    expect((await see(otherGrids, body.id)).status).toBe(404);
  });

  it('is the mother’s alone once she takes her leave back', async () => {
    const { id } = (await file(daughter.call, { ...handrail, personId: mother.id })).body;
    const [helper] = (await mother.call<{ helpers: { id: string }[] }>('GET /v1/family')).body.helpers;
    await mother.call('DELETE /v1/family/:id', { params: { id: helper?.id ?? '' } });
    expect((await see(daughter.call, id)).status).toBe(404);
    expect((await listed(daughter.call)).map((each) => each.id)).not.toContain(id);
    expect((await see(mother.call, id)).status).toBe(200);
    await help(daughter, mother, ['file']);
  });

  it('for a neighbour without a phone goes to the neighbour’s grid, under how they are called', async () => {
    const behalf = { kind: 'neighbour', called: ' 李奶奶 ' } as const;
    const nowhere = await file(otherGrids, { ...handrail, behalf, place: { note: '402' } });
    expect([nowhere.status, nowhere.body.code]).toEqual([422, 'home-required']);
    const atMine = await file(otherGrids, { ...handrail, behalf, place: { atHome: true } });
    expect(atMine.body.code).toBe('home-required');
    const { body } = await file(otherGrids, { ...handrail, behalf, place: { addressId: westAddress } });
    expect([body.node, body.relation, body.behalf]).toEqual([
      west,
      'filer',
      { kind: 'neighbour', called: '李奶奶' },
    ]);
    expect((await see(worker, body.id)).body.behalf).toEqual({ kind: 'neighbour', called: '李奶奶' });
  });

  it('by the team for whom it met lies with the team: it handles it, and nobody is asked on a phone', async () => {
    const met = {
      behalf: { kind: 'met-on-visit', called: '三楼老陈' },
      place: { addressId: westAddress },
    } as const;
    const { status, body } = await file(worker, { ...handrail, ...met });
    expect([status, body.relation, body.behalf?.called]).toEqual([201, 'handler', '三楼老陈']);
    expect(await listed(worker)).toEqual([]);
    expect((await listed(worker, { scope: 'desk' })).map(({ id }) => id)).toContain(body.id);
    const step = (event: 'accept' | 'ask' | 'resolve', version: number) =>
      worker<ServiceRequest & Problem>('POST /v1/service-requests/:id/events', {
        params: { id: body.id },
        body: { event, version, words: '几点在家' },
      });
    expect((await step('accept', 1)).body.possible).not.toContain('ask');
    const asked = await step('ask', 2);
    expect([asked.status, asked.body.detail]).toEqual([409, 'nobody-to-ask']);
    expect((await step('resolve', 2)).status).toBe(201);
  });

  it('by the team is for those who serve there alone', async () => {
    const found = { ...handrail, behalf: { kind: 'found' as const } };
    for (const [as, place, code] of [
      [otherGrids, { addressId: westAddress }, 'forbidden'],
      [worker, { point: points.east }, 'forbidden'],
      [worker, { note: '402' }, 'home-required'],
    ] as const) {
      const { body } = await file(as, { ...found, place });
      expect(body.code).toBe(code);
    }
    expect((await file(worker, { ...found, place: { point: points.west } })).status).toBe(201);
  });

  it('by the team for a resident with an account is that resident’s, and only of their own grid', async () => {
    const met = { ...handrail, behalf: { kind: 'met-on-visit' as const } };
    const { status, body } = await file(worker, { ...met, personId: mother.id });
    expect(status).toBe(201);
    const hers = (await see(mother.call, body.id)).body;
    expect([hers.relation, hers.timeline[0]?.by.maskedName]).toEqual(['filer', '王*军']);
    expect((await see(worker, body.id)).body.relation).toBe('handler');
    expect((await file(worker, { ...met, personId: daughter.id })).body.code).toBe('forbidden');
    expect((await file(otherGrids, { ...met, personId: mother.id })).body.code).toBe('forbidden');
    const looks = await app.ports.readingLog.of(mother.id);
    expect(looks.some(({ role }) => role === 'worker')).toBe(true);
  });

  it('takes no place where the category needs none', async () => {
    const { body } = await file(mother.call, {
      category: 'ask-policy',
      answers: { about: 'papers', question: '怎么开证明' },
      place: { addressId: westAddress, point: points.east, note: '402' },
    });
    expect([body.node, body.placeText]).toEqual([west, '第 1 网格']);
  });
});
