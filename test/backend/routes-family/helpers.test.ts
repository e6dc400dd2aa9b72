import type { RequestSummary, ServiceRequest } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { drawnPhoto } from '../../support/photos';
import { describeOnEachDatabase } from '../../support/database';
import {
  addConfirmed,
  addSomeone,
  ask,
  asWorker,
  familyOf,
  help,
  scan,
  showOn,
  statusOf,
} from '../../support/scenarios';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, elsewhere, personaOf, west, type WorldRole } from '../../support/world';

const minute = 60_000;

describeOnEachDatabase('an adult who is helped', (open) => {
  let app: TestApp;
  let people: Record<WorldRole, string>;
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
    people = await addWorld(app.database);
  });
  afterAll(() => app.close());

  const agree = (call: CallEndpoint, body: object) => call<Problem>('POST /v1/family/asks/agree', { body });
  const filing = (more: object = {}) => ({
    body: {
      category: 'rubbish',
      answers: { what: ['bulky'], since: 'days' },
      place: { grid: west },
      ...more,
    },
  });
  const two = async () =>
    [await addConfirmed(app, { name: '张桂兰' }), await addConfirmed(app, { name: '李桂珍' })] as const;

  it('sees who asks, says yes on their own phone, and chooses what', async () => {
    const [daughter, mother] = await two();
    const code = await ask(daughter.call);
    expect(code).toMatch(/^LF1:/);
    const looked = await mother.call('POST /v1/family/asks/look', { body: { code: code.toLowerCase() } });
    expect(looked.body).toEqual({ kind: 'helper', maskedName: '张*兰', confirmed: true });
    expect((await agree(mother.call, { code, may: ['read', 'show'] })).status).toBe(204);
    const since = app.clock.now().toISOString();
    expect(await familyOf(daughter.call)).toEqual({
      members: [
        {
          id: expect.any(String),
          personId: mother.id,
          kind: 'helper',
          calledAs: '妈妈',
          maskedName: '李*珍',
          confirmed: true,
          may: ['show', 'read'],
          state: 'active',
          endsOn: null,
        },
      ],
      helpers: [],
    });
    expect((await familyOf(mother.call)).helpers).toEqual([
      {
        id: expect.any(String),
        kind: 'helper',
        maskedName: '张*兰',
        may: ['show', 'read'],
        since,
        phones: 0,
        log: [],
      },
    ]);
    expect((await showOn(app, daughter.call, mother.id)).body).toMatchObject({ maskedName: '李*珍' });
    expect((await familyOf(mother.call)).helpers[0]).toMatchObject({ phones: 1, log: [] });
    // It holds one way.
    expect((await showOn(app, mother.call, daughter.id)).body.code).toBe('not-in-family');
  });

  it('says yes once and within thirty minutes; a second yes changes the first', async () => {
    const [daughter, mother] = await two();
    const code = await ask(daughter.call);
    await agree(mother.call, { code, may: ['show'] });
    expect((await agree(mother.call, { code, may: ['show'] })).body.code).toBe('family-ask-unknown');
    expect((await mother.call<Problem>('POST /v1/family/asks/look', { body: { code } })).body.code).toBe(
      'family-ask-unknown',
    );
    const late = await ask(daughter.call);
    app.clock.forward(30 * minute);
    expect((await agree(mother.call, { code: late })).body.code).toBe('family-ask-unknown');
    const { credential } = (await showOn(app, daughter.call, mother.id)).body;
    await agree(mother.call, { code: await ask(daughter.call), may: ['read'] });
    const { members } = await familyOf(daughter.call);
    expect(members).toMatchObject([{ personId: mother.id, may: ['read'] }]);
    expect(await statusOf(app, credential)).toBe(1);
  });

  it('is helped by nobody unconfirmed, and by nobody who is themself', async () => {
    const [daughter, mother] = await two();
    const unknown = await addSomeone(app, { name: '某某' });
    expect((await agree(mother.call, { code: await ask(unknown.call) })).body.code).toBe(
      'name-not-confirmed',
    );
    expect((await agree(daughter.call, { code: await ask(daughter.call) })).body.code).toBe('not-in-family');
    const minor = await addConfirmed(app, { bornOn: '2010-01-01' });
    expect((await agree(minor.call, { code: await ask(daughter.call) })).body.code).toBe('not-in-family');
    expect((await agree(mother.call, { code: 'LF1:0000-0000-0000-0000' })).body.code).toBe(
      'family-ask-unknown',
    );
  });

  describe('whose yes is said to the worker', () => {
    it('has it written down by one who serves where they live', async () => {
      const daughter = await addConfirmed(app);
      const mother = await addConfirmed(app, { name: '李桂珍' });
      const saidBy = mother.id;
      const code = await ask(daughter.call);
      for (const caller of [
        daughter.call,
        await app.as(personaOf('checkpoint')),
        await app.as(personaOf('neighbour')),
      ])
        expect((await agree(caller, { code, saidBy })).body.code).toBe('outside-your-place');
      expect((await agree(await asWorker(app), { code, saidBy, may: ['show'] })).status).toBe(204);
      expect((await familyOf(daughter.call)).members).toMatchObject([{ personId: mother.id, may: ['show'] }]);
    });

    it('has to be somebody the community has seen, and a stranger answers as one who is not there', async () => {
      const daughter = await addConfirmed(app);
      const worker = await asWorker(app);
      const unseen = await addSomeone(app);
      const code = await ask(daughter.call);
      expect((await agree(worker, { code, saidBy: unseen.id })).body.code).toBe('name-not-confirmed');
      const far = await addSomeone(app, { home: elsewhere });
      const nobody = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';
      for (const saidBy of [far.id, nobody])
        expect((await agree(worker, { code, saidBy })).body.code).toBe('outside-your-place');
    });

    it('is never to the worker who writes it down', async () => {
      const mother = await addConfirmed(app, { name: '李桂珍' });
      await app.database.kysely
        .updateTable('person')
        .set({ confirmed: true })
        .where('id', '=', people.worker)
        .execute();
      const worker = await asWorker(app);
      const code = await ask(worker);
      expect((await agree(worker, { code, saidBy: mother.id, may: ['show'] })).body.code).toBe(
        'not-in-family',
      );
    });
  });

  it('changes what the helper may; without "show", the helper’s phone shows it no longer', async () => {
    const [daughter, mother] = await two();
    const id = await help(daughter, mother, ['show', 'file', 'read']);
    const { credential } = (await showOn(app, daughter.call, mother.id)).body;
    const change = (call: CallEndpoint, may: string[]) =>
      call<Problem>('PATCH /v1/family/:id', { params: { id }, body: { may } });
    expect((await change(daughter.call, ['show'])).body.code).toBe('forbidden');
    expect((await change((await addConfirmed(app)).call, [])).body.code).toBe('not-found');
    expect((await change(mother.call, ['show', 'read'])).status).toBe(204);
    expect(await statusOf(app, credential)).toBe(0);
    expect((await change(mother.call, ['read'])).status).toBe(204);
    expect(await statusOf(app, credential)).toBe(1);
    expect((await showOn(app, daughter.call, mother.id)).body.code).toBe('not-in-family');
  });

  it.each(['helper', 'helped'] as const)('is helped no longer once the %s ends it', async (side) => {
    const [daughter, mother] = await two();
    const id = await help(daughter, mother, ['show', 'file', 'read']);
    const lent = (await showOn(app, daughter.call, mother.id)).body.credential;
    const [daughters, mothers] = await Promise.all(
      [daughter, mother].map(async ({ call }) => (await showOn(app, call)).body.credential),
    );
    const { call } = side === 'helper' ? daughter : mother;
    expect((await call('DELETE /v1/family/:id', { params: { id } })).status).toBe(204);
    expect(await Promise.all([lent, daughters, mothers].map((one) => statusOf(app, one ?? '')))).toEqual([
      1, 0, 0,
    ]);
    expect((await familyOf(daughter.call)).members).toEqual([]);
    expect((await familyOf(mother.call)).helpers).toEqual([]);
    expect(
      (await daughter.call<Problem>('POST /v1/service-requests', filing({ personId: mother.id }))).body.code,
    ).toBe('not-in-family');
  });

  it('has requests filed and read for them, and sees each', async () => {
    const [daughter, mother] = await two();
    await help(daughter, mother, ['file', 'read']);
    const picture = await drawnPhoto(8, 8);
    const file = { content: picture, type: 'image/jpeg' };
    const photo = (await daughter.call<{ id: string }>('POST /v1/files', { file })).body.id;
    const filed = await daughter.call<ServiceRequest>(
      'POST /v1/service-requests',
      filing({ personId: mother.id, photos: [photo] }),
    );
    expect(filed.status).toBe(201);
    expect(filed.body.timeline[0]?.by).toEqual({ role: 'filer' });
    app.clock.forward(minute);
    const params = { params: { id: filed.body.id } };
    // It is the mother’s, by her daughter.
    const mine = (await mother.call<ServiceRequest>('GET /v1/service-requests/:id', params)).body;
    expect(mine).toMatchObject({
      relation: 'filer',
      timeline: [{ by: { role: 'filer', maskedName: '张*兰' } }],
    });
    expect((await mother.call('GET /v1/files/:id', { params: { id: photo } })).status).toBe(200);
    // Whoever filed it follows it among their own too, marked as another's.
    expect((await daughter.call<RequestSummary[]>('GET /v1/service-requests')).body).toMatchObject([
      { id: filed.body.id, forPersonId: mother.id },
    ]);

    const query = { query: { personId: mother.id } };
    expect((await daughter.call<RequestSummary[]>('GET /v1/service-requests', query)).body).toMatchObject([
      { id: filed.body.id },
    ]);
    // The same sitting.
    expect((await daughter.call('GET /v1/service-requests/:id', params)).status).toBe(200);
    app.clock.forward(minute);
    await daughter.call('GET /v1/service-requests/:id', params);
    app.clock.forward(minute);
    const urged = await daughter.call<ServiceRequest>('POST /v1/service-requests/:id/events', {
      ...params,
      body: { event: 'urge', version: 1 },
    });
    expect(urged.status).toBe(201);
    const log = (await familyOf(mother.call)).helpers[0]?.log ?? [];
    expect(log.map(({ what }) => what)).toEqual(['filed', 'read', 'read', 'filed']);
    expect(Date.parse(log[0]?.at ?? '')).toBe(app.clock.now().getTime());
  });

  it('has nothing filed or read that was not chosen', async () => {
    const [daughter, mother] = await two();
    const theirs = (await mother.call<ServiceRequest>('POST /v1/service-requests', filing())).body.id;
    const id = await help(daughter, mother, ['show']);
    const personId = mother.id;
    const code = async (answer: Promise<{ body: unknown }>) => ((await answer).body as Problem).code;
    const read = () => daughter.call('GET /v1/service-requests/:id', { params: { id: theirs } });
    const urge = () =>
      daughter.call('POST /v1/service-requests/:id/events', {
        params: { id: theirs },
        body: { event: 'urge', version: 1 },
      });
    expect(await code(daughter.call('POST /v1/service-requests', filing({ personId })))).toBe(
      'not-in-family',
    );
    expect(await code(daughter.call('GET /v1/service-requests', { query: { personId } }))).toBe(
      'not-in-family',
    );
    expect(await code(read())).toBe('not-found');
    await mother.call('PATCH /v1/family/:id', { params: { id }, body: { may: ['read'] } });
    expect((await read()).status).toBe(200);
    expect(await code(urge())).toBe('not-found');
    expect((await familyOf(mother.call)).helpers[0]?.log).toMatchObject([{ what: 'read' }]);
  });

  it('leaves no filing in the log that was refused', async () => {
    const [daughter, mother] = await two();
    await help(daughter, mother, ['file']);
    const refused = filing({ personId: mother.id, place: {} });
    expect((await daughter.call('POST /v1/service-requests', refused)).status).toBe(422);
    expect((await familyOf(mother.call)).helpers[0]?.log).toEqual([]);
  });

  it('without a phone is helped all the same', async () => {
    const daughter = await addConfirmed(app);
    const grandmother = await addSomeone(app, { name: '李桂珍' });
    const admitted = await scan(app, { ...grandmother.document, home: { node: west } });
    const body = { code: await ask(daughter.call), saidBy: admitted.body.personId, may: ['show', 'file'] };
    expect((await agree(await asWorker(app), body)).status).toBe(204);
    expect((await showOn(app, daughter.call, admitted.body.personId)).body).toMatchObject({
      maskedName: '李*珍',
      confirmed: true,
    });
  });
});
