import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personalData } from '../../../src/contract/personal-data/registry';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import { createDeletionJournal, JOURNAL_NAME } from '../../../src/backend/adapters/embedded/deletion-journal';
import { createEmergencies } from '../../../src/backend/adapters/embedded/emergencies';
import { createEmergencyKeys } from '../../../src/backend/adapters/embedded/emergencies/keys';
import { createRetention } from '../../../src/backend/adapters/embedded/retention';
import { createStore } from '../../../src/backend/adapters/embedded/store';
import { testBackup } from '../../support/backup';
import { describeOnEachDatabase } from '../../support/database';
import { declareEmergency } from '../../support/emergency';
import { countOf, filledId, fillTables } from '../../support/filled-tables';
import { memoryLog } from '../../support/memory-log';
import { movedClock } from '../../support/moved-clock';
import { addPhoto } from '../../support/stored-photo';

const day = 86_400_000;
const bound = Object.keys(personalData).filter((table) => personalData[table]?.deletedWithEmergency);
const empty = bound.map((table) => [table, 0]);

function deployment(database: Database, folder = mkdtempSync(join(tmpdir(), 'linli-backup-'))) {
  const clock = movedClock();
  const journal = createDeletionJournal(join(folder, 'deletions.jsonl'), clock);
  const emergencies = createEmergencies({
    unit: database.unit,
    clock,
    county: '330106',
    auditLog: memoryLog(),
    journal,
    keys: createEmergencyKeys(join(folder, 'keys')),
    messenger: { announce: () => Promise.resolve() },
    filesDir: join(folder, 'files'),
    deleteSoon: () => Promise.resolve(),
  });
  const closed: string[] = [];
  const backup = testBackup(database.unit, folder, clock, (id) => Promise.resolve(void closed.push(id)));
  const counts = () => Promise.all(bound.map(async (table) => [table, await countOf(database, table)]));
  return {
    clock,
    folder,
    journal,
    emergencies,
    closed,
    backup,
    counts,
    path: join(folder, 'backups', 'old'),
  };
}

/** Rows that refer to nothing that is not there, as after a restore. */
async function bringEmergency(database: Database, clock: { now(): Date }): Promise<string> {
  const id = await declareEmergency(database, clock.now());
  await fillTables(database, bound);
  return id;
}

describeOnEachDatabase('a backup made during an emergency', (open) => {
  test('gives everything back while it lasts', async () => {
    const database = await open();
    const { clock, folder, backup, path } = deployment(database);
    mkdirSync(join(folder, 'backups'));
    const id = await declareEmergency(database, clock.now());
    const store = createStore(database.unit, clock);
    const person = await store.people.of({ provider: 'demo', subject: 'one' });
    await store.idempotency.once(person.id, 'a-key', 'x', () =>
      Promise.resolve({ status: 201, body: 'words' }),
    );
    await backup.write(path);
    expect(readdirSync(join(folder, 'keys'))).toEqual([`emergency-${id}.key`]);
    const other = deployment(await open(), folder);
    expect(await other.backup.read(path)).toMatchObject({
      ok: true,
      value: { unreadable: 0, deletedAgain: 0 },
    });
    expect(await other.emergencies.inForce()).toMatchObject({ id });
    expect(await other.counts()).toContainEqual(['idempotency_key', 1]);
  });

  test('gives nothing of it back after its end, on this machine or on another, with or without the journal', async () => {
    const database = await open();
    const { clock, folder, backup, emergencies, path, counts } = deployment(database);
    mkdirSync(join(folder, 'backups'));
    const id = await bringEmergency(database, clock);
    const written = await backup.write(path);
    expect(written.rows).toBeGreaterThanOrEqual(bound.length);
    await emergencies.end(id, null);
    await emergencies.deleteEnded();
    expect(await counts()).toEqual(empty);

    const here = deployment(await open(), folder);
    expect(await here.backup.read(path)).toMatchObject({ ok: true, value: { unreadable: bound.length } });
    expect(await here.counts()).toEqual(empty);
    expect(await here.emergencies.inForce()).toBeUndefined();
    expect(await here.emergencies.last()).toMatchObject({ id, record: { counts: { code_spell: 1 } } });

    // The machine is lost; only the backups' disk and a copy of the county's key are left.
    const elsewhere = deployment(await open());
    copyFileSync(join(folder, 'backup-key'), join(elsewhere.folder, 'backup-key'));
    const there = deployment(await open(), elsewhere.folder);
    expect(await there.backup.read(path)).toMatchObject({ ok: true, value: { unreadable: bound.length } });
    expect(await there.counts()).toEqual(empty);
    expect(await there.emergencies.inForce()).toBeUndefined();
  });

  test('made while what it brought is being deleted still needs its key', async () => {
    const database = await open();
    const { clock, folder, backup, emergencies, path } = deployment(database);
    mkdirSync(join(folder, 'backups'));
    const id = await bringEmergency(database, clock);
    await emergencies.end(id, null);
    await backup.write(path);
    // No key was ever made: what is on its way out is not put by.
    expect(existsSync(join(folder, 'keys'))).toBe(false);
    const other = deployment(await open(), folder);
    await other.backup.read(path);
    expect(await other.counts()).toEqual(empty);
  });
});

