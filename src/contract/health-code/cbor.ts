import { fail, ok, type Result } from '../result';
import { concatBytes } from './bytes';
import { decodeUtf8, encodeUtf8 } from './utf8';

/** The part of CBOR (RFC 8949) that signed documents need: no floats, no integers beyond 2^53 − 1. */
export type CborValue = number | string | boolean | null | Uint8Array | CborValue[] | CborMap | CborTag;
export type CborMap = Map<CborKey, CborValue>;
export type CborKey = number | string;
export class CborTag {
  constructor(
    readonly tag: number,
    readonly value: CborValue,
  ) {}
}

/**
 * `truncated`, `trailing-bytes`: too short, too long. `too-deep`: more than {@link MAX_DEPTH} levels.
 * `not-shortest`, `keys-unsorted`, `indefinite-length`: valid CBOR, but not the one deterministic form (RFC 8949 §4.2.1).
 * `key-type`: a key that is neither integer nor text. `unsupported`: floats, undefined, other simple values.
 */
export type CborFailure =
  | 'truncated'
  | 'trailing-bytes'
  | 'too-deep'
  | 'not-shortest'
  | 'keys-unsorted'
  | 'duplicate-key'
  | 'indefinite-length'
  | 'invalid-utf8'
  | 'integer-too-large'
  | 'key-type'
  | 'reserved'
  | 'unsupported';

export const MAX_DEPTH = 16;

const simple: readonly [false, true, null] = [false, true, null];
const FIRST_SIMPLE = 20;

/** The one deterministic encoding (RFC 8949 §4.2.1). Throws RangeError for a number that is not a safe integer. */
export function encodeCbor(value: CborValue): Uint8Array {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError('not a safe integer');
    return value < 0 ? head(1, -1 - value) : head(0, value);
  }
  if (value instanceof Uint8Array) return concatBytes(head(2, value.length), value);
  if (typeof value === 'string') {
    const text = encodeUtf8(value);
    return concatBytes(head(3, text.length), text);
  }
  if (Array.isArray(value)) return concatBytes(head(4, value.length), ...value.map(encodeCbor));
  if (value instanceof Map) {
    const entries = [...value].map(([key, item]) => ({ key: encodeCbor(key), item: encodeCbor(item) }));
    entries.sort((a, b) => compareBytes(a.key, b.key));
    return concatBytes(head(5, entries.length), ...entries.flatMap(({ key, item }) => [key, item]));
  }
  if (value instanceof CborTag) return concatBytes(head(6, value.tag), encodeCbor(value.value));
  return head(7, FIRST_SIMPLE + simple.indexOf(value));
}

/** Reads one value that fills all the bytes. Never throws; what is not the deterministic form is refused by name. */
export function decodeCbor(bytes: Uint8Array): Result<CborValue, CborFailure> {
  const reader = new Reader(bytes);
  try {
    const value = reader.value(0);
    return reader.atEnd ? ok(value) : fail('trailing-bytes');
  } catch (error) {
    if (error instanceof Refused) return fail(error.failure);
    throw error;
  }
}

class Refused extends Error {
  constructor(readonly failure: CborFailure) {
    super(failure);
  }
}

class Reader {
  private at = 0;
  constructor(private readonly bytes: Uint8Array) {}

  get atEnd() {
    return this.at === this.bytes.length;
  }

  value(depth: number): CborValue {
    if (depth >= MAX_DEPTH) throw new Refused('too-deep');
    const { major, argument } = this.head();
    switch (major) {
      case 0:
        return argument;
      case 1:
        return -1 - argument;
      case 2:
        return this.take(argument).slice();
      case 3:
        return this.text(argument);
      case 4:
        return this.array(argument, depth);
      case 5:
        return this.map(argument, depth);
      case 6:
        return new CborTag(argument, this.value(depth + 1));
      default: {
        const value = simple[argument - FIRST_SIMPLE];
        if (value === undefined) throw new Refused('unsupported');
        return value;
      }
    }
  }

  private head(): { major: number; argument: number } {
    const first = this.take(1)[0] ?? 0;
    const major = first >> 5;
    const info = first & 31;
    if (info < 24) return { major, argument: info };
    if (info === 31 && major >= 2 && major <= 5) throw new Refused('indefinite-length');
    if (info > 27) throw new Refused('reserved');
    if (major === 7) throw new Refused('unsupported');
    let argument = 0;
    for (const byte of this.take(1 << (info - 24))) argument = argument * 256 + byte;
    const least = [24, 0x100, 0x10000, 0x100000000][info - 24] ?? 0;
    if (argument < least) throw new Refused('not-shortest');
    // −1 − argument has to be exact too.
    if (argument >= Number.MAX_SAFE_INTEGER) throw new Refused('integer-too-large');
    return { major, argument };
  }

  private take(length: number): Uint8Array {
    if (length > this.bytes.length - this.at) throw new Refused('truncated');
    return this.bytes.subarray(this.at, (this.at += length));
  }

  private text(length: number): string {
    const text = decodeUtf8(this.take(length));
    if (text === undefined) throw new Refused('invalid-utf8');
    return text;
  }

  private array(length: number, depth: number): CborValue[] {
    this.expectItems(length);
    const items: CborValue[] = [];
    for (let i = 0; i < length; i++) items.push(this.value(depth + 1));
    return items;
  }

  private map(length: number, depth: number): CborMap {
    this.expectItems(length * 2);
    const map: CborMap = new Map();
    let previous = new Uint8Array();
    for (let i = 0; i < length; i++) {
      const start = this.at;
      const key = this.value(depth + 1);
      if (typeof key !== 'number' && typeof key !== 'string') throw new Refused('key-type');
      if (map.has(key)) throw new Refused('duplicate-key');
      const encoded = this.bytes.slice(start, this.at);
      if (compareBytes(previous, encoded) > 0) throw new Refused('keys-unsorted');
      previous = encoded;
      map.set(key, this.value(depth + 1));
    }
    return map;
  }

  /** An item is at least a byte long: a claimed length beyond that is refused before any work. */
  private expectItems(count: number) {
    if (count > this.bytes.length - this.at) throw new Refused('truncated');
  }
}

function head(major: number, argument: number): Uint8Array {
  const size =
    argument < 24 ? 0 : argument < 0x100 ? 1 : argument < 0x10000 ? 2 : argument < 0x100000000 ? 4 : 8;
  const bytes = new Uint8Array(1 + size);
  bytes[0] = (major << 5) | (size === 0 ? argument : 24 + Math.log2(size));
  for (let i = size, rest = argument; i > 0; i--, rest = Math.floor(rest / 256)) bytes[i] = rest % 256;
  return bytes;
}

/** Bytewise lexicographic order, as deterministic CBOR sorts its keys. */
function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
