import { chmodSync, rmSync } from 'node:fs';
import { createServer, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import type { AdminAnswer, AdminRequest } from './commands';

/** A path longer than this cannot be a unix socket. */
export const socketPath = (dataDir: string): string => join(dataDir, 'admin.sock');

/** Lets `npm run admin` speak to this server: a socket that only its own user may open. */
export function listenForAdmin(
  dataDir: string,
  run: (request: AdminRequest) => Promise<AdminAnswer>,
): Promise<() => Promise<void>> {
  const path = socketPath(dataDir);
  // The folder is ours (its lock says so): what lies there is left over from a killed process.
  rmSync(path, { force: true });
  const server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const answer = Promise.resolve()
        .then(() => run(JSON.parse(Buffer.concat(parts).toString()) as AdminRequest))
        .catch((error: unknown): AdminAnswer => ({
          code: 1,
          lines: [error instanceof Error ? error.message : String(error)],
        }));
      void answer.then((value) => outgoing.end(JSON.stringify(value)));
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const old = process.umask(0o177);
    server.listen(path, () => {
      chmodSync(path, 0o600);
      resolve(() => new Promise((closed) => server.close(() => closed())));
    });
    process.umask(old);
  });
}

/** Asks the running server; undefined when none runs on this folder. */
export function askServer(dataDir: string, request: AdminRequest): Promise<AdminAnswer | undefined> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { socketPath: socketPath(dataDir), method: 'POST', path: '/' },
      (incoming) => {
        const parts: Buffer[] = [];
        incoming.on('data', (part: Buffer) => parts.push(part));
        incoming.on('end', () => resolve(JSON.parse(Buffer.concat(parts).toString()) as AdminAnswer));
        incoming.on('error', reject);
      },
    );
    outgoing.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' || error.code === 'ECONNREFUSED' ? resolve(undefined) : reject(error),
    );
    outgoing.end(JSON.stringify(request));
  });
}
