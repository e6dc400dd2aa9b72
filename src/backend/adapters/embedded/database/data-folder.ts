import { constants } from 'node:fs';
import { access, chmod, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, DatabaseError, messageOf } from './errors';
import { lockFolder, type FolderLock } from './folder-lock';

export interface DataFolder {
  /** Where the database's own files lie. */
  readonly database: string;
  /** No database was there, or only one whose making was cut off. */
  readonly fresh: boolean;
  /** Forces a fresh database to the disk as a whole; from here on it counts as made. */
  complete(): Promise<void>;
  release(): Promise<void>;
}

/**
 * Makes the folder ready for one process: there, closed to other users, locked, free of remains.
 * @throws DatabaseError `folder-in-use` or `folder-unwritable`
 */
export async function takeDataFolder(path: string): Promise<DataFolder> {
  const lock = await writable(path, async () => {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await access(path, constants.W_OK);
    await chmod(path, 0o700);
    return lockFolder(path);
  });
  try {
    return await writable(path, () => underLock(path, lock));
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function underLock(path: string, lock: FolderLock): Promise<DataFolder> {
  const database = join(path, 'database');
  // There from the first file of a new database until its last is on the disk: a cut in between leaves
  // files that look like a database and are none.
  const unfinished = join(path, 'database.unfinished');
  if (await exists(unfinished)) await rm(database, { recursive: true, force: true });
  const fresh = !(await exists(database));
  if (fresh) {
    await (await open(unfinished, 'w')).close();
    await sync(unfinished);
    await mkdir(database, { mode: 0o700 });
    await sync(path);
  }
  // Under the lock no other process can have written it; after a kill it may even be empty.
  await rm(join(database, 'postmaster.pid'), { force: true });
  return {
    database,
    fresh,
    complete: async () => {
      if (!fresh) return;
      await syncTree(database);
      await rm(unfinished);
      await sync(path);
    },
    release: () => lock.release(),
  };
}

async function writable<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(
      'folder-unwritable',
      `cannot write to the data folder ${path}: ${messageOf(error)}`,
      error,
    );
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return false;
      throw error;
    },
  );
}

async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    await (entry.isDirectory() ? syncTree(path) : sync(path));
  }
  await sync(folder);
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } catch (error) {
    // Where a system cannot sync a folder, it does not need to.
    if (!['EPERM', 'EINVAL', 'EISDIR'].includes(codeOf(error) ?? '')) throw error;
  } finally {
    await file.close();
  }
}
