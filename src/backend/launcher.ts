import { readFileSync } from 'node:fs';

/** Name and parent of a process, where the system tells (Linux). */
function processOf(pid: number): { name: string; parent: number } | undefined {
  try {
    const [, name = '', parent] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return { name, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

/** The processes between npm and us: npm itself, or a shell and npm. */
function chain(): string {
  const parent = processOf(process.ppid);
  const shell = parent && ['sh', 'dash'].includes(parent.name);
  return shell ? `${process.ppid} ${parent.parent}` : String(process.ppid);
}

/**
 * Calls `gone` when npm, which started us, has ended: a signal that is sent to npm alone reaches the shell it
 * runs us in, and not us.
 */
export function watchLauncher(gone: () => void): void {
  if (process.env['npm_lifecycle_event'] !== 'start') return;
  const launched = chain();
  setInterval(() => (chain() === launched ? undefined : gone()), 500).unref();
}
