import { createHash, randomBytes } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { chmod, link, readdir, realpath, unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { basename, dirname, join, relative } from 'node:path';
import { codeOf, DatabaseError } from './errors';

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Holds a folder for this process alone, until released or until the process ends, however it ends.
 *
 * A listening socket is the proof of life: the kernel answers for it even while this process is busy, and
 * stops the moment it dies, so there is no process id to mistake for another's. Sockets are numbered; the
 * highest number decides. A new one is linked into place already listening, only above a dead one, and
 * looks back once for a higher number, so two processes that find the same dead socket cannot both win.
 *
 * @throws DatabaseError `folder-in-use`, or the system's error when the folder cannot be written
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const real = await realpath(folder);
  return process.platform === 'win32' ? lockByPipe(real) : lockBySocket(real);
}

/** Windows frees a named pipe with its process and lets only one process have the name. */
async function lockByPipe(folder: string): Promise<FolderLock> {
  const name = createHash('sha256').update(folder.toLowerCase()).digest('hex');
  try {
    return held(await listen(`\\\\.\\pipe\\linli-${name}`));
  } catch (error) {
    throw codeOf(error) === 'EADDRINUSE' ? inUse(folder) : error;
  }
}

async function lockBySocket(folder: string): Promise<FolderLock> {
  const candidate = join(folder, `.lock-candidate-${randomBytes(6).toString('hex')}`);
  const server = await atShortPath(candidate, listen);
  try {
    await chmod(candidate, 0o600);
    // Each turn either finds a living holder or someone else has just moved; five moves in a row are a crowd.
    for (let turn = 0; turn < 5; turn++) {
      const highest = Math.max(0, ...(await numbers(folder)));
      if (highest > 0 && (await lives(lockPath(folder, highest)))) throw inUse(folder);
      const mine = lockPath(folder, highest + 1);
      if (!(await linked(candidate, mine))) continue;
      if (Math.max(...(await numbers(folder))) > highest + 1) {
        await unlink(mine);
        continue;
      }
      await tidy(folder, highest + 1);
      return held(server);
    }
    throw inUse(folder);
  } catch (error) {
    await unlink(candidate).catch(() => undefined);
    await closed(server);
    throw error;
  }
}

const inUse = (folder: string) =>
  new DatabaseError('folder-in-use', `another process is using the data folder ${folder}`);

const lockPath = (folder: string, number: number) => join(folder, `.lock-${number}`);

async function numbers(folder: string): Promise<number[]> {
  return (await readdir(folder)).flatMap((name) => /^\.lock-(\d+)$/.exec(name)?.[1] ?? []).map(Number);
}

/** False when another process took the number first, or is tidying us away because it holds the lock. */
async function linked(candidate: string, path: string): Promise<boolean> {
  try {
    await link(candidate, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Lower numbers are dead, and no candidate can win any more. The holder's own number stays, dead or alive. */
async function tidy(folder: string, mine: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const number = /^\.lock-(\d+)$/.exec(name)?.[1];
    if (name.startsWith('.lock-candidate-') || (number !== undefined && Number(number) < mine)) {
      await unlink(join(folder, name)).catch(() => undefined);
    }
  }
}

/** Only a refusal proves death: a full queue or a missing permission means that someone is there. */
function lives(path: string): Promise<boolean> {
  return atShortPath(
    path,
    (short) =>
      new Promise<boolean>((resolve) => {
        const socket = connect(short);
        socket.once('connect', () => {
          socket.destroy();
          resolve(true);
        });
        socket.once('error', (error) => resolve(!['ECONNREFUSED', 'ENOENT'].includes(codeOf(error) ?? '')));
      }),
  );
}

function listen(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(path, () => {
      server.removeListener('error', reject);
      server.unref();
      resolve(server);
    });
  });
}

const held = (server: Server): FolderLock => ({ release: () => closed(server) });
const closed = (server: Server) => new Promise<void>((resolve) => void server.close(() => resolve()));

/** A socket's address holds about 100 bytes, less than many folders' names. */
async function atShortPath<T>(path: string, use: (short: string) => Promise<T>): Promise<T> {
  const short = [path, relative(process.cwd(), path)].find((each) => Buffer.byteLength(each) <= 100);
  if (short !== undefined) return use(short);
  if (process.platform !== 'linux') {
    throw new DatabaseError('folder-unwritable', `the data folder's path is too long: ${dirname(path)}`);
  }
  const folder = openSync(dirname(path), 'r');
  try {
    return await use(`/proc/self/fd/${folder}/${basename(path)}`);
  } finally {
    closeSync(folder);
  }
}
