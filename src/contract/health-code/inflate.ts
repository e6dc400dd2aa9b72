import { Inflate } from 'fflate';
import { fail, ok, type Result } from '../result';
import { joinBytes, readUint32 } from './bytes';

/** DEFLATE makes at most so many bytes of one (RFC 1951: 258 bytes from 2 bits). */
const MOST_PER_BYTE = 1032;
/** Smaller pieces would cost more than they save. */
const LEAST_SLICE = 256;

/**
 * The content of a zlib stream (RFC 1950). `corrupt`: another format, cut off, or not of its checksum.
 * `too-large`: more than `maxLength` bytes would come out. The input is fed in pieces none of which can make
 * much more than that, so that a bomb is given up before it costs time or memory. Never throws.
 *
 * `isSigned`: the bytes lie under a signature that was found good. Their checksum says nothing more then, and on a phone
 * without a JIT costs a quarter of reading a large list.
 */
export function inflateZlib(
  bytes: Uint8Array,
  maxLength: number,
  { isSigned = false } = {},
): Result<Uint8Array, 'corrupt' | 'too-large'> {
  if (!isZlibHeader(bytes)) return fail('corrupt');
  const deflated = bytes.subarray(2, -4);
  const slice = Math.max(LEAST_SLICE, Math.ceil(maxLength / MOST_PER_BYTE));
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((part) => {
    length += part.length;
    parts.push(part);
  });
  try {
    for (let at = 0; at < deflated.length; at += slice) {
      stream.push(deflated.subarray(at, at + slice), at + slice >= deflated.length);
      if (length > maxLength) return fail('too-large');
    }
  } catch {
    return fail('corrupt');
  }
  const content = joinBytes(parts);
  const isWhole = isSigned || adler32(content) === readUint32(bytes.subarray(-4));
  return isWhole ? ok(content) : fail('corrupt');
}

/** Method 8 (DEFLATE), a window of at most 32 KB, no preset dictionary, and the check bits right. */
function isZlibHeader(bytes: Uint8Array): boolean {
  const [method = 0, flags = 0] = bytes;
  // Two bytes of header, one at least of content, four of checksum.
  if (bytes.length < 7) return false;
  return (method & 15) === 8 && method >> 4 <= 7 && (flags & 32) === 0 && (method * 256 + flags) % 31 === 0;
}

/** The checksum of RFC 1950 §8.2. The remainder is taken as rarely as 32 bits allow. */
function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (let at = 0; at < bytes.length;) {
    for (const end = Math.min(at + 5552, bytes.length); at < end; at++) {
      low += bytes[at] ?? 0;
      high += low;
    }
    low %= 65521;
    high %= 65521;
  }
  return high * 65536 + low;
}
