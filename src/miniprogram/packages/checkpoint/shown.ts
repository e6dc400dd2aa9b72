import type { Told } from './answered';

/** So long (ms) a result stays. */
export const SHOWN_FOR = 30_000;

/** One result on the screen. The code is there to be asked about online, and goes with it. */
export interface Shown {
  verdict: Told;
  code: string;
  /** This device's clock, epoch milliseconds. */
  at: number;
}

/** The one result of now: held here and nowhere else, in no address and no storage. */
export interface Display {
  current(): Shown | undefined;
  show(verdict: Told, code: string): void;
  wipe(): void;
  subscribe(listener: () => void): () => void;
}

export function createDisplay(clock: () => number): Display {
  let shown: Shown | undefined;
  const listeners = new Set<() => void>();
  const change = (next: Shown | undefined): void => {
    shown = next;
    listeners.forEach((listener) => listener());
  };
  return {
    current: () => shown,
    show: (verdict, code) => change({ verdict, code, at: clock() }),
    wipe: () => shown && change(undefined),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
