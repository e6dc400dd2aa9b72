import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

export interface Running {
  child: ChildProcess;
  /** What it wrote so far. */
  out: () => string;
  err: () => string;
  /** Resolves when its standard output holds the text; rejects when it ends before, or after `patience` ms. */
  says(text: string, patience?: number): Promise<void>;
  /** Its exit code (128 + number for a signal it did not handle). */
  ended: Promise<number>;
}

/** A TypeScript program of the project in a process of its own; `stdin` is what it can read. */
export function run(
  program: string,
  args: readonly string[],
  env: Record<string, string>,
  stdin = '',
): Running {
  // In one process with the loader: a signal reaches the program itself. How V8 works is as for the tests themselves.
  const child = spawn(
    process.execPath,
    [...process.execArgv, '--import', 'tsx', join(root, program), ...args],
    {
      cwd: root,
      env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
      stdio: 'pipe',
    },
  );
  // One that ends before it has read everything is no failure here.
  child.stdin.on('error', () => undefined).end(stdin);
  let out = '';
  let err = '';
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  const ended = new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? 128)));
  const says = (text: string, patience = 60_000) =>
    new Promise<void>((resolve, reject) => {
      const look = (): void => {
        if (!out.includes(text)) return;
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(
        () => reject(new Error(`not said in time: ${text}\n${out}\n${err}`)),
        patience,
      );
      child.stdout.on('data', look);
      void ended.then(() => {
        clearTimeout(timer);
        reject(new Error(`ended without saying: ${text}\n${out}\n${err}`));
      });
      look();
    });
  return { child, out: () => out, err: () => err, says, ended };
}
