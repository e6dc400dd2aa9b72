import { fail, ok, type Result } from '../result';
import { ByteWriter } from './byte-writer';
import { type CborFailure, type CborReading, Reader, Refused } from './cbor-reader';
import { CborTag, type CborValue, FIRST_SIMPLE, simpleValues } from './cbor-value';
import { encodeUtf8 } from './utf8';

export { type CborFailure, type CborReading, MAX_DEPTH } from './cbor-reader';
export { type CborKey, type CborMap, CborTag, type CborValue } from './cbor-value';

/**
 * The one deterministic encoding (RFC 8949 §4.2.1). Throws RangeError for a number that is not a safe integer:
 * what we write has no floats.
 */
export function encodeCbor(value: CborValue): Uint8Array {
  const writer = new ByteWriter();
  write(writer, value);
  return writer.written();
}

/**
 * Reads one value that fills all the bytes. Never throws. `deterministic`: what is not the one form of RFC 8949 §4.2.1
 * is refused by name; `foreign`: any well-formed CBOR of values that {@link CborValue} has, as others write it.
 * Byte strings are views of the input, not copies.
 */
export function decodeCbor(
  bytes: Uint8Array,
  reading: CborReading = 'deterministic',
): Result<CborValue, CborFailure> {
  const reader = new Reader(bytes, reading);
  try {
    const value = reader.value(0);
    return reader.atEnd ? ok(value) : fail('trailing-bytes');
  } catch (error) {
    if (error instanceof Refused) return fail(error.failure);
    throw error;
  }
}

function write(writer: ByteWriter, value: CborValue): void {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError('not a safe integer');
    if (value < 0) writeHead(writer, 1, -1 - value);
    else writeHead(writer, 0, value);
  } else if (value instanceof Uint8Array) {
    writeHead(writer, 2, value.length);
    writer.bytes(value);
  } else if (typeof value === 'string') {
    const text = encodeUtf8(value);
    writeHead(writer, 3, text.length);
    writer.bytes(text);
  } else if (Array.isArray(value)) {
    writeHead(writer, 4, value.length);
    for (const item of value) write(writer, item);
  } else if (value instanceof Map) {
    const entries = [...value].map(([key, item]) => ({ key: encodeCbor(key), item }));
    entries.sort((a, b) => compareBytes(a.key, b.key));
    writeHead(writer, 5, entries.length);
    for (const { key, item } of entries) {
      writer.bytes(key);
      write(writer, item);
    }
  } else if (value instanceof CborTag) {
    writeHead(writer, 6, value.tag);
    write(writer, value.value);
  } else {
    writer.byte((7 << 5) | (FIRST_SIMPLE + simpleValues.indexOf(value)));
  }
}

function writeHead(writer: ByteWriter, major: number, argument: number): void {
  if (argument < 24) return writer.byte((major << 5) | argument);
  const size = argument < 0x100 ? 1 : argument < 0x10000 ? 2 : argument < 0x100000000 ? 4 : 8;
  writer.byte((major << 5) | (24 + Math.log2(size)));
  for (let left = size - 1; left >= 0; left--) writer.byte(Math.floor(argument / 256 ** left) % 256);
}

/** Bytewise lexicographic order, as deterministic CBOR sorts its keys. */
function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
