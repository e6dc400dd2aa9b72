import { openDatabase, type Database } from '../../../src/backend/adapters/embedded/database';
import { createDatabase, testServers, type TestDatabase } from '../../support/database-servers';
import { eventually } from '../../support/eventually';

/** What only a server can do: several processes at once, and connections that break. */

const { postgres } = testServers();
const suite = postgres ? describe : describe.skip;

test('an address where nobody answers is one clear line, without its password', async () => {
  const opening = openDatabase({ dataDir: '', databaseUrl: 'postgres://linli:secret@127.0.0.1:1/linli' });
  await expect(opening).rejects.toMatchObject({ failure: 'unreachable' });
  await expect(opening).rejects.toThrow(/^cannot reach the database of DATABASE_URL: (?!.*secret)[^\n]+$/);
});

suite(`a PostgreSQL server${postgres ? '' : ' (skipped: no PostgreSQL here)'}`, () => {
  let server: TestDatabase;
  let opened: Database[] = [];
  beforeEach(async () => {
    server = await createDatabase(postgres?.admin ?? '');
  });
  afterEach(async () => {
    await Promise.all(opened.map((database) => database.close()));
    opened = [];
    await server.drop();
  });
  const open = async () => {
    const database = await openDatabase({ dataDir: '', databaseUrl: server.url });
    opened.push(database);
    return database;
  };

  test('processes that start together on an empty database make its tables once', async () => {
    const databases = await Promise.all([open(), open(), open(), open()]);
    for (const database of databases) {
      const { rows } = await database.executeSql('select count(*)::int as rows from region');
      expect(rows).toEqual([{ rows: 0 }]);
    }
  });

  test('a notification reaches the other processes', async () => {
    const [one, other] = [await open(), await open()];
    const heard: string[] = [];
    await other.listen('probe', (id) => heard.push(id));
    await one.notify('probe', 'a');
    await eventually(() => expect(heard).toEqual(['a']));
  });

  test('a listener that lost its connection is told, and hears again', async () => {
    const [one, other] = [await open(), await open()];
    const heard: string[] = [];
    let missed = 0;
    await other.listen(
      'probe',
      (id) => heard.push(id),
      () => missed++,
    );
    await one.executeSql(
      `select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen probe'`,
    );
    await eventually(() => expect(missed).toBe(1));
    await one.notify('probe', 'after');
    await eventually(() => expect(heard).toEqual(['after']));
  });

  test('a cut connection fails its query and nothing else, idle or in use', async () => {
    const [one, other] = [await open(), await open()];
    for (let round = 0; round < 10; round++) {
      const inUse = other.executeSql('select pg_sleep(10)');
      const failing = expect(inUse).rejects.toThrow();
      await eventually(async () => {
        const { rows } = await one.executeSql(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid() and query like '%pg_sleep%'`,
        );
        expect(rows).toHaveLength(1);
      });
      await failing;
      // Idle ones as well; the next query may meet one before the pool has noticed.
      await Promise.all([other.executeSql('select 1'), other.executeSql('select 1')]);
      await one.executeSql(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      await eventually(() => other.executeSql('select 1'));
    }
  });
});
