import { openDatabase, type Database } from '../../../src/backend/adapters/embedded/database';
import { createStore } from '../../../src/backend/adapters/embedded/store';
import { postgresDatabase } from '../../support/database';
import { testServers, type TestDatabase } from '../../support/database-servers';
import { movedClock } from '../../support/moved-clock';

const there = testServers().postgres !== undefined;
const suite = there ? describe : describe.skip;

suite(`idempotency over two processes${there ? '' : ' (skipped: no PostgreSQL here)'}`, () => {
  let server: TestDatabase | undefined;
  let databases: Database[];

  beforeAll(async () => {
    server = await postgresDatabase();
    const url = server?.url;
    databases = await Promise.all([1, 2].map(() => openDatabase({ dataDir: '', databaseUrl: url })));
  });
  afterAll(async () => {
    for (const database of databases) await database.close();
    await server?.drop();
  });

  it('tells the second at once that the first is at it, and gives it the answer afterwards', async () => {
    const [here, elsewhere] = databases.map((database) => createStore(database.unit, movedClock()));
    if (!here || !elsewhere) throw new Error('two are needed');
    const { id } = await here.people.of({ provider: 'demo', subject: 'someone' });
    const answer = { status: 201, body: { number: 'W7-0042' } };
    const again = jest.fn(() => Promise.resolve(answer));
    let finish: () => void = () => undefined;
    const until = new Promise<void>((resolve) => (finish = resolve));
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const first = here.idempotency.once(id, 'key-0001', 'content', async () => {
      begin();
      await until;
      return answer;
    });
    await begun;
    expect(await elsewhere.idempotency.once(id, 'key-0001', 'content', again)).toEqual({
      ok: false,
      failure: 'in-flight',
    });
    finish();
    await first;
    expect(await elsewhere.idempotency.once(id, 'key-0001', 'content', again)).toEqual({
      ok: true,
      value: answer,
    });
    expect(again).not.toHaveBeenCalled();
  });
});
