import { noJournal } from '../../support/journal';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { createRetention } from '../../../src/backend/adapters/embedded/retention';
import { personalData, type Retention } from '../../../src/contract/personal-data/registry';
import { describeOnEachDatabase } from '../../support/database';
import { fillEveryTable } from '../../support/every-table';
import { movedClock } from '../../support/moved-clock';
import { addWorld } from '../../support/world';

const day = 24 * 60 * 60 * 1000;
/** What goes sooner or later than its own term, for what it hangs on: here everything is as old as everything else. */
const otherwise: Readonly<Record<string, number>> = {
  // With the relation, a year after that ended.
  family_log: 365,
  // Goes with no notice here: it waits for one as long as a photo does for its request.
  pdf: 30,
};

/** Days after which a row goes; undefined where it stays until the account is closed. */
function daysOf(retention: Retention): number | undefined {
  if ('days' in retention) return retention.days;
  if ('until' in retention || retention.with === 'person') return undefined;
  const parent = personalData[retention.with];
  return parent && daysOf(parent.retention);
}

describeOnEachDatabase('retention of every table of the registry', (open) => {
  test('a row past its time is gone, and was there until then', async () => {
    const database = await open();
    const people = await addWorld(database);
    const clock = movedClock();
    const filled = clock.now();
    await fillEveryTable(database, { me: people.resident, other: people.neighbour, at: filled });
    await database.kysely.updateTable('service_request').set({ state: 'closed' }).execute();
    await database.kysely.updateTable('complaint').set({ state: 'settled' }).execute();
    const retention = createRetention(
      database.unit,
      clock,
      noJournal,
      mkdtempSync(join(tmpdir(), 'linli-files-')),
    );
    const there = async (tables: readonly string[]) => {
      const found: string[] = [];
      for (const table of tables) {
        const { rows } = await sql`select 1 from ${sql.table(table)}`.execute(database.kysely);
        if (rows.length > 0) found.push(table);
      }
      return found;
    };
    const over = Object.entries(personalData).flatMap(([table, entry]) => {
      const days = table in otherwise ? otherwise[table] : daysOf(entry.retention);
      return days === undefined ? [] : [{ table, days }];
    });
    expect(over.length).toBeGreaterThan(15);
    const ages = [...new Set(over.map(({ days }) => days))].sort((one, other) => one - other);
    for (const age of ages) {
      const due = over.filter(({ days }) => days === age).map(({ table }) => table);
      clock.forward(filled.getTime() + age * day - clock.now().getTime());
      await retention.sweep();
      expect(await there(due)).toEqual(due);
      clock.forward(1);
      await retention.sweep();
      expect(await there(due)).toEqual([]);
    }
  });
});
