/** What a file of JSON says; undefined where it is none. */
export function jsonIn(file: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file)) as unknown;
  } catch {
    return undefined;
  }
}
