import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Runs a program of this folder in a Node of its own, and reads the JSON it prints. */
export function inChild<T>(
  program: string,
  flags: readonly string[],
  args: readonly string[] = [],
): Promise<T> {
  const child = spawn(process.execPath, [...flags, '--import', 'tsx', join(__dirname, program), ...args], {
    // Node warns that it goes without WebAssembly; what goes wrong says so by its exit code too.
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(JSON.parse(out) as T) : reject(new Error(`${program} ended with ${code}\n${err}`)),
    );
  });
}

/** As on a phone whose engine compiles nothing: WeChat on older iPhones. */
export const jitless = ['--jitless'] as const;
