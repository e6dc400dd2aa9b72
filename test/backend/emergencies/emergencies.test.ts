import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personalData } from '../../../src/contract/personal-data/registry';
import type { EmergencyTerms } from '../../../src/contract/proposal/act';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import type { Unit } from '../../../src/backend/adapters/embedded/database/unit';
import { createDeletionJournal } from '../../../src/backend/adapters/embedded/deletion-journal';
import { createEmergencies } from '../../../src/backend/adapters/embedded/emergencies';
import { createEmergencyKeys } from '../../../src/backend/adapters/embedded/emergencies/keys';
import { describeOnEachDatabase } from '../../support/database';
import { countOf, fillTables } from '../../support/filled-tables';
import { memoryLog } from '../../support/memory-log';
import { movedClock } from '../../support/moved-clock';

const day = 86_400_000;
const bound = Object.keys(personalData).filter((table) => personalData[table]?.deletedWithEmergency);

function world(database: Database) {
  const clock = movedClock();
  const folder = mkdtempSync(join(tmpdir(), 'linli-emergency-'));
  const log = memoryLog();
  const keys = createEmergencyKeys(join(folder, 'keys'));
  const journal = createDeletionJournal(join(folder, 'deletions.jsonl'), clock);
  const told: string[] = [];
  let deletions = 0;
  const on = (unit: Unit) =>
    createEmergencies({
      unit,
      clock,
      county: '330106',
      auditLog: log,
      journal,
      keys,
      messenger: { announce: ({ type }) => Promise.resolve(void told.push(type)) },
      filesDir: join(folder, 'files'),
      deleteSoon: () => Promise.resolve(void (deletions += 1)),
    });
  const terms = (days: number): EmergencyTerms => ({
    level: 'II',
    legalBasis: { zh: '浙政发〔2026〕12 号', en: 'Provincial notice 2026/12' },
    gateKinds: ['estate'],
    endsAt: new Date(clock.now().getTime() + days * day).toISOString(),
  });
  return {
    clock,
    folder,
    log,
    keys,
    journal,
    told,
    terms,
    on,
    emergencies: on(database.unit),
    asked: () => deletions,
  };
}

describeOnEachDatabase('a declared emergency', (open) => {
  test('is in force until its end; renewed it runs on; each step stands in the log and is told', async () => {
    const { emergencies, terms, clock, log, told, asked } = world(await open());
    expect(await emergencies.inForce()).toBeUndefined();
    expect(await emergencies.last()).toBeUndefined();
    const opened = await emergencies.open('330106', terms(30), randomUUID());
    expect(opened).toMatchObject({
      county: '330106',
      terms: terms(30),
      endedAt: null,
      renewals: [],
      record: null,
    });
    clock.forward(20 * day);
    const renewed = terms(90);
    await emergencies.renew(opened.id, renewed, randomUUID());
    clock.forward(89 * day);
    expect(await emergencies.inForce()).toMatchObject({ id: opened.id, terms: renewed, renewals: [{ endsAt: renewed.endsAt }] }); // prettier-ignore
    await emergencies.end(opened.id, randomUUID());
    expect(await emergencies.inForce()).toBeUndefined();
    expect(await emergencies.last()).toMatchObject({ id: opened.id, endedAt: clock.now(), record: null });
    expect(log.entries.map(({ act }) => act)).toEqual([
      'emergency-opened',
      'emergency-renewed',
      'emergency-ended',
    ]);
    expect(told).toEqual(['emergency', 'emergency', 'emergency']);
    expect(asked()).toBe(1);
  });

  test('that nobody renews ends by itself at its end, is deleted, and only then can another be opened', async () => {
    const { emergencies, terms, clock, log } = world(await open());
    const { id, terms: first } = await emergencies.open('330106', terms(1), randomUUID());
    clock.forward(3 * day);
    expect(await emergencies.inForce()).toBeUndefined();
    expect(await emergencies.last()).toMatchObject({ id });
    await expect(emergencies.open('330106', terms(1), randomUUID())).rejects.toThrow();
    await expect(emergencies.renew(id, terms(1), randomUUID())).rejects.toThrow();
    const [gone] = await emergencies.deleteEnded();
    expect(gone).toMatchObject({
      id,
      endedAt: new Date(first.endsAt),
      record: { counts: {} },
    });
    expect(log.entries.map(({ act }) => act)).toEqual([
      'emergency-opened',
      'emergency-ran-out',
      'emergency-deleted',
    ]);
    expect(await emergencies.deleteEnded()).toEqual([]);
    await emergencies.open('330106', terms(1), randomUUID());
    expect(await emergencies.last()).toMatchObject({ id });
  });

  test('leaves no row in any table that the registry says goes with it, and counts of what went', async () => {
    const database = await open();
    const { emergencies, terms, log, folder, keys } = world(database);
    const { id } = await emergencies.open('330106', terms(1), randomUUID());
    keys.of(id);
    await fillTables(database, bound);
    for (const table of bound) expect([table, await countOf(database, table)]).toEqual([table, 1]);
    // While it is in force nothing goes.
    expect(await emergencies.deleteEnded()).toEqual([]);
    for (const table of bound) expect([table, await countOf(database, table)]).toEqual([table, 1]);
    await emergencies.end(id, null);
    const [gone] = await emergencies.deleteEnded();
    for (const table of bound) expect([table, await countOf(database, table)]).toEqual([table, 0]);
    expect(gone?.record?.counts).toEqual(Object.fromEntries(bound.map((table) => [table, 1])));
    expect(log.forgotten).toEqual([{ emergencyId: id }]);
    expect(log.entries.at(-1)).toMatchObject({ act: 'emergency-deleted', body: { emergencyId: id, counts: gone?.record?.counts } }); // prettier-ignore
    expect(readdirSync(join(folder, 'keys'))).toEqual([]);
  });

  test('whose deletion is killed at any step goes on from there, and counts each row once', async () => {
    const database = await open();
    const { emergencies, terms, on, log, keys } = world(database);
    const { id } = await emergencies.open('330106', terms(1), randomUUID());
    await fillTables(database, bound);
    await emergencies.end(id, null);
    let killed = 0;
    let gone;
    for (let steps = 1; gone === undefined; steps += 1) {
      let left = steps;
      const dying: Unit = {
        get db() {
          return database.unit.db;
        },
        get isTogether() {
          return database.unit.isTogether;
        },
        atEnd: (work) => database.unit.atEnd(work),
        together: (work) =>
          database.unit.together(async () => {
            const done = await work();
            // After the work, before it is committed: the worst moment.
            if ((left -= 1) === 0) throw new Error('killed');
            return done;
          }),
      };
      const [found] = await on(dying)
        .deleteEnded()
        .catch((error: Error) => {
          expect(error.message).toBe('killed');
          killed += 1;
          return [];
        });
      gone = found;
    }
    expect(killed).toBeGreaterThan(bound.length);
    for (const table of bound) expect([table, await countOf(database, table)]).toEqual([table, 0]);
    expect(gone.record?.counts).toEqual(Object.fromEntries(bound.map((table) => [table, 1])));
    expect(keys.find(id)).toBeUndefined();
    expect(log.entries.at(-1)?.act).toBe('emergency-deleted');
  });
});
