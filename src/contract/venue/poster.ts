import { doubtOfIssuer } from '../health-code/authenticity';
import { type Base45Failure, decodeBase45, encodeBase45 } from '../health-code/base45';
import { type CborFailure, type CborMap, type CborValue, decodeCbor, encodeCbor } from '../health-code/cbor';
import {
  coseAlgorithms,
  decodeSign1,
  encodeSign1,
  HEADER_ALG,
  HEADER_KID,
  type Sign1,
} from '../health-code/cose';
import { type CredentialSigner, KID_LENGTH } from '../health-code/credential';
import { type SignatureVerifiers, strictVerifiers } from '../health-code/signature-rules';
import type { TrustList } from '../health-code/trust-list';
import { fail, ok, type Result } from '../result';
import { venueIdBytes, venueIdOf } from './venue-id';

export const POSTER_PREFIX = 'LV1:';
/** The longest name makes 432 characters; what is longer is refused before any work. */
export const MAX_POSTER_LENGTH = 512;
/** Characters, not bytes. */
export const MAX_VENUE_NAME = 30;
/** The issuer's clock may be ahead of the phone's by so much (ms). */
const CLOCK_TOLERANCE = 60_000;

/** What hangs at a venue's door 场所码, and nothing more: which venue, of which county, since when. */
export interface Poster {
  /** The issuing county's code, 6 digits. */
  county: string;
  venueId: string;
  /** 1–30 characters. */
  name: string;
  /** Epoch milliseconds; carried to the second. */
  issuedAt: number;
}

/** CWT claim numbers (RFC 8392). The private one is not a health code's, so that neither passes for the other. */
const CLAIM_ISS = 1;
const CLAIM_IAT = 6;
const CLAIM_VENUE = -65538;

/** The text of the poster's QR code. Throws RangeError for what only a mistake in the calling code can cause. */
export function signPoster({ county, venueId, name, issuedAt }: Poster, signer: CredentialSigner): string {
  const payload = encodeCbor(
    new Map<number, CborValue>([
      [CLAIM_ISS, county],
      [CLAIM_IAT, Math.floor(issuedAt / 1000)],
      [CLAIM_VENUE, [venueIdBytes(venueId) ?? new Uint8Array(), name]],
    ]),
  );
  if (readClaims(payload) === undefined || signer.kid.length !== KID_LENGTH)
    throw new RangeError('poster outside its format');
  const header: CborMap = new Map<number, CborValue>([
    [HEADER_ALG, coseAlgorithms.EdDSA],
    [HEADER_KID, signer.kid],
  ]);
  return POSTER_PREFIX + encodeBase45(encodeSign1(header, payload, signer.sign));
}

export interface SignedPoster {
  poster: Poster;
  kid: Uint8Array;
  sign1: Sign1;
}

/** `prefix`: another kind of code. `not-a-poster`: signed by somebody for something else. */
export type PosterFailure = 'prefix' | 'too-long' | Base45Failure | CborFailure | 'not-a-poster';

/** Takes the text apart. Nothing is verified yet. */
export function decodePoster(code: string): Result<SignedPoster, PosterFailure> {
  if (!code.startsWith(POSTER_PREFIX)) return fail('prefix');
  if (code.length > MAX_POSTER_LENGTH) return fail('too-long');
  const bytes = decodeBase45(code.slice(POSTER_PREFIX.length));
  if (!bytes.ok) return bytes;
  const sign1 = decodeSign1(bytes.value);
  if (!sign1.ok) return sign1.failure === 'not-sign1' ? fail('not-a-poster') : fail(sign1.failure);
  const { protectedHeader, unprotectedHeader, payload } = sign1.value;
  const kid = protectedHeader.get(HEADER_KID);
  if (protectedHeader.size !== 2 || unprotectedHeader.size !== 0) return fail('not-a-poster');
  if (protectedHeader.get(HEADER_ALG) !== coseAlgorithms.EdDSA) return fail('not-a-poster');
  if (!(kid instanceof Uint8Array) || kid.length !== KID_LENGTH) return fail('not-a-poster');
  const poster = readClaims(payload);
  return poster ? ok({ poster, kid, sign1: sign1.value }) : fail('not-a-poster');
}

function readClaims(payload: Uint8Array): Poster | undefined {
  const decoded = decodeCbor(payload);
  if (!decoded.ok || !(decoded.value instanceof Map) || decoded.value.size !== 3) return undefined;
  const county = decoded.value.get(CLAIM_ISS);
  const seconds = decoded.value.get(CLAIM_IAT);
  const venue = decoded.value.get(CLAIM_VENUE);
  if (typeof county !== 'string' || !/^[0-9]{6}$/.test(county)) return undefined;
  if (typeof seconds !== 'number' || seconds < 0 || seconds > 0xffffffff) return undefined;
  if (!Array.isArray(venue) || venue.length !== 2) return undefined;
  const [id, name] = venue;
  if (!(id instanceof Uint8Array) || id.length !== 16 || typeof name !== 'string') return undefined;
  if (name.trim() === '' || [...name].length > MAX_VENUE_NAME) return undefined;
  return { county, venueId: venueIdOf(id), name, issuedAt: seconds * 1000 };
}

/**
 * Why a poster is not taken: `not-a-venue-code` (another kind of code, or unreadable), `forged` (signature, or a key
 * of another county), `issuer-unknown` (none we trust, or no longer), `issued-in-future`.
 */
export type PosterDoubt = 'not-a-venue-code' | 'forged' | 'issuer-unknown' | 'issued-in-future';

/**
 * A scanned poster. Never throws, whatever the text.
 * `checked` is false where this phone cannot know better: it never had a list of issuers, or the poster is newer than
 * the list. A scan then still counts; the page says that it was not checked.
 */
export function readPoster(
  code: string,
  { now, trust, verifiers }: { now: number; trust: TrustList | 'missing'; verifiers: SignatureVerifiers },
): Result<{ poster: Poster; checked: boolean }, PosterDoubt> {
  const decoded = decodePoster(code);
  if (!decoded.ok) return fail('not-a-venue-code');
  const { poster, kid, sign1 } = decoded.value;
  if (poster.issuedAt > now + CLOCK_TOLERANCE) return fail('issued-in-future');
  const issued = { credential: poster, kid, alg: coseAlgorithms.EdDSA, sign1 };
  const doubt = doubtOfIssuer(issued, trust, strictVerifiers(verifiers));
  if (doubt === undefined) return ok({ poster, checked: true });
  if (doubt === 'trust-list-missing' || doubt === 'key-newer-than-list')
    return ok({ poster, checked: false });
  return fail(
    doubt === 'signature-invalid' || doubt === 'issuer-not-of-county' ? 'forged' : 'issuer-unknown',
  );
}
