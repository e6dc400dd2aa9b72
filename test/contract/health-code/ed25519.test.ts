import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToNumberLE, numberToBytesLE } from '@noble/curves/utils.js';
import { sha512 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { concatBytes } from '@contract/health-code/bytes';
import { isAcceptableKey, isSmallOrder, strictEd25519 } from '@contract/health-code/ed25519-rules';
import { ed25519Signer, publicKeyOf, verifyEd25519 } from '@contract/health-code/noble';
import suite from '../../conformance/health-code/ed25519-speccheck.json';
import { nodeEd25519 } from '../../../src/backend/health-code-crypto';
import { fromHex } from './world';

const strictNode = strictEd25519(nodeEd25519);
const { Point } = ed25519;
/** A point of order 8 (libsodium's list). */
const torsion = Point.fromBytes(fromHex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a'));

describe('ed25519-speccheck: where libraries disagree, phone and server do not', () => {
  it.each(suite.cases.map((c, i) => ({ ...c, i })))('case $i', ({ message, pub_key, signature, i }) => {
    const args = [fromHex(pub_key), fromHex(message), fromHex(signature)] as const;
    expect(verifyEd25519(...args)).toBe([2, 3].includes(i));
    expect(strictNode(...args)).toBe([2, 3].includes(i));
  });
});

describe('keys', () => {
  const small = Array.from({ length: 8 }, (_, i) => torsion.multiplyUnsafe(BigInt(i)).toBytes());
  const nonCanonical = ['ed', 'ee'].flatMap((first) =>
    ['7f', 'ff'].map((last) => first + 'ff'.repeat(30) + last),
  );

  it('all eight points of small order are refused, with either sign and in every encoding', () => {
    for (const key of [...small, ...nonCanonical.map(fromHex)]) {
      expect(isSmallOrder(key)).toBe(true);
      expect(isAcceptableKey(key)).toBe(false);
    }
    expect(new Set(small.map(String)).size).toBe(8);
  });

  it('y beyond the prime is refused, whatever the point', () => {
    for (let first = 0xed; first <= 0xff; first++) {
      expect(isAcceptableKey(fromHex(first.toString(16) + 'ff'.repeat(30) + '7f'))).toBe(false);
    }
    expect(isAcceptableKey(new Uint8Array(31))).toBe(false);
  });

  it('every key made from a secret is accepted', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (secret) =>
        expect(isAcceptableKey(publicKeyOf(secret))).toBe(true),
      ),
      { numRuns: 20 },
    );
  });

  it('the all-zero key with the all-zero signature is refused, though node:crypto alone may take it', () => {
    expect(verifyEd25519(new Uint8Array(32), new Uint8Array(9), new Uint8Array(64))).toBe(false);
    expect(strictNode(new Uint8Array(32), new Uint8Array(9), new Uint8Array(64))).toBe(false);
  });
});

describe('signatures', () => {
  const secret = new Uint8Array(32).fill(9);
  const key = publicKeyOf(secret);
  const message = Uint8Array.of(1, 2, 3);
  const signature = ed25519Signer(secret)(message);

  it('of the key are valid, and stay so on both sides', () => {
    expect(verifyEd25519(key, message, signature)).toBe(true);
    expect(strictNode(key, message, signature)).toBe(true);
  });

  it('with S + L are refused: a signature has one form', () => {
    const s = bytesToNumberLE(signature.subarray(32)) + Point.Fn.ORDER;
    const twin = concatBytes(signature.subarray(0, 32), numberToBytesLE(s, 32));
    expect(verifyEd25519(key, message, twin)).toBe(false);
    expect(strictNode(key, message, twin)).toBe(false);
  });

  it('made so that only a cofactored check takes them are refused by both', () => {
    const scalar = 12345n;
    const mixed = Point.BASE.multiply(scalar).add(torsion).toBytes();
    const nonce = Point.BASE.multiply(777n).toBytes();
    let disputed = 0;
    for (let i = 0; i < 8; i++) {
      const text = Uint8Array.of(i);
      const k = Point.Fn.create(bytesToNumberLE(sha512(concatBytes(nonce, mixed, text))));
      const s = Point.Fn.create(777n + k * scalar);
      const forged = concatBytes(nonce, numberToBytesLE(s, 32));
      expect(verifyEd25519(mixed, text, forged)).toBe(strictNode(mixed, text, forged));
      if (ed25519.verify(forged, text, mixed, { zip215: false }) && !verifyEd25519(mixed, text, forged))
        disputed++;
    }
    expect(disputed).toBeGreaterThan(0);
  });

  it('any other bytes are refused by both, and nothing throws', () => {
    const noise = (length: number) => fc.uint8Array({ maxLength: length + 2 });
    const near = fc.tuple(fc.nat(63), fc.integer({ min: 1, max: 255 })).map(([at, flip]) => {
      const changed = signature.slice();
      changed[at] = (changed[at] ?? 0) ^ flip;
      return changed;
    });
    fc.assert(
      fc.property(fc.oneof(fc.constant(key), noise(32)), fc.oneof(near, noise(64)), (k, s) => {
        expect(verifyEd25519(k, message, s)).toBe(false);
        expect(strictNode(k, message, s)).toBe(false);
      }),
    );
  });
});
