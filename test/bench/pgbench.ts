import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Statement } from './queries';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Idempotency keys begin with it: they must be new each time too. */
export const KEY = 'bench-';
/** A request's number: unique in the deployment, as its id is. */
const number = /^\w+-\d{4,}$/;

/**
 * What the server asked of PostgreSQL for one filing, as a script that can be run again and again: statement by
 * statement the same, with what must be new each time (ids, the number, the idempotency key) made from a random number.
 * @param known ids that stay as they are: the person's
 */
export function scriptOf(statements: readonly Statement[], known: ReadonlySet<string>): string {
  const made = new Map<string, number>();
  const nth = (id: string): number => {
    if (!made.has(id)) made.set(id, made.size);
    return made.get(id) ?? 0;
  };
  const literal = (value: unknown, isNotified: boolean): string => {
    if (value === null || value === undefined) return 'null';
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (Array.isArray(value)) return `'{${value.map(String).join(',')}}'`;
    if (typeof value === 'object') return bytesOf(value) ?? quoted(JSON.stringify(value));
    const text = value as string;
    if (uuid.test(text) && !known.has(text)) {
      const id = `md5('${nth(text)} ' || :r)::uuid`;
      return isNotified ? `(${id})::text` : id;
    }
    return number.test(text) || text.startsWith(KEY) ? `md5('${nth(text)} ' || :r)` : quoted(text);
  };
  const lines = statements.map(({ text, values }) =>
    text
      .replace(/\$(\d+)/g, (_, at: string) => literal(values[Number(at) - 1], text.includes('pg_notify')))
      .replace(/\s+/g, ' '),
  );
  return ['\\set r random(1, 9000000000000000)', ...lines.map((line) => `${line};`), ''].join('\n');
}

/** A buffer as JSON has it. */
function bytesOf(value: object): string | undefined {
  const { type, data } = value as { type?: string; data?: number[] };
  return type === 'Buffer' ? `'\\x${Buffer.from(data ?? []).toString('hex')}'` : undefined;
}

/** A literal; a colon before a letter would name a variable of the script, so it is written by its number. */
function quoted(text: string): string {
  const literal = text.replace(/'/g, "''");
  return /:[a-z_]/i.test(text)
    ? `U&'${literal.replace(/\\/g, '\\\\').replace(/:/g, '\\003A')}'`
    : `'${literal}'`;
}

const folders = '/usr/lib/postgresql';

function binary(): string {
  const versions = readdirSync(folders).sort((a, b) => Number(b) - Number(a));
  return join(folders, versions[0] ?? '', 'bin', 'pgbench');
}

/** Transactions a second of some scripts in turn, at so many connections for so many seconds. */
export function pgbench(
  url: string,
  scripts: readonly string[],
  { connections, seconds }: { connections: number; seconds: number },
): number {
  const folder = mkdtempSync(join(tmpdir(), 'linli-pgbench-'));
  try {
    const files = scripts.map((script, at) => {
      const file = join(folder, `${at}.sql`);
      writeFileSync(file, script);
      return ['-f', file];
    });
    const { status, stdout, stderr } = spawnSync(
      binary(),
      [
        '-n',
        '-M',
        'extended',
        '-c',
        String(connections),
        '-j',
        '2',
        '-T',
        String(seconds),
        ...files.flat(),
        url,
      ],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    const tps = /^tps = ([\d.]+)/m.exec(stdout)?.[1];
    if (status !== 0 || tps === undefined) throw new Error(`pgbench: ${stderr.slice(0, 2000)}`);
    return Number(tps);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
