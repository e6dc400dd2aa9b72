import * as fc from 'fast-check';
import { encodeBase45, decodeBase45 } from '@contract/health-code/base45';
import { encodeCbor, type CborValue } from '@contract/health-code/cbor';
import { coseAlgorithms, encodeSign1, HEADER_ALG, HEADER_KID } from '@contract/health-code/cose';
import { decodeCredential, kidOf } from '@contract/health-code/credential';
import { ed25519Signer, publicKeyOf, sha256, verifyEd25519 } from '@contract/health-code/noble';
import type { TrustList } from '@contract/health-code/trust-list';
import { decodePoster, MAX_POSTER_LENGTH, type Poster, readPoster, signPoster } from '@contract/venue/poster';
import { DAY, HOUR, issue, now, otherSecret, phone, signer, trust } from '../health-code/world';

const market: Poster = {
  county: '330106',
  venueId: '0d5f7a3e-9f5b-4c53-8d0a-6f1f5f5b7c11',
  name: '桂语菜场',
  issuedAt: Math.floor((now - DAY) / 1000) * 1000,
};
const poster = signPoster(market, signer);
const read = (code: string, list: TrustList | 'missing' = trust, at = now) =>
  readPoster(code, { now: at, trust: list, verifiers: { EdDSA: verifyEd25519 } });
const refused = (failure: string) => ({ ok: false, failure });
const stranger = { kid: kidOf(publicKeyOf(otherSecret), sha256), sign: ed25519Signer(otherSecret) };

const anyPoster = fc.record({
  county: fc.stringMatching(/^[0-9]{6}$/),
  venueId: fc.uuid(),
  name: fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .filter((name) => name.trim() !== '' && [...name].length <= 30),
  issuedAt: fc.integer({ min: 0, max: 0xffffffff }).map((seconds) => seconds * 1000),
});

/** A poster whose claims are what a stranger likes, signed by the county all the same. */
function signed(claims: [number, CborValue][], alg: number = coseAlgorithms.EdDSA, kid = signer.kid): string {
  const header = new Map<number, CborValue>([
    [HEADER_ALG, alg],
    [HEADER_KID, kid],
  ]);
  return `LV1:${encodeBase45(encodeSign1(header, encodeCbor(new Map(claims)), signer.sign))}`;
}

