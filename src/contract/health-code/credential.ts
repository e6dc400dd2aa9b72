import { fail, ok, type Result } from '../result';
import { type CborFailure, type CborMap, type CborValue, decodeCbor, encodeCbor } from './cbor';
import { type Colour, colours } from './colour';
import { coseAlgorithms, decodeSign1, encodeSign1, HEADER_ALG, HEADER_KID, type Sign1 } from './cose';
import { isAcceptableKey } from './ed25519-rules';
import { MAX_MASKED_NAME_BYTES } from './masked-name';
import { encodeUtf8 } from './utf8';

const DAY = 86_400_000;
/** Fresh for so long after issue (ms); a guard asks after that. */
export const FRESH_FOR = DAY;
/** Valid for so long after issue (ms). */
export const VALID_FOR = 7 * DAY;
export const PAPER_VALID_FOR = 30 * DAY;
export const KID_LENGTH = 8;

/** Where a credential's status stands: a list of its issuer (0–4095) and a place in it (0–1,048,575). */
export interface StatusPlace {
  list: number;
  index: number;
}
const STATUS_PLACES = 2 ** 20;

/** What a code says about a person, and nothing more: no pseudonym, no reason. */
export interface Credential {
  /** The issuing county's code, 6 digits. */
  county: string;
  /** Epoch milliseconds; carried to the second. */
  issuedAt: number;
  expiresAt: number;
  /** 1–15 bytes of UTF-8, see maskName. */
  maskedName: string;
  colour: Colour;
  /** Whether the community has seen the person; otherwise the name is self-declared. */
  confirmed: boolean;
  status: StatusPlace;
  /** Ed25519 key of the phone; absent on paper. */
  holderKey?: Uint8Array;
}

/** CWT claim numbers (RFC 8392); numbers below −65536 are for private use. */
const CLAIM_ISS = 1;
const CLAIM_EXP = 4;
const CLAIM_IAT = 6;
const CLAIM_LINLI = -65537;
const CONFIRMED = 4;

export interface CredentialSigner {
  /** 8 bytes, see kidOf. */
  kid: Uint8Array;
  /** Ed25519 over the message. */
  sign(message: Uint8Array): Uint8Array;
}

/** A key's name in headers and trust lists: the first 8 bytes of its SHA-256. */
export function kidOf(publicKey: Uint8Array, sha256: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  return sha256(publicKey).slice(0, KID_LENGTH);
}

/**
 * Issues a credential: a tagged COSE_Sign1 over a CWT.
 * `holder-key-refused`: the phone's key is malformed or of small order. Throws RangeError for what only a mistake
 * in the calling code can cause: a name too long, a county, time, kid or status place outside its range.
 */
export function signCredential(
  credential: Credential,
  signer: CredentialSigner,
): Result<Uint8Array, 'holder-key-refused'> {
  if (credential.holderKey && !isAcceptableKey(credential.holderKey)) return fail('holder-key-refused');
  const claims = encodeCbor(claimsOf(credential));
  if (readClaims(claims) === undefined || signer.kid.length !== KID_LENGTH) {
    throw new RangeError('credential outside its format');
  }
  const header: CborMap = new Map<number, CborValue>([
    [HEADER_ALG, coseAlgorithms.EdDSA],
    [HEADER_KID, signer.kid],
  ]);
  return ok(encodeSign1(header, claims, signer.sign));
}

function claimsOf({
  county,
  issuedAt,
  expiresAt,
  maskedName,
  colour,
  confirmed,
  status,
  holderKey,
}: Credential) {
  if (status.index < 0 || status.index >= STATUS_PLACES)
    throw new RangeError('status index outside its list');
  const own: CborValue[] = [
    maskedName,
    colours.indexOf(colour) + (confirmed ? CONFIRMED : 0),
    status.list * STATUS_PLACES + status.index,
  ];
  return new Map<number, CborValue>([
    [CLAIM_ISS, county],
    [CLAIM_EXP, Math.floor(expiresAt / 1000)],
    [CLAIM_IAT, Math.floor(issuedAt / 1000)],
    [CLAIM_LINLI, holderKey ? [...own, holderKey] : own],
  ]);
}

/** A credential as read, not yet verified. */
export interface SignedCredential {
  credential: Credential;
  kid: Uint8Array;
  /** COSE algorithm number of the protected header. */
  alg: number;
  sign1: Sign1;
}

/** Reads a credential; says nothing about its signature. `not-a-credential`: CBOR of another shape. */
export function decodeCredential(
  bytes: Uint8Array,
): Result<SignedCredential, CborFailure | 'not-a-credential'> {
  const decoded = decodeSign1(bytes);
  if (!decoded.ok) return decoded.failure === 'not-sign1' ? fail('not-a-credential') : fail(decoded.failure);
  const { protectedHeader, unprotectedHeader, payload } = decoded.value;
  const alg = protectedHeader.get(HEADER_ALG);
  const kid = protectedHeader.get(HEADER_KID);
  if (protectedHeader.size !== 2 || unprotectedHeader.size !== 0) return fail('not-a-credential');
  if (typeof alg !== 'number' || !(kid instanceof Uint8Array) || kid.length !== KID_LENGTH) {
    return fail('not-a-credential');
  }
  const credential = readClaims(payload);
  return credential ? ok({ credential, kid, alg, sign1: decoded.value }) : fail('not-a-credential');
}

function readClaims(payload: Uint8Array): Credential | undefined {
  const decoded = decodeCbor(payload);
  if (!decoded.ok || !(decoded.value instanceof Map) || decoded.value.size !== 4) return undefined;
  const claims = decoded.value;
  const county = claims.get(CLAIM_ISS);
  const issuedAt = readSeconds(claims.get(CLAIM_IAT));
  const expiresAt = readSeconds(claims.get(CLAIM_EXP));
  const own = readOwnClaim(claims.get(CLAIM_LINLI));
  if (typeof county !== 'string' || !/^[0-9]{6}$/.test(county)) return undefined;
  if (issuedAt === undefined || expiresAt === undefined || own === undefined) return undefined;
  return { county, issuedAt, expiresAt, ...own };
}

function readOwnClaim(claim: CborValue | undefined) {
  if (!Array.isArray(claim) || claim.length < 3 || claim.length > 4) return undefined;
  const [maskedName, flags, place, holderKey] = claim;
  if (typeof maskedName !== 'string' || typeof flags !== 'number' || !isUint32(place)) return undefined;
  const nameBytes = encodeUtf8(maskedName).length;
  if (nameBytes < 1 || nameBytes > MAX_MASKED_NAME_BYTES || flags < 0 || flags >= 2 * CONFIRMED)
    return undefined;
  const colour = colours[flags % CONFIRMED];
  if (colour === undefined) return undefined;
  const status = { list: Math.floor(place / STATUS_PLACES), index: place % STATUS_PLACES };
  const facts = { maskedName, colour, confirmed: flags >= CONFIRMED, status };
  if (holderKey === undefined) return facts;
  return holderKey instanceof Uint8Array && holderKey.length === 32 ? { ...facts, holderKey } : undefined;
}

/** NumericDate in seconds → milliseconds; bounded, so that every time read is a valid Date. */
function readSeconds(value: CborValue | undefined): number | undefined {
  return isUint32(value) ? value * 1000 : undefined;
}

function isUint32(value: CborValue | undefined): value is number {
  return typeof value === 'number' && value >= 0 && value <= 0xffffffff;
}
