/** The part of CBOR (RFC 8949) that signed documents need: no integers beyond 2^53 − 1; floats only in foreign ones. */
export type CborValue = number | string | boolean | null | Uint8Array | CborValue[] | CborMap | CborTag;
export type CborMap = Map<CborKey, CborValue>;
export type CborKey = number | string;
export class CborTag {
  constructor(
    readonly tag: number,
    readonly value: CborValue,
  ) {}
}

/** What is neither a number, bytes, text nor a container; the place in the list is from {@link FIRST_SIMPLE}. */
export const simpleValues: readonly [false, true, null] = [false, true, null];
export const FIRST_SIMPLE = 20;
