import type { MyData, ServiceRequest } from '../../../src/contract/api';
import { personalData } from '../../../src/contract/personal-data/registry';
import { describeOnEachDatabase } from '../../support/database';
import { fillEveryTable } from '../../support/every-table';
import { addConfirmed, addSomeone } from '../../support/scenarios';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, personaOf, west, type WorldRole } from '../../support/world';

jest.setTimeout(30_000);

describeOnEachDatabase('my data', (open) => {
  let app: TestApp;
  let people: Record<WorldRole, string>;
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
    people = await addWorld(app.database);
  });
  afterAll(() => app.close());

  const read = async (call: CallEndpoint) => (await call<MyData>('GET /v1/my-data')).body;
  const tableOf = ({ tables }: MyData, table: string) => tables.find((one) => one.table === table);
  const wordsIn = (data: MyData, table: string) =>
    (tableOf(data, table)?.rows ?? []).map((row) =>
      Object.fromEntries(row.map(({ field, words }) => [field, words.zh])),
    );
  const filing = {
    category: 'rubbish',
    answers: { what: ['bulky'], since: 'days' },
    words: '楼下有旧沙发',
    place: { grid: west },
  };

  it('shows a row of every table that holds something about me: a table that is not covered fails here', async () => {
    const someone = await addSomeone(app);
    await fillEveryTable(app.database, { me: someone.id, other: people.neighbour, at: app.clock.now() });
    const { tables } = await read(someone.call);
    expect(tables.map(({ table }) => table)).toEqual(Object.keys(personalData));
    expect(tables.filter(({ rows }) => rows.length === 0).map(({ table }) => table)).toEqual([]);
  });

  it('says of each kind what it is, from where, on what ground and until when, in both languages', async () => {
    const { tables } = await read((await addSomeone(app)).call);
    for (const { name, source, until, fields } of tables)
      for (const text of [
        name,
        source,
        until,
        ...fields.flatMap((field) => [field.name, field.purpose, field.basis]),
      ])
        expect([text.zh.length > 0, text.en.length > 0]).toEqual([true, true]);
  });

  it('says who I am and what I asked for in words, places by their names and moments by China’s clock', async () => {
    const { call } = await addConfirmed(app);
    await call('POST /v1/service-requests', { body: filing });
    const data = await read(call);
    expect(wordsIn(data, 'person')).toEqual([
      expect.objectContaining({
        name: '张桂兰',
        confirmed: '是',
        home_node: expect.stringContaining('桂语社区 第 1 网格'),
        person_key: '有，只有机器能读',
      }),
    ]);
    expect(wordsIn(data, 'service_request')).toEqual([
      expect.objectContaining({
        words: '楼下有旧沙发',
        category: '垃圾没清',
        answers: expect.stringContaining('大件'),
        state: '等网格员接单',
        filer_id: '你',
      }),
    ]);
    expect(JSON.stringify(data)).not.toContain('token');
  });

  it('shows nobody else’s: who handles a matter sees that they have it, not what was written', async () => {
    const { call, id } = await addSomeone(app);
    const { body } = await call<ServiceRequest>('POST /v1/service-requests', { body: filing });
    const worker = await app.as(personaOf('worker'));
    await worker('POST /v1/service-requests/:id/events', {
      params: { id: body.id },
      body: { event: 'accept', version: 1 },
    });
    const theirs = await read(worker);
    const mine = wordsIn(theirs, 'service_request').filter(({ number }) => number === body.number);
    expect(mine).toEqual([{ number: body.number, owner_id: '你', changed_at: expect.any(String) }]);
    expect(JSON.stringify(theirs)).not.toContain('楼下有旧沙发');
    expect(JSON.stringify(theirs)).not.toContain(id);
    expect(JSON.stringify(await read((await addSomeone(app)).call))).not.toContain('楼下有旧沙发');
  });

  it('says which role looked at what, and when', async () => {
    const { call } = await addSomeone(app);
    const { body } = await call<ServiceRequest>('POST /v1/service-requests', { body: filing });
    await (
      await app.as(personaOf('officer'))
    )('GET /v1/service-requests/:id', { params: { id: body.id } });
    expect((await read(call)).looks).toEqual([
      { role: 'officer', what: { zh: '你办的事', en: 'Your requests' }, at: app.clock.now().toISOString() },
    ]);
  });

  it('is given as a file with the same in it', async () => {
    const { call } = await addSomeone(app);
    const copy = await call('GET /v1/my-data/copy');
    expect(copy.headers['content-type']).toMatch(/^application\/json/);
    expect(JSON.parse(copy.raw.toString('utf8'))).toEqual(await read(call));
  });
});
