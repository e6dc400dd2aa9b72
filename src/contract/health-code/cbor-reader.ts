import { joinBytes } from './bytes';
import {
  type CborKey,
  type CborMap,
  CborTag,
  type CborValue,
  FIRST_SIMPLE,
  simpleValues,
} from './cbor-value';
import { readFloat } from './float';
import { decodeUtf8 } from './utf8';

/** `deterministic`: our own documents, which have one encoding. `foreign`: those of others, which have many. */
export type CborReading = 'deterministic' | 'foreign';

/**
 * `truncated`, `trailing-bytes`: too short, too long. `too-deep`: more than {@link MAX_DEPTH} levels.
 * `not-shortest`, `keys-unsorted`, `indefinite-length`: valid CBOR, but not the one deterministic form (RFC 8949 §4.2.1).
 * `key-type`: a key that is neither integer nor text. `unsupported`: big numbers, simple values without a meaning, and
 * in the deterministic form floats and undefined.
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

const BREAK = 0xff;
const UNDEFINED = 23;
const BIG_NUMBERS = [2, 3];
/** An argument that says: until the break. */
const INDEFINITE = -1;

export class Refused extends Error {
  constructor(readonly failure: CborFailure) {
    super(failure);
  }
}

/** Some of the bytes, from one place to before another. */
interface Stretch {
  start: number;
  end: number;
}

/** Reads values one after the other; throws {@link Refused}. */
export class Reader {
  private at = 0;
  private readonly isForeign: boolean;

  constructor(
    private readonly bytes: Uint8Array,
    reading: CborReading,
  ) {
    this.isForeign = reading === 'foreign';
  }

  get atEnd() {
    return this.at === this.bytes.length;
  }

  value(depth: number): CborValue {
    if (depth >= MAX_DEPTH) throw new Refused('too-deep');
    const first = this.byte();
    const major = first >> 5;
    if (major === 7) return this.simple(first & 31);
    const argument = this.argument(major, first & 31);
    switch (major) {
      case 0:
        return argument;
      case 1:
        return -1 - argument;
      case 2:
        return argument === INDEFINITE ? joinBytes(this.chunks(2)) : this.take(argument);
      case 3:
        return argument === INDEFINITE ? this.chunks(3).map(textOf).join('') : textOf(this.take(argument));
      case 4:
        return this.array(argument, depth);
      case 5:
        return this.map(argument, depth);
      default:
        if (this.isForeign && BIG_NUMBERS.includes(argument)) throw new Refused('unsupported');
        return new CborTag(argument, this.value(depth + 1));
    }
  }

  private byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new Refused('truncated');
    return byte;
  }

  private argument(major: number, info: number): number {
    if (info < 24) return info;
    if (info === 31 && major >= 2 && major <= 5) {
      if (this.isForeign) return INDEFINITE;
      throw new Refused('indefinite-length');
    }
    if (info > 27) throw new Refused('reserved');
    let argument = 0;
    for (let left = 1 << (info - 24); left > 0; left--) argument = argument * 256 + this.byte();
    if (!this.isForeign && argument < leastOf(info)) throw new Refused('not-shortest');
    // −1 − argument has to be exact too.
    if (argument >= Number.MAX_SAFE_INTEGER) throw new Refused('integer-too-large');
    return argument;
  }

  private simple(info: number): CborValue {
    if (info > 27) throw new Refused('reserved');
    if (this.isForeign && info >= 25) return readFloat(this.take(1 << (info - 24)));
    if (this.isForeign && info === UNDEFINED) return null;
    const value = info < 24 ? simpleValues[info - FIRST_SIMPLE] : undefined;
    if (value === undefined) throw new Refused('unsupported');
    return value;
  }

  private take(length: number): Uint8Array {
    if (length > this.bytes.length - this.at) throw new Refused('truncated');
    return this.bytes.subarray(this.at, (this.at += length));
  }

  /** The pieces of a string without a length: each of the same kind, with a length of its own. */
  private chunks(major: number): Uint8Array[] {
    const chunks: Uint8Array[] = [];
    while (!this.atBreak()) {
      const first = this.byte();
      if (first >> 5 !== major || (first & 31) === 31) throw new Refused('reserved');
      chunks.push(this.take(this.argument(major, first & 31)));
    }
    return chunks;
  }

  private array(length: number, depth: number): CborValue[] {
    this.expectItems(length);
    const items: CborValue[] = [];
    while (length === INDEFINITE ? !this.atBreak() : items.length < length) items.push(this.value(depth + 1));
    return items;
  }

  private map(length: number, depth: number): CborMap {
    this.expectItems(length * 2);
    const map: CborMap = new Map();
    let previous = { start: 0, end: 0 };
    while (length === INDEFINITE ? !this.atBreak() : map.size < length) {
      const start = this.at;
      const key = this.value(depth + 1);
      if (!isKey(key)) throw new Refused('key-type');
      if (map.has(key)) throw new Refused('duplicate-key');
      const encoded = { start, end: this.at };
      if (!this.isForeign && this.isAfter(previous, encoded)) throw new Refused('keys-unsorted');
      previous = encoded;
      map.set(key, this.value(depth + 1));
    }
    return map;
  }

  /** Whether one stretch of the bytes sorts after another. On the path of every scan, so without views of them. */
  private isAfter(a: Stretch, b: Stretch): boolean {
    for (let i = 0; a.start + i < a.end && b.start + i < b.end; i++) {
      const difference = (this.bytes[a.start + i] ?? 0) - (this.bytes[b.start + i] ?? 0);
      if (difference !== 0) return difference > 0;
    }
    return a.end - a.start > b.end - b.start;
  }

  /** Whether the next byte ends an item of indefinite length; passes over it. */
  private atBreak(): boolean {
    if (this.bytes[this.at] !== BREAK) return false;
    this.at++;
    return true;
  }

  /** An item is at least a byte long: a claimed length beyond that is refused before any work. */
  private expectItems(count: number) {
    if (count > this.bytes.length - this.at) throw new Refused('truncated');
  }
}

const isKey = (value: CborValue): value is CborKey =>
  typeof value === 'string' || (typeof value === 'number' && Number.isSafeInteger(value));

/** What would have fitted a shorter form. */
function leastOf(info: number): number {
  if (info === 24) return 24;
  return info === 25 ? 0x100 : info === 26 ? 0x10000 : 0x100000000;
}

function textOf(bytes: Uint8Array): string {
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new Refused('invalid-utf8');
  return text;
}
