import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha512 } from '@contract/health-code/sha512';
import { toHex } from './world';

const byNode = (bytes: Uint8Array) => createHash('sha512').update(bytes).digest('hex');

test('SHA-512 is what everybody else computes, for every length around its blocks', () => {
  for (let length = 0; length <= 400; length++) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 31 + length) & 0xff);
    expect(toHex(sha512(bytes))).toBe(byNode(bytes));
  }
});

test('SHA-512 of any bytes, in any parts', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 700 }), { maxLength: 4 }), (parts) => {
      expect(toHex(sha512(...parts))).toBe(byNode(new Uint8Array(Buffer.concat(parts))));
    }),
  );
});
