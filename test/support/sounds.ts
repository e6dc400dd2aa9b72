import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Two seconds as Chromium's own MediaRecorder wrote them. */
export const recorded = (ending: 'webm' | 'mp4'): Buffer =>
  readFileSync(join(__dirname, 'sounds', `recorded.${ending}`));

/** Silence as MP3: frames of 36 ms (MPEG-1 layer III, 32 kbit/s, 32 kHz, mono). */
export function mp3(seconds: number): Buffer {
  const frame = Buffer.alloc(144);
  Buffer.from([0xff, 0xfb, 0x18, 0xc0]).copy(frame);
  return Buffer.concat(Array.from({ length: Math.round(seconds / 0.036) }, () => frame));
}

/** Silence as AAC in ADTS: frames of 64 ms (16 kHz, mono). */
export function aac(seconds: number): Buffer {
  const length = 40;
  const frame = Buffer.alloc(length);
  Buffer.from([0xff, 0xf1, 0x60, 0x40, length >> 3, ((length & 7) << 5) | 0x1f, 0xfc]).copy(frame);
  return Buffer.concat(Array.from({ length: Math.round(seconds / 0.064) }, () => frame));
}

/** Nothing said, as Opus in Ogg: its last page tells how long it is. */
export function ogg(seconds: number): Buffer {
  const page = (sequence: number, type: number, samples: number, body: Buffer): Buffer => {
    const head = Buffer.alloc(28);
    head.write('OggS', 'latin1');
    head[5] = type;
    head.writeBigUInt64LE(BigInt(samples), 6);
    head.writeUInt32LE(sequence, 18);
    head[26] = 1;
    head[27] = body.length;
    return Buffer.concat([head, body]);
  };
  const head = Buffer.from([...Buffer.from('OpusHead'), 1, 1, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0]);
  const tags = Buffer.concat([Buffer.from('OpusTags'), Buffer.alloc(8)]);
  return Buffer.concat([
    page(0, 2, 0, head),
    page(1, 0, 0, tags),
    page(2, 4, seconds * 48_000, Buffer.from([0xf8, 0xff, 0xfe])),
  ]);
}
