/** EBML ids (RFC 8794, RFC 9559) of what time is read from. */
const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TIMESTAMP_SCALE = 0x2ad7b1;
const CLUSTER = 0x1f43b675;
const TIMESTAMP = 0xe7;
const SIMPLE_BLOCK = 0xa3;
const BLOCK_GROUP = 0xa0;
const BLOCK = 0xa1;
const parents = new Set([SEGMENT, INFO, CLUSTER, BLOCK_GROUP]);

/** A number of 1 to 8 bytes whose first bit set tells how many. */
function variable(
  content: Buffer,
  at: number,
  keepMark: boolean,
): { value: number; length: number } | undefined {
  const first = content[at];
  if (first === undefined || first === 0) return undefined;
  const length = Math.clz32(first) - 23;
  if (at + length > content.length) return undefined;
  let value = keepMark ? first : first & (0xff >> length);
  let unknown = value === 0xff >> length;
  for (let each = 1; each < length; each += 1) {
    const byte = content[at + each] ?? 0;
    unknown &&= byte === 0xff;
    value = value * 256 + byte;
  }
  return { value: unknown && !keepMark ? Infinity : value, length };
}

/** The time of the last sound in a WebM, seconds; undefined where none is told. */
export function webmSeconds(content: Buffer): number | undefined {
  let scale = 1_000_000;
  let cluster = 0;
  let last: number | undefined;
  // Elements that hold others are entered, all others stepped over; a recording's clusters have no size of their own.
  for (let at = 0; at < content.length;) {
    const id = variable(content, at, true);
    const size = id && variable(content, at + id.length, false);
    if (!id || !size) break;
    const start = at + id.length + size.length;
    if (parents.has(id.value)) {
      at = start;
      continue;
    }
    const data = content.subarray(start, start + size.value);
    if (id.value === TIMESTAMP_SCALE) scale = unsigned(data);
    if (id.value === TIMESTAMP) cluster = unsigned(data);
    if (id.value === SIMPLE_BLOCK || id.value === BLOCK) {
      const track = variable(data, 0, false);
      if (!track || data.length < track.length + 2) break;
      last = Math.max(last ?? 0, cluster + data.readInt16BE(track.length));
    }
    at = start + size.value;
  }
  return last === undefined ? undefined : (last * scale) / 1e9;
}

const unsigned = (data: Buffer): number => data.reduce((sum, byte) => sum * 256 + byte, 0);
