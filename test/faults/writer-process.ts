import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** What there is of one row: all of it once, where nothing was lost or doubled. */
export interface StoredRow {
  id: string;
  /** Of its transaction: 2. */
  halves: number;
  requests: number;
  /** With their files, whole. */
  photos: number;
  jobs: number;
  /** Its job was done. */
  done: number;
}

/** A server that takes writes and can be killed. */
export interface Writer {
  /** When it takes writes. Fails when it ends before. */
  ready: Promise<void>;
  /** Resolves when the row is acknowledged, fails when the writer ends before that. */
  write(id: string): Promise<void>;
  /** The rows that are there now. */
  stored(): Promise<StoredRow[]>;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
  /** Lets it end by itself. */
  close(): Promise<void>;
}

/** The writer ended before it answered, as it does when killed; any other failure of a write is a finding. */
export class WriterEnded extends Error {}

export type Order = { number: number } & ({ do: 'write'; id: string } | { do: 'list' });
export type Answer = { ready: true } | { number: number; value: unknown } | { number: number; error: string };
type Command = { do: 'write'; id: string } | { do: 'list' };

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Starts `writer.ts` on a folder, with its database on a server when there is an address. */
export function startWriter(dataDir: string, databaseUrl?: string): Writer {
  // One process, not a runner with a child: what is killed must be what writes.
  const args = [
    '--import',
    'tsx',
    join(__dirname, 'writer.ts'),
    dataDir,
    ...(databaseUrl ? [databaseUrl] : []),
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const waiting = new Map<number, Waiting>();
  let number = 0;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the writer ended before it was ready')));
    child.on('message', (answer: Answer) => {
      if ('ready' in answer) return resolve();
      const one = waiting.get(answer.number);
      waiting.delete(answer.number);
      if ('error' in answer) one?.reject(new Error(answer.error));
      else one?.resolve(answer.value);
    });
  });
  ready.catch(() => undefined);
  void gone.then(() => waiting.forEach(({ reject }) => reject(new WriterEnded())));

  const order = (what: Command) =>
    new Promise<unknown>((resolve, reject) => {
      if (!child.connected) return reject(new WriterEnded());
      const one: Order = { number: number++, ...what };
      waiting.set(one.number, { resolve, reject });
      // A broken channel shows as the end of the process.
      child.send(one, () => undefined);
    });
  return {
    ready,
    write: async (id) => void (await order({ do: 'write', id })),
    stored: async () => (await order({ do: 'list' })) as StoredRow[],
    kill: () => {
      child.kill('SIGKILL');
      return gone;
    },
    close: () => {
      if (child.connected) child.disconnect();
      return gone;
    },
  };
}
