import fc from 'fast-check';
import { encode } from 'uqr';
import { encodeBase45 as base45 } from '@contract/health-code/base45';
import { encodeCbor, type CborValue } from '@contract/health-code/cbor';
import { colours } from '@contract/health-code/colour';
import { encodeSign1 } from '@contract/health-code/cose';
import { type Credential, decodeCredential, signCredential } from '@contract/health-code/credential';
import { maskName } from '@contract/health-code/masked-name';
import { publicKeyOf } from '@contract/health-code/noble';
import { decodePresentation, encodePresentation } from '@contract/health-code/presentation';
import { stepAt } from '@contract/health-code/proof';
import { issue, now, onPaper, phone, secret, show, signer } from './world';

const seconds = fc.integer({ min: 0, max: 0xffffffff }).map((s) => s * 1000);
const credentials: fc.Arbitrary<Credential> = fc.record(
  {
    county: fc.stringMatching(/^[0-9]{6}$/),
    issuedAt: seconds,
    expiresAt: seconds,
    maskedName: fc.string({ unit: 'binary', maxLength: 30 }).map(maskName),
    colour: fc.constantFrom(...colours),
    confirmed: fc.boolean(),
    status: fc.record({
      list: fc.integer({ min: 0, max: 4095 }),
      index: fc.integer({ min: 0, max: 1_048_575 }),
    }),
    holderKey: fc.constant(publicKeyOf(secret(5))),
  },
  { requiredKeys: ['county', 'issuedAt', 'expiresAt', 'maskedName', 'colour', 'confirmed', 'status'] },
);

it('every credential is read back as it was issued', () => {
  fc.assert(
    fc.property(credentials, (credential) => {
      const read = decodeCredential(issue(credential));
      expect(read.ok && read.value).toMatchObject({ credential, kid: signer.kid, alg: -8 });
    }),
    { numRuns: 50 },
  );
});

describe('issue', () => {
  it.each([
    ['of small order', new Uint8Array(32)],
    ['too short', new Uint8Array(31).fill(7)],
    ['beyond the prime', new Uint8Array(32).fill(0xff)],
  ])('refuses a holder key %s', (_, holderKey) => {
    expect(signCredential({ ...phone, holderKey }, signer)).toEqual({
      ok: false,
      failure: 'holder-key-refused',
    });
  });

  it.each<[string, Partial<Credential>]>([
    ['a name over 15 bytes', { maskedName: '张*三丰三丰' }],
    ['no name', { maskedName: '' }],
    ['a county that is none', { county: '3301' }],
    ['a list beyond the last', { status: { list: 4096, index: 0 } }],
    ['an index beyond its list', { status: { list: 0, index: 1_048_576 } }],
    ['a time that is none', { issuedAt: Number.NaN }],
  ])('throws for %s', (_, part) => {
    expect(() => signCredential({ ...phone, ...part }, signer)).toThrow(RangeError);
  });
});

describe('a well-signed document of another shape is not a credential', () => {
  const header = (entries: [number, CborValue][]) => new Map(entries);
  const good = header([
    [1, -8],
    [4, signer.kid],
  ]);
  const own: CborValue[] = ['张*三', 4, 9];
  const claims = (last: CborValue, rest: [number, CborValue][] = []) =>
    encodeCbor(new Map<number, CborValue>([[1, '330106'], [4, 2], [6, 1], [-65537, last], ...rest]));

  it('(the shape itself is)', () => {
    expect(decodeCredential(encodeSign1(good, claims(own), signer.sign)).ok).toBe(true);
  });

  it.each<[string, Map<number, CborValue>, Uint8Array]>([
    ['no kid', header([[1, -8]]), claims(own)],
    [
      'a short kid',
      header([
        [1, -8],
        [4, new Uint8Array(7)],
      ]),
      claims(own),
    ],
    [
      'an algorithm by name',
      header([
        [1, 'EdDSA'],
        [4, signer.kid],
      ]),
      claims(own),
    ],
    [
      'another header',
      header([
        [1, -8],
        [3, 0],
        [4, signer.kid],
      ]),
      claims(own),
    ],
    ['another claim', good, claims(own, [[2, 'somebody']])],
    ['claims that are no map', good, encodeCbor([1])],
    ['claims that are no CBOR', good, Uint8Array.of(0xff)],
    ['an unknown colour', good, claims(['张*三', 3, 9])],
    ['an unknown flag', good, claims(['张*三', 8, 9])],
    ['a negative flag', good, claims(['张*三', -4, 9])],
    ['a long name', good, claims(['一二三四五六', 4, 9])],
    ['a status place beyond 32 bits', good, claims(['张*三', 4, 2 ** 32])],
    ['a short holder key', good, claims([...own, new Uint8Array(31)])],
    ['a fifth part', good, claims([...own, new Uint8Array(32), 1])],
  ])('%s', (_, protectedHeader, payload) => {
    const bytes = encodeSign1(protectedHeader, payload, signer.sign);
    expect(decodeCredential(bytes)).toEqual({ ok: false, failure: 'not-a-credential' });
  });
});

describe('size', () => {
  const version = (code: string) => encode(code, { ecc: 'M', boostEcc: false, border: 0 }).version;

  it('a phone’s code of a common name is 354 characters, QR version 11', () => {
    const code = show(issue(phone));
    expect(code.length).toBe(354);
    expect(version(code)).toBe(11);
  });

  it('the largest name still fits version 11; paper fits version 8', () => {
    const largest = { ...phone, maskedName: '𠮷*𠮷 𠮷*' };
    expect(version(show(issue(largest)))).toBe(11);
    expect(version(encodePresentation(issue(onPaper(largest))))).toBeLessThanOrEqual(8);
  });
});

describe('presentation', () => {
  it('gives back credential and proof', () => {
    const credential = issue(phone);
    const read = decodePresentation(show(credential));
    expect(read).toMatchObject({ ok: true, value: { credential, proof: { step: stepAt(now) } } });
  });

  it.each<[string, CborValue]>([
    ['no array', 1],
    ['nothing in it', []],
    ['a text', ['x']],
    ['three parts', [new Uint8Array(), new Uint8Array(68), 1]],
    ['a short proof', [new Uint8Array(), new Uint8Array(67)]],
    ['a proof that is no bytes', [new Uint8Array(), null]],
  ])('refuses %s', (_, value) => {
    const code = encodePresentation(new Uint8Array());
    const inner = encodeCbor(value);
    expect(decodePresentation(code).ok).toBe(true);
    expect(decodePresentation(`LL1:${base45(inner)}`)).toEqual({ ok: false, failure: 'not-a-presentation' });
  });
});
