import { fail, ok } from '@contract/result';
import { sql } from 'kysely';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Backup } from '../../../ports/backup';
import type { Clock } from '../../../ports/clock';
import type { DeletionJournal } from '../../../ports/deletion-journal';
import type { Unit } from '../database/unit';
import { boundTables } from '../emergencies/bound-tables';
import { keysLock } from '../emergencies/deletion';
import { evidenceOf } from '../emergencies/evidence';
import type { EmergencyKeys } from '../emergencies/keys';
import { openSecretFile } from '../secret-file';
import {
  type Line,
  openPart,
  readBackupFile,
  type Row,
  sealPart,
  type StoredFile,
  writeBackupFile,
} from './backup-file';
import { createReplay } from './replay';
import { tables } from './tables';

export class BackupKeyFault extends Error {}

export interface BackupDeps {
  unit: Unit;
  clock: Clock;
  /** Where photos and voice notes lie. */
  filesDir: string;
  backupKeyFile: string;
  keys: EmergencyKeys;
  journal: DeletionJournal;
  /** As the person asked for it before; what stays and what goes is for whoever closes accounts to know. */
  closeAccount(personId: string): Promise<void>;
}

/** A name of ours: nothing that leads out of the folder. */
const isFileName = (name: string): boolean => /^[\w.-]+$/.test(name) && !name.startsWith('.');
/** A deletion may have been noted so long (ms) before it was committed. */
const NOTED_BEFORE = 600_000;

/**
 * All rows as of one moment, all photos and voice notes, one JSON a line, gzip, AES-256-GCM. What a running emergency has brought
 * lies in it under that emergency's own key: once that is destroyed, no copy of the file gives it back.
 * @throws BackupKeyFault for a key file that others can read, or that holds no key
 */
export function createBackup({ unit, clock, filesDir, keys, journal, ...deps }: BackupDeps): Backup {
  const key = openSecretFile(deps.backupKeyFile, 'the key for backups', (line) => new BackupKeyFault(line));
  const replay = createReplay(unit, deps.closeAccount);

  async function rowsOf(table: string): Promise<Row[]> {
    const { rows } = await sql<{
      row: unknown;
    }>`select to_jsonb(t) as row from ${sql.table(table)} t`.execute(unit.db);
    return rows.map(({ row }) => ({ table, row }));
  }
  const fileOf = (file: string): StoredFile => ({
    file,
    content: readFileSync(join(filesDir, file)).toString('base64'),
  });
  /** The one whose data is here: in force, or ended and being deleted. Its key, unless it is destroyed. */
  async function present(): Promise<{ id: string; key: Buffer | undefined } | undefined> {
    const row = await unit.db
      .selectFrom('emergency')
      .select(['id', 'ended_at'])
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    return row && { id: row.id, key: row.ended_at ? keys.find(row.id) : keys.of(row.id) };
  }

  async function put({ table: name, row }: Row): Promise<void> {
    const table = sql.table(name);
    await sql`insert into ${table} select * from jsonb_populate_record(null::${table}, ${JSON.stringify(row)}::jsonb)`.execute(
      unit.db,
    );
  }
  function putFile({ file, content }: StoredFile): void {
    mkdirSync(filesDir, { recursive: true, mode: 0o700 });
    const target = join(filesDir, file);
    writeFileSync(target, Buffer.from(content, 'base64'), { mode: 0o600 });
    chmodSync(target, 0o600);
  }

  return {
    write: (path) =>
      unit.together(async () => {
        await sql`set transaction isolation level repeatable read`.execute(unit.db);
        await sql`select pg_advisory_xact_lock_shared(hashtextextended(${keysLock}, 0))`.execute(unit.db);
        const at = clock.now().toISOString();
        const emergency = await present();
        const evidence = new Set(emergency ? await evidenceOf(unit) : []);
        const isBound = ({ table, row }: Row): boolean =>
          emergency !== undefined &&
          (boundTables.includes(table) || (table === 'photo' && evidence.has((row as { id: string }).id)));
        const rows: Row[] = [];
        const bound: (Row | StoredFile)[] = [];
        for (const table of tables)
          for (const row of await rowsOf(table)) (isBound(row) ? bound : rows).push(row);
        const names = existsSync(filesDir) ? readdirSync(filesDir).filter(isFileName) : [];
        bound.push(...names.filter((name) => evidence.has(name)).map(fileOf));
        const files = names.filter((name) => !evidence.has(name)).map(fileOf);
        const counts = {
          rows: rows.length + bound.filter((line) => 'table' in line).length,
          files: names.length,
        };
        writeBackupFile(path, key, [
          { linli: 2, at },
          ...rows,
          ...files,
          // Without its key it is on its way out: a backup is not where it stays.
          ...(emergency?.key ? [sealPart(emergency.id, emergency.key, bound)] : []),
          { end: counts },
        ]);
        journal.keepBeside(dirname(path));
        return counts;
      }),

    async read(path) {
      const found = readBackupFile(path, key);
      if (!found.ok) return found;
      const [first, ...rest] = found.value;
      if (!first || !('linli' in first) || !rest.every(isKnown)) return fail('unreadable');
      const lines: (Row | StoredFile)[] = [];
      let unreadable = 0;
      for (const line of rest) {
        if ('table' in line || 'file' in line) lines.push(line);
        if (!('emergency' in line)) continue;
        const its = keys.find(line.emergency);
        const part = its && openPart(line, its);
        if (part?.every(isKnown)) lines.push(...part);
        else unreadable += line.rows;
      }
      const rows = lines.filter((line) => 'table' in line);
      return unit.together(async () => {
        const people = await unit.db.selectFrom('person').select('id').limit(1).execute();
        const logged = await unit.db.selectFrom('log_entry').select('seq').limit(1).execute();
        if (people.length > 0 || logged.length > 0) return fail('not-empty');
        // The log cannot be emptied, and is empty.
        const emptied = tables.filter((table) => table !== 'log_entry');
        await sql`truncate ${sql.join(emptied.map((table) => sql.table(table)))} cascade`.execute(unit.db);
        const byTable = new Map(tables.map((table) => [table, [] as Row[]]));
        for (const row of rows) byTable.get(row.table)?.push(row);
        // What a timeline went through then is not tried again by today's table, nor in today's order of rows.
        await sql`alter table service_request_event disable trigger service_request_step`.execute(unit.db);
        for (const its of byTable.values()) for (const row of its) await put(row);
        await sql`alter table service_request_event enable trigger service_request_step`.execute(unit.db);
        const since = new Date(Date.parse(first.at) - NOTED_BEFORE);
        const deletedAgain = await replay(journal.since(since, dirname(path)));
        const held = unit.db
          .selectFrom('photo')
          .select('id')
          .unionAll(unit.db.selectFrom('voice_note').select('id'))
          .unionAll(unit.db.selectFrom('pdf').select('id'));
        const kept = new Set((await held.execute()).map(({ id }) => id));
        const files = lines.filter((line) => 'file' in line).filter(({ file }) => kept.has(file));
        files.forEach(putFile);
        return ok({ rows: rows.length, files: files.length, unreadable, deletedAgain });
      });
    },
  };
}

const isKnown = (line: Line): boolean =>
  (!('table' in line) || tables.includes(line.table)) && (!('file' in line) || isFileName(line.file));
