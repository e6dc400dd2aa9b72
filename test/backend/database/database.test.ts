import type { Database } from '../../../src/backend/adapters/embedded/database';
import { describeOnEachDatabase } from '../../support/database';
import { eventually } from '../../support/eventually';

describeOnEachDatabase('the database', (open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await database.executeSql('create table probe (id integer primary key, word text)');
  });

  const words = async () =>
    (await database.executeSql('select word from probe order by id')).rows.map(
      (row) => (row as { word: string }).word,
    );
  const add = (id: number, word: string) =>
    database.executeSql('insert into probe values ($1, $2)', [id, word]);

  beforeEach(() => database.executeSql('truncate probe'));

  test('has the tables of the first migration', async () => {
    expect(await database.kysely.selectFrom('region').selectAll().execute()).toEqual([]);
  });

  test('answers with the same JavaScript types', async () => {
    const { rows } = await database.executeSql(
      `select 1::bigint as big, 1.5::float8 as float, '{"a": [1]}'::jsonb as json, array['甲', '乙'] as list,
        '2026-01-02T03:04:05Z'::timestamptz as moment, '\\x00ff'::bytea as bytes, null as nothing, true as yes`,
    );
    expect(rows).toEqual([
      {
        big: '1',
        float: 1.5,
        json: { a: [1] },
        list: ['甲', '乙'],
        moment: new Date('2026-01-02T03:04:05Z'),
        bytes: Buffer.from([0, 255]),
        nothing: null,
        yes: true,
      },
    ]);
  });

  test('names a violated constraint', async () => {
    await add(1, 'first');
    await expect(add(1, 'again')).rejects.toMatchObject({ code: '23505', constraint: 'probe_pkey' });
  });

  test('keeps all of a transaction or nothing', async () => {
    await database.unit.together(async () => {
      await add(1, 'kept');
      await add(2, 'kept too');
    });
    const failing = database.unit.together(async () => {
      await add(3, 'lost');
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await words()).toEqual(['kept', 'kept too']);
  });

  test('keeps a query from outside out of a transaction', async () => {
    let outside: Promise<unknown> = Promise.resolve();
    let letGo: () => void = () => undefined;
    const begun = new Promise<void>((begin) => {
      const held = new Promise<void>((resolve) => (letGo = resolve));
      outside = database.unit
        .together(async () => {
          await add(1, 'inside');
          begin();
          await held;
          throw new Error('undone');
        })
        .catch(() => undefined);
    });
    await begun;
    const adding = add(2, 'outside');
    letGo();
    await Promise.all([adding, outside]);
    expect(await words()).toEqual(['outside']);
  });

  test('a transaction inside a transaction is the same one', async () => {
    const failing = database.unit.together(async () => {
      await database.unit.together(() => add(1, 'inner'));
      throw new Error('outer fails');
    });
    await expect(failing).rejects.toThrow('outer fails');
    expect(await words()).toEqual([]);
  });

  test('transactions on two databases keep apart, one inside the other', async () => {
    const other = await open();
    await other.executeSql('create table probe (id integer primary key, word text)');
    const failing = database.unit.together(async () => {
      await other.unit.together(async () => {
        await other.executeSql(`insert into probe values (1, 'there')`);
        await add(1, 'here, from inside');
        expect([database.unit.isTogether, other.unit.isTogether]).toEqual([true, true]);
      });
      await add(2, 'here');
      expect(other.unit.isTogether).toBe(false);
      throw new Error('only here');
    });
    await expect(failing).rejects.toThrow('only here');
    expect(await words()).toEqual([]);
    expect((await other.executeSql('select word from probe')).rows).toEqual([{ word: 'there' }]);
  });

  test('a commit of a failed transaction is a failure, even if its error was swallowed', async () => {
    const swallowing = database.unit.together(async () => {
      await add(1, 'written before');
      await database.executeSql('select 1 / 0').catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow('rolled back');
    expect(await words()).toEqual([]);
  });

  test('work that outlives its transaction is on its own', async () => {
    let later: Promise<unknown> = Promise.resolve();
    await database.unit.together(() => {
      later = new Promise((resolve) => setTimeout(resolve, 20)).then(() => add(1, 'later'));
      return Promise.resolve();
    });
    await later;
    expect(await words()).toEqual(['later']);
  });

  test('statements that leave a transaction open do not spoil the connection', async () => {
    for (let round = 0; round < 20; round++) {
      await expect(database.executeSql('begin; select 1 / 0')).rejects.toMatchObject({ code: '22012' });
      await expect(database.executeSql('select $1::int / 0', [1])).rejects.toMatchObject({ code: '22012' });
      await database.executeSql('begin');
    }
    await Promise.all(Array.from({ length: 12 }, (_, id) => add(id, 'fine')));
    expect(await words()).toHaveLength(12);
  });

  test('notifies listeners when a transaction commits, and only then', async () => {
    const heard: string[] = [];
    const stop = await database.listen('probe', (id) => heard.push(id));
    await database.unit
      .together(() => database.notify('probe', 'undone').then(() => Promise.reject(new Error())))
      .catch(() => undefined);
    await database.unit.together(() => database.notify('probe', 'done'));
    await eventually(() => expect(heard).toEqual(['done']));
    await stop();
    await database.notify('probe', 'nobody hears');
    await database.executeSql('select 1');
    expect(heard).toEqual(['done']);
  });

  test('a channel is a plain name', async () => {
    await expect(database.notify('a; drop table probe', '1')).rejects.toThrow(RangeError);
  });
});
