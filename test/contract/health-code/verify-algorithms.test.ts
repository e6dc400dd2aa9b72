import { generateKeyPairSync, type KeyObject, sign as nodeSign, constants } from 'node:crypto';
import { p256 } from '@noble/curves/nist.js';
import fc from 'fast-check';
import { encodeBase64url } from '@contract/health-code/base64url';
import { concatBytes } from '@contract/health-code/bytes';
import type { AlgorithmName } from '@contract/health-code/cose';
import { nobleVerifiers } from '@contract/health-code/noble-p256';
import { type SignatureVerifiers, strictVerifiers } from '@contract/health-code/signature-rules';
import type { TrustList } from '@contract/health-code/trust-list';
import { verify } from '@contract/health-code/verify';
import { nodeVerifiers } from '../../../src/backend/health-code-crypto';
import { context, fromHex, issueBy, nodeContext, phone, show, trust } from './world';

const kid = new Uint8Array(8).fill(7);
const trusting = (alg: AlgorithmName, key: Uint8Array): TrustList => ({
  ...trust,
  issuers: [{ kid: encodeBase64url(kid), county: '330106', alg, key: encodeBase64url(key) }],
});
const secretKey = new Uint8Array(32).fill(5);
const point = p256.getPublicKey(secretKey, false);
const signEs256 = (message: Uint8Array) => p256.sign(message, secretKey, { lowS: true });
const spkiOf = (key: KeyObject) => new Uint8Array(key.export({ type: 'spki', format: 'der' }));
const rsaOf = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength });
const signPs256 =
  (key: KeyObject, saltLength = 32) =>
  (message: Uint8Array) =>
    new Uint8Array(
      nodeSign('sha256', message, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }),
    );

describe('a code of another deployment', () => {
  it.each([
    ['by the phone', context],
    ['by the server', nodeContext],
  ])('signed with ES256 is verified %s, without a network', (_, at) => {
    const code = show(issueBy('ES256', phone, kid, signEs256));
    expect(verify(code, { ...at, trust: trusting('ES256', point) }).reason).toBe('green');
    const forged = show(issueBy('ES256', { ...phone, maskedName: '李*' }, kid, () => signEs256(kid)));
    expect(verify(forged, { ...at, trust: trusting('ES256', point) }).reason).toBe('signature-invalid');
  });

  it('signed with PS256 asks a phone to verify online, and calls nobody a forger', () => {
    const code = show(issueBy('PS256', phone, kid, () => new Uint8Array(64)));
    const list = trusting('PS256', spkiOf(rsaOf(2048).publicKey));
    expect(verify(code, { ...context, trust: list })).toMatchObject({
      reason: 'algorithm-unsupported',
      act: 'verify-online',
    });
    expect(verify(code, { ...nodeContext, trust: list }).reason).toBe('signature-invalid');
  });

  it('under the header of one algorithm and the key of another is not genuine', () => {
    const code = show(issueBy('EdDSA', phone, kid, signEs256));
    for (const at of [context, nodeContext]) {
      expect(verify(code, { ...at, trust: trusting('ES256', point) }).reason).toBe('signature-invalid');
    }
  });
});

const message = Uint8Array.of(1, 2, 3);
const sides: [string, SignatureVerifiers][] = [
  ['phone', strictVerifiers(nobleVerifiers)],
  ['server', strictVerifiers(nodeVerifiers)],
];

describe.each(sides)('ES256 on the %s', (_, { ES256 }) => {
  const check = (key: Uint8Array, signature: Uint8Array) => ES256?.(key, message, signature);
  const low = signEs256(message);
  const s = BigInt(`0x${Buffer.from(low.subarray(32)).toString('hex')}`);
  const order = p256.Point.Fn.ORDER;
  const withS = (value: bigint) =>
    concatBytes(low.subarray(0, 32), fromHex(value.toString(16).padStart(64, '0')));

  it('takes both the low and the high S, as COSE does', () => {
    expect(check(point, low)).toBe(true);
    expect(check(point, withS(order - s))).toBe(true);
  });

  it('refuses zero, the order and S + the order', () => {
    expect(check(point, withS(0n))).toBe(false);
    expect(check(point, withS(order))).toBe(false);
    expect(check(point, new Uint8Array(64))).toBe(false);
    if (s + order < 2n ** 256n) expect(check(point, withS(s + order))).toBe(false);
  });

  it('refuses a DER signature and any other length', () => {
    expect(check(point, p256.sign(message, secretKey, { format: 'der' }))).toBe(false);
    expect(check(point, low.subarray(1))).toBe(false);
    expect(check(point, new Uint8Array())).toBe(false);
  });

  it('refuses a key that is compressed, hybrid, off the curve, beyond the field, empty', () => {
    const hybrid = point.slice();
    hybrid[0] = 6 + ((point[64] ?? 0) & 1);
    const off = point.slice();
    off[64] = (off[64] ?? 0) ^ 1;
    const infinity = new Uint8Array(65).fill(0);
    infinity[0] = 4;
    const keys = [p256.getPublicKey(secretKey), hybrid, off, infinity, beyondTheField(), new Uint8Array()];
    for (const key of keys) expect(check(key, low)).toBe(false);
  });
});

/** A point whose x is written as x + p: the same point to whoever reduces, and no point to whoever reads strictly. */
function beyondTheField(): Uint8Array {
  const { Fp } = p256.Point;
  for (let x = 0n; ; x++) {
    const compressed = concatBytes(Uint8Array.of(2), Fp.toBytes(x));
    try {
      const bytes = p256.Point.fromBytes(compressed).toBytes(false);
      return concatBytes(Uint8Array.of(4), fromHex((x + Fp.ORDER).toString(16)), bytes.subarray(33));
    } catch {
      continue;
    }
  }
}

it('phone and server agree on any ES256 key and signature', () => {
  const [phoneSide, serverSide] = sides.map(([, verifiers]) => verifiers.ES256);
  const low = signEs256(message);
  const near = (bytes: Uint8Array) =>
    fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 })).map(([at, value]) => {
      const changed = bytes.slice();
      changed[at] = value;
      return changed;
    });
  fc.assert(
    fc.property(near(point), near(low), (key, signature) => {
      expect(phoneSide?.(key, message, signature)).toBe(serverSide?.(key, message, signature));
    }),
    { numRuns: 200 },
  );
});

describe('PS256 on the server', () => {
  const { PS256 } = strictVerifiers(nodeVerifiers);
  const pair = rsaOf(2048);

  it('takes a key of 2048 bits, and a salt as long as the hash only', () => {
    const check = (signature: Uint8Array) => PS256?.(spkiOf(pair.publicKey), message, signature);
    expect(check(signPs256(pair.privateKey)(message))).toBe(true);
    expect(check(signPs256(pair.privateKey, 20)(message))).toBe(false);
    expect(check(new Uint8Array(nodeSign('sha256', message, pair.privateKey)))).toBe(false);
    expect(check(new Uint8Array(256))).toBe(false);
  });

  it('refuses a shorter key, another kind of key, and bytes that are none', () => {
    const short = rsaOf(1024);
    expect(PS256?.(spkiOf(short.publicKey), message, signPs256(short.privateKey)(message))).toBe(false);
    const { publicKey } = generateKeyPairSync('ed25519');
    expect(PS256?.(spkiOf(publicKey), message, new Uint8Array(64))).toBe(false);
    expect(PS256?.(new Uint8Array(9), message, new Uint8Array(64))).toBe(false);
  });
});
