import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { Client } from 'pg';

export interface PostgresServer {
  /** The address of one of its databases. */
  url(database: string): string;
  stop(): Promise<void>;
}

/**
 * A PostgreSQL for tests: the server of `TEST_DATABASE_URL`, or a private one started from this machine's own
 * binaries, reached through a socket in a temporary folder and gone afterwards, even if we are killed.
 * Without either it says so and answers undefined.
 * @param durable false leaves out what only matters in a power cut, which is faster
 */
export async function startPostgres(durable = false): Promise<PostgresServer | undefined> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: (database) => withDatabase(given, database), stop: () => Promise.resolve() };
  try {
    return await startPrivate(durable);
  } catch (error) {
    console.warn(
      `\n*** NO POSTGRESQL: ${error instanceof Error ? error.message : String(error)}\n` +
        '*** Set TEST_DATABASE_URL or install PostgreSQL; until then only the embedded database is tested.\n',
    );
    return undefined;
  }
}

function withDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

async function startPrivate(durable: boolean): Promise<PostgresServer> {
  const binaries = findBinaries();
  // PostgreSQL refuses to run as root.
  const user = process.getuid?.() === 0 ? unprivilegedUser() : undefined;
  const folder = mkdtempSync(join(parentFolder(), 'linli-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const url = (database: string) =>
    `postgres://postgres@localhost/${database}?host=${encodeURIComponent(folder)}`;

  const options = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  const made = spawnSync(join(binaries, 'initdb'), options, { ...user, cwd: folder, encoding: 'utf8' });
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`initdb failed: ${made.error?.message ?? made.stderr.trim()}`);
  }
  const settings = { listen_addresses: '', unix_socket_directories: folder, max_connections: 200 };
  const careless = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };
  const server = spawn(
    '/bin/sh',
    ['-c', untilStdinEnds, 'sh', folder, join(binaries, 'postgres'), '-D', data].concat(
      Object.entries(durable ? settings : { ...settings, ...careless }).flatMap(([name, value]) => [
        '-c',
        `${name}=${value}`,
      ]),
    ),
    { ...user, cwd: folder, detached: true, stdio: ['pipe', 'ignore', 'ignore'] },
  );
  server.unref();
  await ready(url('postgres'), server);
  return { url, stop: () => stop(server) };
}

/**
 * Runs a server until our end of the pipe closes, which happens too when we are killed; then removes the
 * folder. $1 is the folder, the rest the command.
 */
const untilStdinEnds = `
  folder=$1; shift
  "$@" & server=$!
  cat >/dev/null
  kill -INT $server; wait $server
  rm -rf "$folder"`;

async function ready(url: string, server: ChildProcess): Promise<void> {
  for (const started = Date.now(); ;) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (Date.now() - started > 20_000) {
        await stop(server);
        throw new Error('PostgreSQL did not come up within 20 s', { cause: error });
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function stop(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.ref();
    server.once('exit', () => resolve());
    server.stdin?.end();
  });
}

/** The folder with `initdb` and `postgres`: of the PATH, else the newest where packages put them. */
function findBinaries(): string {
  const packaged = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt', '/usr']
    .filter((parent) => existsSync(parent))
    .flatMap((parent) => readdirSync(parent).map((name) => join(parent, name, 'bin')))
    .filter((path) => /postgresql|pgsql/.test(path))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'postgres'))
    .filter((path) => existsSync(path))
    .map((path) => dirname(realpathSync(path)));
  const found = [...onPath, ...packaged].find(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  );
  if (!found) throw new Error('neither TEST_DATABASE_URL is set nor PostgreSQL installed');
  return found;
}

function unprivilegedUser(): { uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find(([each]) => each === name) ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('running as root, and there is no other user to run PostgreSQL as');
}

/** Where others may enter too, and short enough for a socket's address. */
function parentFolder(): string {
  const open = (path: string): boolean =>
    (statSync(path).mode & 0o001) !== 0 && (path === dirname(path) || open(dirname(path)));
  return tmpdir().length < 60 && open(tmpdir()) ? tmpdir() : '/tmp';
}
