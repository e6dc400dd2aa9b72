import { deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { inflateZlib } from '@contract/health-code/inflate';

const corrupt = { ok: false, failure: 'corrupt' };
const tooLarge = { ok: false, failure: 'too-large' };
const content = new Uint8Array(3000).map((_, i) => (i * i) % 251);

describe('what zlib has packed', () => {
  it('comes out as it went in, whatever the level', () => {
    const packed = fc.tuple(fc.uint8Array({ maxLength: 5000, size: 'max' }), fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(packed, ([bytes, level]) => {
        const unpacked = inflateZlib(deflateSync(bytes, { level }), bytes.length);
        expect(unpacked.ok && Buffer.from(unpacked.value).equals(bytes)).toBe(true);
      }),
    );
  });

  it('may be as long as allowed and not a byte longer', () => {
    const packed = deflateSync(content);
    expect(inflateZlib(packed, 3000).ok).toBe(true);
    expect(inflateZlib(packed, 2999)).toEqual(tooLarge);
  });

  it('is refused with any byte lost or added at its end, and of another checksum', () => {
    const packed = deflateSync(content);
    for (let length = 0; length < packed.length; length++) {
      expect(inflateZlib(packed.subarray(0, length), 4000)).toEqual(corrupt);
    }
    const changed = Uint8Array.from(packed);
    changed[packed.length - 1] = (changed[packed.length - 1] ?? 0) ^ 1;
    expect(inflateZlib(changed, 4000)).toEqual(corrupt);
  });

  it.each([
    ['no header', [0x03, 0, 0, 0, 0, 1, 0]],
    ['another method', [0x77, 0x85, 0x03, 0, 0, 0, 0, 1]],
    ['a preset dictionary', [0x78, 0xbb, 0x03, 0, 0, 0, 0, 1]],
    ['wrong check bits', [0x78, 0x9d, 0x03, 0, 0, 0, 0, 1]],
  ])('with %s is refused', (_, bytes) => {
    expect(inflateZlib(Uint8Array.from(bytes), 100)).toEqual(corrupt);
  });
});

it('changed bytes never come out as something zlib itself would refuse', () => {
  const packed = Uint8Array.from(deflateSync(content));
  fc.assert(
    fc.property(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const changed = packed.slice();
      changed[at] = (changed[at] ?? 0) ^ flip;
      const unpacked = inflateZlib(changed, 100_000);
      if (unpacked.ok) expect(Buffer.from(unpacked.value).equals(inflateSync(changed))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

it('a bomb is given up on early: its rest is not even read', () => {
  const bomb = Uint8Array.from(deflateSync(new Uint8Array(20_000_000)));
  // Were it read to its end, this would be a corrupt one.
  bomb.fill(0xff, 4000);
  expect(inflateZlib(bomb, 65_536)).toEqual(tooLarge);
});
