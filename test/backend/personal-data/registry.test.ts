import { sql } from 'kysely';
import { impersonalTables, personalData } from '../../../src/contract/personal-data/registry';
import { tables } from '../../../src/backend/adapters/embedded/backup/tables';
import { describeOnEachDatabase } from '../../support/database';

/** What the database's own tools keep: the migrator's notes. The jobs' schema is apart and holds ids only. */
const tools = ['kysely_migration', 'kysely_migration_lock'];

describeOnEachDatabase('the registry of personal data', (open) => {
  async function columns(): Promise<Map<string, string[]>> {
    const database = await open();
    const { rows } = await sql<{ table_name: string; column_name: string }>`
      select table_name, column_name from information_schema.columns where table_schema = 'public'`.execute(
      database.kysely,
    );
    const found = new Map<string, string[]>();
    for (const { table_name, column_name } of rows)
      if (!tools.includes(table_name)) found.set(table_name, [...(found.get(table_name) ?? []), column_name]);
    return found;
  }

  test('every table is in it, or named as holding nothing about anybody; and in the backup', async () => {
    const there = [...(await columns()).keys()].sort();
    expect([...Object.keys(personalData), ...impersonalTables].sort()).toEqual(there);
    expect([...tables].sort()).toEqual(there);
  });

  test('every column of a table with personal data is classified, once', async () => {
    const found = await columns();
    for (const [table, { fields, plain }] of Object.entries(personalData)) {
      const named = [...Object.keys(fields), ...plain];
      expect({ table, columns: [...named].sort() }).toEqual({
        table,
        columns: [...(found.get(table) ?? [])].sort(),
      });
    }
  });

  test('every table says what it is, where it comes from, and whose a row is, by columns that exist', async () => {
    const found = await columns();
    for (const [table, { name, source, of = [], sealed = [] }] of Object.entries(personalData)) {
      expect([table, Boolean(name?.zh && name.en && source && of.length > 0)]).toEqual([table, true]);
      for (const { column, shows = [] } of of)
        expect(found.get(table)).toEqual(expect.arrayContaining([column, ...shows]));
      for (const { through } of of)
        if (through) {
          expect(found.get(through.table)).toContain(through.key);
          expect(personalData[through.table]?.of).toBeDefined();
        }
      expect(found.get(table)).toEqual(expect.arrayContaining([...sealed]));
    }
  });

  test('every retention names a column or a table that exists', async () => {
    const found = await columns();
    for (const [table, { retention }] of Object.entries(personalData)) {
      if ('after' in retention) expect(found.get(table)).toContain(retention.after);
      if ('with' in retention) expect([...found.keys()]).toContain(retention.with);
    }
  });
});
