import { fail, ok } from '@contract/result';
import { sql } from 'kysely';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Backup } from '../../../ports/backup';
import type { Unit } from '../database/unit';
import { tables } from './tables';

type Line =
  | { linli: 1 }
  | { table: string; row: unknown }
  | { file: string; content: string }
  | { end: { rows: number; files: number } };

/** A name of ours: nothing that leads out of the folder. */
const isFileName = (name: string): boolean => /^[\w.-]+$/.test(name) && !name.startsWith('.');

/** All rows as of one moment and all photos, one JSON a line, gzip. Written beside and renamed: never half a backup. */
export function createBackup(unit: Unit, filesDir: string): Backup {
  return {
    write: (path) =>
      unit.together(async () => {
        await sql`set transaction isolation level repeatable read`.execute(unit.db);
        const lines: Line[] = [{ linli: 1 }];
        for (const table of tables) {
          const { rows } = await sql<{
            row: unknown;
          }>`select to_jsonb(t) as row from ${sql.table(table)} t`.execute(unit.db);
          for (const { row } of rows) lines.push({ table, row });
        }
        const rows = lines.length - 1;
        const names = existsSync(filesDir) ? readdirSync(filesDir).filter(isFileName) : [];
        for (const file of names)
          lines.push({ file, content: readFileSync(join(filesDir, file)).toString('base64') });
        const counts = { rows, files: names.length };
        lines.push({ end: counts });
        const partial = `${path}.partial`;
        writeFileSync(partial, gzipSync(lines.map((line) => JSON.stringify(line)).join('\n')), {
          mode: 0o600,
        });
        renameSync(partial, path);
        return counts;
      }),
    async read(path) {
      const lines = linesOf(path);
      if (!lines) return fail('unreadable');
      return unit.together(async () => {
        const people = await unit.db.selectFrom('person').select('id').limit(1).execute();
        if (people.length > 0) return fail('not-empty');
        await sql`truncate ${sql.join([...tables].map((table) => sql.table(table)))} cascade`.execute(
          unit.db,
        );
        const counts = { rows: 0, files: 0 };
        for (const line of lines) {
          if ('table' in line) {
            const table = sql.table(line.table);
            await sql`insert into ${table} select * from jsonb_populate_record(null::${table}, ${JSON.stringify(line.row)}::jsonb)`.execute(
              unit.db,
            );
            counts.rows += 1;
          } else if ('file' in line) {
            mkdirSync(filesDir, { recursive: true, mode: 0o700 });
            const target = join(filesDir, line.file);
            writeFileSync(target, Buffer.from(line.content, 'base64'), { mode: 0o600 });
            chmodSync(target, 0o600);
            counts.files += 1;
          }
        }
        return ok(counts);
      });
    },
  };
}

/** The lines of a whole backup; undefined for anything else. */
function linesOf(path: string): Line[] | undefined {
  try {
    const lines = gunzipSync(readFileSync(path))
      .toString()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    const [first, last] = [lines[0], lines[lines.length - 1]];
    const whole =
      first &&
      'linli' in first &&
      last &&
      'end' in last &&
      last.end.rows + last.end.files === lines.length - 2;
    const known = lines.every(
      (line) =>
        (!('table' in line) || tables.includes(line.table)) && (!('file' in line) || isFileName(line.file)),
    );
    return whole && known ? lines : undefined;
  } catch {
    return undefined;
  }
}
