/** What a phone keeps values in. Each may fail: storage can be blocked, as in private windows, or full. */
export interface Store {
  read(key: string): Promise<unknown>;
  write(key: string, value: unknown): Promise<unknown>;
  remove(key: string): Promise<unknown>;
  keys(): Promise<string[]>;
}

const held = new Map<string, unknown>();
const listeners = new Set<() => void>();
let keeping = true;

function tell(): void {
  const now = held.size === 0;
  if (now === keeping) return;
  keeping = now;
  listeners.forEach((listener) => listener());
}

/** Holds what the phone did not keep until the app is closed. */
export function hold(key: string, value: unknown): void {
  held.set(key, value);
  tell();
}

/** Lets go of it: it is kept after all, or no longer wanted. False when it was not held. */
export function release(key: string): boolean {
  const was = held.delete(key);
  tell();
  return was;
}

/** Whether everything of this visit will still be there at the next. */
export const isKeeping = (): boolean => keeping;

/** Tells when that changes; the answer takes the listener off again. */
export function onKeepingChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The store, never failing: what it does not keep is held for this visit. */
export function orHeld(store: Store): Store {
  /** Never written over in this visit: what lies there may be unsent. */
  const unread = new Set<string>();
  return {
    async read(key) {
      if (held.has(key)) return held.get(key);
      try {
        return await store.read(key);
      } catch {
        unread.add(key);
        hold(key, undefined);
        return undefined;
      }
    },
    async write(key, value) {
      if (unread.has(key)) return hold(key, value);
      await store.write(key, value).then(
        () => release(key),
        () => hold(key, value),
      );
    },
    async remove(key) {
      await store.remove(key).then(
        () => {
          unread.delete(key);
          release(key);
        },
        () => hold(key, undefined),
      );
    },
    async keys() {
      const kept = await store.keys().catch((): string[] => []);
      return [...new Set([...kept, ...held.keys()])];
    },
  };
}
