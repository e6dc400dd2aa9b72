import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

/** What the bench tells its server. */
export type BroadcastOrder = 'publish' | 'flood' | 'delay';
/** What it is told. Moments are epoch ms with their fraction: all run on one machine. */
export interface BroadcastReport {
  listening?: { address: string; tokens: string[] };
  published?: { at: number; frame: string; cursor: number };
  flooded?: { times: number; left: number };
  heldUpMs?: number;
  /** Phones of a process are all there. */
  connected?: number;
  /** All phones of a process that are connected there have it. */
  heard?: { address: string; at: number };
}

export interface Child {
  tell(order: unknown): void;
  /** The next report that says this. */
  next<K extends keyof BroadcastReport>(what: K): Promise<NonNullable<BroadcastReport[K]>>;
  end(): Promise<void>;
}

/** A program of this folder in a process of its own. */
export function startChild(program: string): Child {
  const child: ChildProcess = fork(join(__dirname, program), [], { execArgv: ['--import', 'tsx'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    tell: (order) => void child.send(order as object),
    next: (what) =>
      new Promise((resolve, reject) => {
        const hear = (report: BroadcastReport): void => {
          const said = report[what];
          if (said === undefined) return;
          child.off('message', hear);
          resolve(said);
        };
        child.on('message', hear);
        void ended.then(() => reject(new Error(`${program} ended`)));
      }),
    end() {
      if (child.connected) child.disconnect();
      return ended;
    },
  };
}
