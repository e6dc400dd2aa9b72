/** ISO/IEC 14496-12 boxes that hold what time is read from. */
const parents: readonly string[] = ['moov', 'mvex', 'trak', 'mdia', 'moof', 'traf'];
/** Flags of `tfhd`: which optional fields stand before the default duration, in order with their bytes. */
const beforeDuration = [
  [0x1, 8],
  [0x2, 4],
] as const;
const HAS_DEFAULT_DURATION = 0x8;
/** Flags of `trun`. */
const runFields = [0x1, 0x4] as const;
const sampleFields = [0x100, 0x200, 0x400, 0x800] as const;
const HAS_DURATIONS = 0x100;

/**
 * The length of an MP4 that was written while it was recorded, seconds: by its fragments, for its header was written
 * before anything was known. Undefined where it has none.
 * @throws RangeError for one that breaks off
 */
export function mp4Seconds(content: Buffer): number | undefined {
  let timescale = 0;
  let ticks = 0;
  let duration = 0;
  const walk = (from: number, to: number): void => {
    for (let at = from; at + 8 <= to;) {
      const size = content.readUInt32BE(at);
      const type = content.toString('latin1', at + 4, at + 8);
      const body = at + 8;
      if (at + size > content.length) throw new RangeError('it breaks off');
      if (parents.includes(type)) walk(body, Math.min(to, at + size));
      // Version 1 has dates of eight bytes before it, version 0 of four.
      if (type === 'mdhd') timescale = content.readUInt32BE(body + (content[body] === 1 ? 20 : 12));
      if (type === 'trex') duration = content.readUInt32BE(body + 12);
      if (type === 'tfhd') {
        const flags = content.readUIntBE(body + 1, 3);
        const before = beforeDuration.reduce((sum, [flag, bytes]) => sum + (flags & flag ? bytes : 0), 8);
        if (flags & HAS_DEFAULT_DURATION) duration = content.readUInt32BE(body + before);
      }
      if (type === 'trun') ticks += ticksOfRun(content.subarray(body, at + size), duration);
      // A box without a size reaches to the end.
      if (size < 8) return;
      at += size;
    }
  };
  walk(0, content.length);
  return timescale > 0 && ticks > 0 ? ticks / timescale : undefined;
}

function ticksOfRun(run: Buffer, byDefault: number): number {
  const flags = run.readUIntBE(1, 3);
  const count = run.readUInt32BE(4);
  if (!(flags & HAS_DURATIONS)) return count * byDefault;
  const first = 8 + 4 * runFields.filter((flag) => flags & flag).length;
  const each = 4 * sampleFields.filter((flag) => flags & flag).length;
  let ticks = 0;
  for (let at = first; at < first + count * each; at += each) ticks += run.readUInt32BE(at);
  return ticks;
}
