/** How each field of `T` is made. */
export type Making<T> = { [Field in keyof T]: () => Promise<T[Field]> };

/** Makes what `use` reads of the belongings, then calls it with them. */
export type Using<T> = <R>(use: (of: T) => R) => Promise<R>;

/**
 * Makes a field when it is first read, and only then: a try that names one thing need not wait for twenty.
 * What reads them is called again from its start after each, so it must only read.
 */
export function onDemand<T extends object>(making: Making<T>): Using<T> {
  const made = new Map<keyof T, unknown>();
  return async (use) => {
    for (;;) {
      const missing: (keyof T)[] = [];
      const of = new Proxy({} as T, {
        get(_, field) {
          if (made.has(field as keyof T)) return made.get(field as keyof T);
          missing.push(field as keyof T);
          throw new Error(`${String(field)} is not made yet`);
        },
      });
      try {
        return use(of);
      } catch (error) {
        const [field] = missing;
        if (field === undefined) throw error;
        made.set(field, await making[field]());
      }
    }
  };
}

/** The same one however often it is asked for. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
