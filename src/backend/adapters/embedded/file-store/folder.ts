import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Files by id in one folder that only this server's user opens. */
export interface Folder {
  /** On the disk when it returns, whole or not at all. */
  write(id: string, content: Buffer): Promise<void>;
  read(id: string): Promise<Buffer | undefined>;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function openFolder(path: string): Folder {
  const fileOf = (id: string): string => {
    if (!uuid.test(id)) throw new RangeError('not an id');
    return join(path, id);
  };
  const made = () => mkdir(path, { recursive: true, mode: 0o700 });

  async function sync(target: string): Promise<void> {
    const handle = await open(target, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  return {
    async write(id, content) {
      await made();
      const file = fileOf(id);
      const unfinished = `${file}.part`;
      try {
        const handle = await open(unfinished, 'wx', 0o600);
        try {
          await handle.writeFile(content);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(unfinished, file);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      // The name is kept by the folder, which has its own sync.
      await sync(path);
    },
    async read(id) {
      try {
        return await readFile(fileOf(id));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
  };
}