describeOnEachDatabase('a restore', (open) => {
  test('deletes again what retention deleted since, and photos with their files', async () => {
    const database = await open();
    const { clock, folder, journal, backup, path } = deployment(database);
    mkdirSync(join(folder, 'backups'));
    mkdirSync(join(folder, 'files'));
    const store = createStore(database.unit, clock);
    const person = await store.people.of({ provider: 'demo', subject: 'one' });
    await store.sessions.open(person.id);
    const photo = await addPhoto(database, person.id, clock.now());
    writeFileSync(join(folder, 'files', photo), 'x');
    await backup.write(path);
    clock.forward(400 * day);
    await createRetention(database.unit, clock, journal, join(folder, 'files')).sweep();
    expect([await countOf(database, 'session'), await countOf(database, 'photo')]).toEqual([0, 0]);

    // From the copy beside the backups alone.
    rmSync(join(folder, 'deletions.jsonl'));
    rmSync(join(folder, 'files'), { recursive: true });
    const restored = await open();
    const again = deployment(restored, folder);
    expect(await again.backup.read(path)).toMatchObject({ ok: true, value: { deletedAgain: 2, files: 0 } });
    expect([await countOf(restored, 'session'), await countOf(restored, 'photo')]).toEqual([0, 0]);
    expect(await countOf(restored, 'person')).toBe(1);
    expect(existsSync(join(folder, 'files', photo))).toBe(false);
  });

  test('closes again the accounts that were closed since, and not those closed before', async () => {
    const database = await open();
    const { clock, folder, journal, backup, path } = deployment(database);
    mkdirSync(join(folder, 'backups'));
    journal.note([{ account: 'before' }]);
    clock.forward(day);
    await backup.write(path);
    clock.forward(day);
    journal.note([{ account: 'since' }]);
    const { backup: other, closed } = deployment(await open(), folder);
    await other.read(path);
    expect(closed).toEqual(['since']);
  });

  test('does not do what a journal says that nobody here wrote', async () => {
    const database = await open();
    const { clock, folder, backup, path } = deployment(database);
    mkdirSync(join(folder, 'backups'));
    await createStore(database.unit, clock).people.of({ provider: 'demo', subject: 'one' });
    await backup.write(path);
    const at = clock.now().toISOString();
    const lines = [
      { at, table: 'kysely_migration', rows: [{ name: '0001-foundation' }] },
      { at, table: 'person', rows: [{ 'id" is not null or "id': filledId }] },
      { at, table: 'person', rows: [{}] },
    ];
    writeFileSync(join(folder, 'backups', JOURNAL_NAME), `${lines.map((line) => JSON.stringify(line)).join('\n')}\n{"at":"${at}","tab`); // prettier-ignore
    const restored = await open();
    expect(await deployment(restored, folder).backup.read(path)).toMatchObject({
      ok: true,
      value: { deletedAgain: 0 },
    });
    expect(await countOf(restored, 'person')).toBe(1);
  });
});

test('the journal holds ids, times and counts, in a file of its user’s alone, and outlives a half-written line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-journal-'));
  const clock = movedClock();
  const path = join(folder, 'deletions.jsonl');
  const journal = createDeletionJournal(path, clock);
  journal.note([{ table: 'session', rows: [{ id: filledId }] }]);
  writeFileSync(path, `${readFileSync(path, 'utf8')}{"at":"2026-`);
  clock.forward(1000);
  journal.note([{ account: filledId }]);
  expect(journal.since(new Date(0))).toEqual([
    { at: '2026-11-24T02:00:00.000Z', table: 'session', rows: [{ id: filledId }] },
    { at: '2026-11-24T02:00:01.000Z', account: filledId },
  ]);
  expect(journal.since(clock.now())).toHaveLength(1);
});
