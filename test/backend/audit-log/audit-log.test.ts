import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyChain } from '../../../src/contract/audit/chain';
import type { LogLine } from '../../../src/contract/audit/entry';
import { createAuditLog } from '../../../src/backend/adapters/embedded/audit-log';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import { openKeyRing, type OpenKeyRing } from '../../../src/backend/adapters/embedded/issuer/key-ring';
import { nodeEd25519, nodeSha256 } from '../../../src/backend/health-code-crypto';
import type { AuditLog } from '../../../src/backend/ports/audit-log';
import { testBackup } from '../../support/backup';
import { describeOnEachDatabase } from '../../support/database';
import { type MovedClock, movedClock } from '../../support/moved-clock';

const DAY = 86_400_000;
const crypto = { sha256: nodeSha256, verify: nodeEd25519 };
const keyFile = (): string => join(mkdtempSync(join(tmpdir(), 'linli-log-')), 'issuer-key.pem');
const all = (log: AuditLog, withPersonal = false, after = 0): Promise<string[]> =>
  log.lines(after, 10_000, { withPersonal });
const parsed = (lines: readonly string[]): LogLine[] => lines.map((line) => JSON.parse(line) as LogLine);
const verified = async (log: AuditLog, withPersonal = false) =>
  verifyChain(await all(log, withPersonal), await log.keys(), crypto, await log.head());

async function county(database: Database, later = 0) {
  const clock = movedClock();
  clock.forward(later);
  const ring = await openKeyRing(database, clock, '330106', keyFile());
  return { clock, ring, log: createAuditLog(database.unit, clock, ring) };
}

describeOnEachDatabase('the log', (open) => {
  let database: Database;
  let clock: MovedClock;
  let ring: OpenKeyRing;
  let log: AuditLog;
  beforeAll(async () => {
    database = await open();
    ({ clock, ring, log } = await county(database));
  });
  afterAll(() => ring.close());
  const seqNow = async (): Promise<number> => (await log.head())?.seq ?? 0;

  test('chains what is appended, signs it with the key of the day, and holds the heads it had', async () => {
    expect([await log.head(), await all(log)]).toEqual([undefined, []]);
    await log.append({ act: 'proposal-filed', node: '330106', body: { worsens: 12, at: clock.now() } });
    const first = await log.head();
    await ring.rotate();
    clock.forward(DAY);
    await log.append({ act: 'proposal-signed', body: {} });
    const [one, two] = parsed(await all(log));
    expect(one?.entry).toMatchObject({
      seq: 1,
      act: 'proposal-filed',
      node: '330106',
      body: { worsens: 12 },
    });
    expect(two?.entry.kid).not.toBe(one?.entry.kid);
    expect(await verified(log)).toEqual({ ok: true, end: { seq: 2, hash: two?.hash } });
    await ring.revoke(one?.entry.kid ?? '');
    expect(await verified(log)).toMatchObject({ ok: true });
    expect(await log.holds(first!)).toBe(true);
    for (const other of [
      { seq: 2, hash: first!.hash },
      { seq: 3, hash: first!.hash },
      { seq: 1, hash: 'ff' },
    ])
      expect(await log.holds(other)).toBe(false);
    expect(parsed(await log.lines(1, 1, { withPersonal: false })).map(({ entry }) => entry.seq)).toEqual([2]);
  });

  test('personal texts stand beside it as long as their data does; then only hashes do, and the chain still holds', async () => {
    const before = await seqNow();
    const added = async (withPersonal: boolean) => parsed(await all(log, withPersonal, before));
    const personId = randomUUID();
    const personal = { person: personId, words: '误报：\u2028“张桂兰”' };
    await log.append({ act: 'role-granted', body: {}, personal, deletedWith: { personId } });
    await log.append({ act: 'fact-entered', body: {}, personal, deletedWith: { emergencyId: 'e1' } });
    await log.append({ act: 'fact-entered', body: {}, personal, deletedWith: { emergencyId: 'e2' } });
    expect((await all(log)).join()).not.toMatch(/张桂兰|salt/);
    expect((await added(true)).map((line) => line.personal?.['words']?.text)).toEqual([
      personal.words,
      personal.words,
      personal.words,
    ]);
    expect(await verified(log, true)).toMatchObject({ ok: true });
    // The same words have another hash each time: nobody learns them by trying.
    expect(new Set((await added(false)).map(({ entry }) => entry.personal?.['words'])).size).toBe(3);
    await log.forget({ personId });
    await log.forget({ emergencyId: 'e1' });
    expect((await added(true)).map((line) => line.personal !== undefined)).toEqual([false, false, true]);
    expect(await verified(log, true)).toMatchObject({ ok: true });
  });

  test('an entry is there when what it tells of is, and not at all otherwise', async () => {
    const { unit } = database;
    const before = await seqNow();
    await expect(
      unit.together(async () => {
        await log.append({ act: 'undone', body: {} });
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    await unit.together(async () => {
      await log.append({ act: 'one', body: {} });
      await log.append({ act: 'two', body: {} });
    });
    expect(parsed(await all(log, false, before)).map(({ entry: { seq, act } }) => [seq, act])).toEqual([
      [before + 1, 'one'],
      [before + 2, 'two'],
    ]);
  });

  test('many at once take turns: no gap, no fork, and nobody waits for a row that another holds', async () => {
    const { unit } = database;
    const before = await seqNow();
    await unit.db.insertInto('deployment').values({ name: 'row', value: '0' }).execute();
    const steps = [
      () => unit.db.updateTable('deployment').set({ value: '1' }).where('name', '=', 'row').execute(),
      () => log.append({ act: 'tried', body: {} }),
    ];
    // Half append before they take the row: were the log's lock held from there, row and lock would wait for each other.
    await Promise.all(
      Array.from({ length: 24 }, (_, at) =>
        unit.together(async () => {
          for (const step of at % 2 === 0 ? steps : [...steps].reverse()) await step();
        }),
      ),
    );
    expect(await verified(log)).toMatchObject({ ok: true, end: { seq: before + 24 } });
  });

  test('the database lets nobody change, remove or empty it', async () => {
    await log.append({ act: 'one', body: {} });
    const last = await log.head();
    const tries = [
      "update log_entry set entry = 'x'",
      'delete from log_entry',
      'truncate log_entry cascade',
      'truncate log_personal, log_entry',
    ];
    for (const statement of tries)
      await expect(sql.raw(statement).execute(database.kysely)).rejects.toThrow(/append-only/);
    expect(await verified(log)).toEqual({ ok: true, end: last });
  });

  test('a backup brings it back as it was; it is not laid over another log', async () => {
    await log.append({ act: 'one', body: {}, personal: { by: '沈雅琴' } });
    await log.append({ act: 'two', body: {} });
    const folder = mkdtempSync(join(tmpdir(), 'linli-log-backup-'));
    await testBackup(database.unit, folder).write(join(folder, 'backup'));
    expect(await testBackup(database.unit, folder).read(join(folder, 'backup'))).toEqual({
      ok: false,
      failure: 'not-empty',
    });
    const other = await open();
    expect(await testBackup(other.unit, folder).read(join(folder, 'backup'))).toMatchObject({ ok: true });
    // Another machine has a key of its own, which is used from now on.
    const again = await county(other, 2 * DAY);
    expect(await all(again.log, true)).toEqual(await all(log, true));
    await again.log.append({ act: 'three', body: {} });
    expect(await verified(again.log, true)).toMatchObject({ ok: true, end: { seq: (await seqNow()) + 1 } });
    await again.ring.close();
  });
});
