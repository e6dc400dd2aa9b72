import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Clock } from '../../../ports/clock';
import type { Deletion, DeletionJournal } from '../../../ports/deletion-journal';

/** What the copy in a folder of backups is called. */
export const JOURNAL_NAME = 'linli-deletions.jsonl';
/** So many rows stand in one line. */
const ROWS_A_LINE = 1000;

/**
 * One JSON a line: when, and what went. A copy lies beside each backup that was made here, so that a machine lost
 * with its disk does not bring back what people had deleted.
 */
export function createDeletionJournal(path: string, clock: Clock): DeletionJournal {
  const foldersPath = `${path}.copies`;
  const linesOf = (file: string): string[] =>
    existsSync(file)
      ? readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
      : [];
  /** One whose disk is not there now gets the whole journal with the next backup. */
  const copies = (): string[] =>
    [...new Set(linesOf(foldersPath))].filter(existsSync).map((folder) => join(folder, JOURNAL_NAME));

  function append(file: string, lines: readonly string[]): void {
    if (lines.length === 0) return;
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const opened = openSync(file, 'a', 0o600);
    try {
      // A line that a killed process left half written must not spoil the next.
      writeSync(opened, `\n${lines.join('\n')}\n`);
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
  }

  return {
    note(deletions) {
      const at = clock.now().toISOString();
      const lines = deletions.flatMap(portions).map((deletion) => JSON.stringify({ at, ...deletion }));
      for (const file of [path, ...copies()]) append(file, lines);
    },
    since(at, beside) {
      const files = [path, ...(beside === undefined ? [] : [join(beside, JOURNAL_NAME)])];
      return [...new Set(files.flatMap(linesOf))]
        .flatMap(readLine)
        .filter((noted) => Date.parse(noted.at) >= at.getTime())
        .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
    },
    keepBeside(folder) {
      if (!linesOf(foldersPath).includes(folder)) append(foldersPath, [folder]);
      const copy = join(folder, JOURNAL_NAME);
      const there = new Set(linesOf(copy));
      append(
        copy,
        linesOf(path).filter((line) => !there.has(line)),
      );
    },
  };
}

const portions = (deletion: Deletion): Deletion[] => {
  if (!('table' in deletion)) return [deletion];
  const { table, rows } = deletion;
  return Array.from({ length: Math.ceil(rows.length / ROWS_A_LINE) }, (_, at) => ({
    table,
    rows: rows.slice(at * ROWS_A_LINE, (at + 1) * ROWS_A_LINE),
  }));
};

/** The last line may be half there, of a process that was killed: its deletion was not committed. */
function readLine(line: string): (Deletion & { at: string })[] {
  try {
    return [JSON.parse(line) as Deletion & { at: string }];
  } catch {
    return [];
  }
}
