import type { EndpointName, ServiceRequest } from '../../../src/contract/api';
import { endpoints } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { describeOnEachDatabase } from '../../support/database';
import { addConfirmed, help, type Someone } from '../../support/scenarios';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, personaOf, west, westAddress } from '../../support/world';

describeOnEachDatabase('a request without a name', (open) => {
  let app: TestApp;
  let filer: Someone;
  let daughter: Someone;
  let id: string;
  const team = new Map<string, CallEndpoint>();
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
    await addWorld(app.database);
    for (const role of ['worker', 'officer', 'county-officer'] as const)
      team.set(role, await app.as(personaOf(role)));
    filer = await addConfirmed(app, { name: '欧阳无名', home: west });
    daughter = await addConfirmed(app, { name: '欧阳代办', home: west });
    await help(daughter, filer, ['file', 'read']);
    const { status, body } = await filer.call<ServiceRequest>('POST /v1/service-requests', {
      body: {
        category: 'e-bike-indoors',
        answers: { where: 'corridor', doing: ['charging'] },
        words: '又在过道充电',
        anonymous: true,
        place: { addressId: westAddress },
      },
    });
    expect(status).toBe(201);
    id = body.id;
  });
  afterAll(() => app.close());

  const step = async (as: CallEndpoint, body: object) => {
    const { version } = (await see(as)).body;
    return as<ServiceRequest & Problem>('POST /v1/service-requests/:id/events', {
      params: { id },
      body: { version, ...body },
    });
  };
  const see = (as: CallEndpoint) => as<ServiceRequest>('GET /v1/service-requests/:id', { params: { id } });

  it('is answered, and the answer arrives; nothing the team can read tells whose it is', async () => {
    const worker = team.get('worker') as CallEndpoint;
    expect((await step(daughter.call, { event: 'add', words: '现在还在' })).status).toBe(201);
    expect((await step(worker, { event: 'accept' })).status).toBe(201);
    expect((await step(worker, { event: 'reply', words: '今晚去看' })).status).toBe(201);
    expect((await step(filer.call, { event: 'add', words: '谢谢' })).status).toBe(201);
    const mine = (await see(filer.call)).body;
    expect(mine.timeline.map(({ words }) => words)).toContain('今晚去看');
    expect((await see(worker)).body.anonymous).toBe(true);

    const secrets = [filer.id, daughter.id, '欧阳', '欧*'];
    let answered = 0;
    for (const [role, as] of team)
      for (const name of Object.keys(endpoints) as EndpointName[]) {
        if (!name.startsWith('GET ') && !name.includes('events')) continue;
        for (const query of [{}, { scope: 'desk' }, { scope: 'desk', open: true }]) {
          const answer = await as(name, {
            params: { id, code: west, personId: filer.id, node: west, kind: 'location', number: '1' },
            ...(Object.keys(query).length > 0 ? { query } : {}),
            ...(name.includes('events') ? { body: { event: 'reply', version: 1, words: '在' } } : {}),
          } as never);
          if (answer.status >= 300 || !answer.raw.toString('utf8').includes(id)) continue;
          answered += 1;
          for (const secret of secrets)
            expect([role, name, secret, answer.raw.toString('utf8').includes(secret)]).toEqual([
              role,
              name,
              secret,
              false,
            ]);
        }
      }
    // Each of the three reads it by itself and in two forms of the queue, at least.
    expect(answered).toBeGreaterThanOrEqual(9);
  });

  it('is in its filer’s own data all the same, and in no worker’s', async () => {
    const own = (await filer.call('GET /v1/my-data/copy')).raw.toString('utf8');
    expect(own).toContain('又在过道充电');
    const workers = (await (team.get('worker') as CallEndpoint)('GET /v1/my-data/copy')).raw.toString('utf8');
    for (const secret of [filer.id, '欧阳', '又在过道充电']) expect(workers).not.toContain(secret);
  });

  it.each([
    ['where the category needs to know', { category: 'home-help' }],
    ['for a neighbour, who is to be met', { behalf: { kind: 'neighbour' as const } }],
  ])('is refused %s', async (_, more) => {
    const { status, body } = await filer.call<Problem>('POST /v1/service-requests', {
      body: {
        category: 'e-bike-indoors',
        answers:
          'category' in more ? { help: 'fit', when: ['any'] } : { where: 'corridor', doing: ['charging'] },
        anonymous: true,
        place: { addressId: westAddress },
        ...more,
      },
    });
    expect([status, body.code]).toEqual([422, 'anonymous-not-here']);
  });
});