describe('a poster at a venue’s door', () => {
  it('says which venue it is, and who vouches for it', () => {
    expect(read(poster)).toEqual({ ok: true, value: { poster: market, checked: true } });
  });

  it('comes back as it was made, whatever the venue', () => {
    fc.assert(
      fc.property(anyPoster, (any) => {
        const code = signPoster(any, signer);
        expect(code.length).toBeLessThanOrEqual(MAX_POSTER_LENGTH);
        const decoded = decodePoster(code);
        expect(decoded.ok && decoded.value.poster).toEqual(any);
      }),
    );
  });

  it('fits a QR code with the longest name there is', () => {
    expect(signPoster({ ...market, name: '𠮷'.repeat(30) }, signer).length).toBeLessThanOrEqual(
      MAX_POSTER_LENGTH,
    );
  });

  it.each([
    ['of no county', { county: '33010' }],
    ['without an id', { venueId: 'market' }],
    ['without a name', { name: '  ' }],
    ['with a name of 31 characters', { name: '场'.repeat(31) }],
    ['from before 1970', { issuedAt: -1000 }],
  ])('is not made %s', (_, wrong) => {
    expect(() => signPoster({ ...market, ...wrong }, signer)).toThrow(RangeError);
  });

  it('is not taken where another hand changed it', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const bytes = decodeBase45(poster.slice(4));
        if (!bytes.ok) throw new Error(bytes.failure);
        const altered = bytes.value.slice();
        const place = at % altered.length;
        altered[place] = (altered[place] ?? 0) ^ change;
        expect(read(`LV1:${encodeBase45(altered)}`).ok).toBe(false);
      }),
    );
  });

  it('is forged where an own key signs in the county’s name', () => {
    expect(read(signPoster(market, { ...stranger, kid: signer.kid }))).toEqual(refused('forged'));
  });

  it('is forged where another county of the list signs for ours', () => {
    const [own] = trust.issuers;
    if (!own) throw new Error('no issuer');
    const theirs = { ...own, county: '330203' };
    expect(read(poster, { ...trust, issuers: [theirs] })).toEqual(refused('forged'));
  });

  it.each([
    ['nobody on the list', { ...trust, issuers: [] }],
    [
      'a key past its term',
      {
        ...trust,
        issuers: trust.issuers.map((one) => ({ ...one, notAfter: new Date(now - 9 * DAY).toISOString() })),
      },
    ],
    [
      'a key that was revoked',
      { ...trust, issuers: trust.issuers.map((one) => ({ ...one, revokedAt: new Date(now).toISOString() })) },
    ],
  ])('of %s is of no issuer we know', (_, list) => {
    expect(read(poster, list)).toEqual(refused('issuer-unknown'));
  });

  it('counts, said to be unchecked, on a phone that was never online', () => {
    expect(read(poster, 'missing')).toEqual({ ok: true, value: { poster: market, checked: false } });
  });

  it('counts, said to be unchecked, where it is newer than the list and its key is not on it', () => {
    const fresh = { ...market, issuedAt: Math.floor((now - HOUR) / 1000) * 1000 };
    expect(read(signPoster(fresh, stranger))).toEqual({ ok: true, value: { poster: fresh, checked: false } });
    const upToDate = { ...trust, publishedAt: new Date(now).toISOString() };
    expect(read(signPoster(fresh, stranger), upToDate)).toEqual(refused('issuer-unknown'));
  });

  it('cannot buy that by a date to come', () => {
    const tomorrow = { ...market, issuedAt: market.issuedAt + 2 * DAY };
    expect(read(signPoster(tomorrow, stranger))).toEqual(refused('issued-in-future'));
    expect(read(signPoster(tomorrow, signer), 'missing')).toEqual(refused('issued-in-future'));
  });

  const id = new Uint8Array(16);
  it.each([
    ['a health code', 'LL1:ABC'],
    ['nothing', ''],
    ['a web address', 'https://example.org/'],
    ['half a poster', poster.slice(0, -9)],
    ['a poster in small letters', poster.toLowerCase()],
    ['four megabytes', `LV1:${'0'.repeat(4_000_000)}`],
    ['no claims', signed([])],
    [
      'a claim too many',
      signed([
        [1, '330106'],
        [6, 1],
        [7, 1],
        [-65538, [id, '场']],
      ]),
    ],
    [
      'a health code’s claim',
      signed([
        [1, '330106'],
        [6, 1],
        [-65537, [id, '场']],
      ]),
    ],
    [
      'an id of 15 bytes',
      signed([
        [1, '330106'],
        [6, 1],
        [-65538, [id.slice(1), '场']],
      ]),
    ],
    [
      'a name of 31 characters',
      signed([
        [1, '330106'],
        [6, 1],
        [-65538, [id, '场'.repeat(31)]],
      ]),
    ],
    [
      'a name of spaces',
      signed([
        [1, '330106'],
        [6, 1],
        [-65538, [id, ' ']],
      ]),
    ],
    [
      'a time before 1970',
      signed([
        [1, '330106'],
        [6, -1],
        [-65538, [id, '场']],
      ]),
    ],
    [
      'another algorithm',
      signed(
        [
          [1, '330106'],
          [6, 1],
          [-65538, [id, '场']],
        ],
        coseAlgorithms.ES256,
      ),
    ],
    [
      'a short key name',
      signed(
        [
          [1, '330106'],
          [6, 1],
          [-65538, [id, '场']],
        ],
        undefined,
        signer.kid.slice(1),
      ),
    ],
  ])('is not: %s', (_, code) => {
    expect(read(code)).toEqual(refused('not-a-venue-code'));
  });

  it('and a credential never pass for each other, though one key signs both', () => {
    const bytes = decodeBase45(poster.slice(4));
    expect(bytes.ok && decodeCredential(bytes.value).ok).toBe(false);
    expect(read(`LV1:${encodeBase45(issue(phone))}`)).toEqual(refused('not-a-venue-code'));
  });

  it('never makes a phone fall over', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.uint8Array().map(encodeBase45)), (text) => {
        expect(read(`LV1:${text}`).ok).toBe(false);
      }),
    );
  });
});
