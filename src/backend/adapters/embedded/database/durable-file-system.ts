import { fsyncSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import type { PGlite } from '@electric-sql/pglite';
import { codeOf } from './errors';

/** Emscripten's number for an input/output error. */
const EIO = 29;

type Options = Parameters<NodeFS['init']>[1];

/** The part of Emscripten's file system that is reached into; its own types leave it out. */
interface NodeModule {
  FS: { ErrnoError: new (errno: number) => Error };
  NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } };
}

/**
 * PGlite's file system on disk, with the one call that is missing from it: without `fsync` a commit is
 * acknowledged while it lies in the operating system's memory, and a power cut takes it.
 */
export class DurableFileSystem extends NodeFS {
  /** How often something was forced to the disk. */
  syncs = 0;

  override async init(pglite: PGlite, options: Options): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pglite, options);
    const preRun = [
      ...(emscriptenOpts.preRun ?? []),
      (module: unknown) => this.addSync(module as NodeModule),
    ];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }

  private addSync(module: NodeModule): void {
    module.NODEFS.stream_ops.fsync = (stream) => {
      try {
        fsyncSync(stream.nfd);
      } catch (error) {
        // Some systems cannot sync a folder or a file opened for reading; all else is a failing disk.
        if (!['EPERM', 'EINVAL', 'EISDIR'].includes(codeOf(error) ?? '')) throw new module.FS.ErrnoError(EIO);
      }
      this.syncs++;
      return 0;
    };
  }
}
