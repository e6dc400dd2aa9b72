import { mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRetention } from '../../../src/backend/adapters/embedded/retention';
import { createStore } from '../../../src/backend/adapters/embedded/store';
import { describeOnEachDatabase } from '../../support/database';
import { noJournal } from '../../support/journal';
import { movedClock } from '../../support/moved-clock';
import { addPhoto } from '../../support/stored-photo';

const day = 24 * 60 * 60 * 1000;

describeOnEachDatabase('retention', (open) => {
  test('sessions, kept answers and loose photos go when they are over, not before', async () => {
    const database = await open();
    const clock = movedClock();
    const folder = mkdtempSync(join(tmpdir(), 'linli-files-'));
    const store = createStore(database.unit, clock);
    const retention = createRetention(database.unit, clock, noJournal, folder);
    const person = await store.people.of({ provider: 'demo', subject: 'retention' });
    await store.sessions.open(person.id);
    await store.idempotency.once(person.id, 'a-key-of-mine', 'x', () =>
      Promise.resolve({ status: 201, body: { words: 'private' } }),
    );
    const photo = await addPhoto(database, person.id, clock.now());
    writeFileSync(join(folder, photo), 'x');
    const counts = async () => {
      const of = async (table: 'session' | 'idempotency_key' | 'photo'): Promise<number> =>
        (await database.kysely.selectFrom(table).selectAll().execute()).length;
      return [
        await of('session'),
        await of('idempotency_key'),
        await of('photo'),
        readdirSync(folder).length,
      ];
    };

    await retention.sweep();
    expect(await counts()).toEqual([1, 1, 1, 1]);
    clock.forward(8 * day);
    await retention.sweep();
    expect(await counts()).toEqual([1, 0, 1, 1]);
    clock.forward(60 * day);
    utimesSync(join(folder, photo), clock.now(), new Date(clock.now().getTime() - 2 * day));
    await retention.sweep();
    expect(await counts()).toEqual([0, 0, 0, 0]);
    expect(await store.people.get(person.id)).toBeDefined();
  });
});
