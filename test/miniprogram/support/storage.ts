import type { KeyValue } from '../../../src/miniprogram/backend/storage';

/** A phone's storage: JSON, as on the phone. */
export function memoryStorage(): KeyValue & { values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    get: <T>(key: string) =>
      Promise.resolve(values.has(key) ? (JSON.parse(values.get(key)!) as T) : undefined),
    set: (key, value) => Promise.resolve(void values.set(key, JSON.stringify(value))),
    remove: (key) => Promise.resolve(void values.delete(key)),
    keys: () => Promise.resolve([...values.keys()]),
  };
}
