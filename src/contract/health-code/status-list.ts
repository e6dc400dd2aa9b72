import { fail, ok, type Result } from '../result';
import { doubtOfIssuer } from './authenticity';
import { type CborFailure, type CborMap, type CborValue, decodeCbor, encodeCbor } from './cbor';
import { coseAlgorithms, decodeSign1, encodeSign1, HEADER_ALG, HEADER_KID } from './cose';
import { type CredentialSigner, KID_LENGTH } from './credential';
import { inflateZlib } from './inflate';
import { type SignatureVerifiers, strictVerifiers } from './signature-rules';
import type { TrustList } from './trust-list';
import type { Reason } from './verdict';
import type { StatusValue } from './verify';

// IETF Token Status List (draft-ietf-oauth-status-list), CWT form: a COSE_Sign1 over a CWT that holds two bits a
// credential, packed by zlib. Little-endian within a byte: entry 0 is in its two lowest bits.

export const STATUS_LIST_TYPE = 'application/statuslist+cwt';
const HEADER_TYP = 16;
const CLAIM_SUB = 2;
const CLAIM_EXP = 4;
const CLAIM_IAT = 6;
const CLAIM_STATUS_LIST = 65533;
const CLAIM_TTL = 65534;
const BITS = 2;
const PER_BYTE = 8 / BITS;

/** More entries than any list of ours has: what unpacks to more is refused. */
export const MAX_ENTRIES = 2 ** 24;

/** The entries of a list, two bits each; all others are 0. Indices are below `size`. */
export function packStatuses(
  set: Iterable<{ readonly index: number; readonly status: StatusValue }>,
  size: number,
): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(size / PER_BYTE));
  for (const { index, status } of set) {
    const at = Math.floor(index / PER_BYTE);
    bytes[at] = (bytes[at] ?? 0) | (status << ((index % PER_BYTE) * BITS));
  }
  return bytes;
}

/** Which list: `330106-0`, as in its address and in a trust list. */
export const statusListId = (county: string, list: number): string => `${county}-${list}`;

export interface StatusListClaims {
  /** The list's own address; ends with `/v1/status-lists/<county>-<list>`. */
  uri: string;
  /** Epoch milliseconds; carried to the second. */
  issuedAt: number;
  expiresAt: number;
  /** Milliseconds a copy may be used before a fresh one is asked for. */
  timeToLive: number;
  /** What {@link packStatuses} made, as a zlib stream (RFC 1950). */
  packed: Uint8Array;
}

/** A status list token, signed. */
export function signStatusList(claims: StatusListClaims, signer: CredentialSigner): Uint8Array {
  const header: CborMap = new Map<number, CborValue>([
    [HEADER_ALG, coseAlgorithms.EdDSA],
    [HEADER_KID, signer.kid],
    [HEADER_TYP, STATUS_LIST_TYPE],
  ]);
  const payload = new Map<number, CborValue>([
    [CLAIM_SUB, claims.uri],
    [CLAIM_EXP, Math.floor(claims.expiresAt / 1000)],
    [CLAIM_IAT, Math.floor(claims.issuedAt / 1000)],
    [
      CLAIM_STATUS_LIST,
      new Map<string, CborValue>([
        ['bits', BITS],
        ['lst', claims.packed],
      ]),
    ],
    [CLAIM_TTL, Math.floor(claims.timeToLive / 1000)],
  ]);
  return encodeSign1(header, encodeCbor(payload), signer.sign);
}

/** A list whose signature was found good. */
export interface StatusList {
  county: string;
  list: number;
  /** Epoch milliseconds. */
  issuedAt: number;
  /** Says nothing any more after that; undefined where its issuer set no end. */
  expiresAt?: number;
  /** What became of the credential at that place; undefined beyond the end of the list. */
  valueAt(index: number): StatusValue | undefined;
}

/**
 * `not-a-status-list`: CBOR of another shape. `corrupt`: its entries do not unpack. `too-large`: more than
 * {@link MAX_ENTRIES}. CBOR's own failures for what was cut. A reason of verify's: it is not its county's own.
 */
export type StatusListFailure = CborFailure | 'not-a-status-list' | 'corrupt' | 'too-large' | Reason;

/** Reads and verifies a status list token. Never throws, whatever the bytes. */
export function readStatusList(
  bytes: Uint8Array,
  trust: TrustList | 'missing',
  verifiers: SignatureVerifiers,
): Result<StatusList, StatusListFailure> {
  const read = decodeStatusList(bytes);
  if (!read.ok) return read;
  const { claims, ...signed } = read.value;
  const doubt = doubtOfIssuer({ credential: claims, ...signed }, trust, strictVerifiers(verifiers));
  if (doubt) return fail(doubt);
  const entries = inflateZlib(claims.packed, MAX_ENTRIES / PER_BYTE, { isSigned: true });
  if (!entries.ok) return entries;
  const { packed: _, ...facts } = claims;
  return ok({
    ...facts,
    valueAt(index) {
      const byte = entries.value[Math.floor(index / PER_BYTE)];
      return byte === undefined ? undefined : (((byte >> ((index % PER_BYTE) * BITS)) & 3) as StatusValue);
    },
  });
}

/** Takes a token apart without believing it: whose list it says it is, and the signature to check. */
export function decodeStatusList(bytes: Uint8Array) {
  const sign1 = decodeSign1(bytes);
  if (!sign1.ok) return sign1.failure === 'not-sign1' ? fail('not-a-status-list') : fail(sign1.failure);
  const { protectedHeader, payload } = sign1.value;
  const alg = protectedHeader.get(HEADER_ALG);
  const kid = protectedHeader.get(HEADER_KID);
  const claims = claimsOf(payload);
  const isTyped = protectedHeader.get(HEADER_TYP) === STATUS_LIST_TYPE;
  if (!isTyped || typeof alg !== 'number' || !(kid instanceof Uint8Array) || kid.length !== KID_LENGTH)
    return fail('not-a-status-list');
  return claims ? ok({ claims, kid, alg, sign1: sign1.value }) : fail('not-a-status-list');
}

function claimsOf(payload: Uint8Array) {
  const decoded = decodeCbor(payload);
  if (!decoded.ok || !(decoded.value instanceof Map)) return undefined;
  const claims = decoded.value;
  const place = placeOf(claims.get(CLAIM_SUB));
  const issuedAt = readSeconds(claims.get(CLAIM_IAT));
  const expiresAt = readSeconds(claims.get(CLAIM_EXP));
  const entries = claims.get(CLAIM_STATUS_LIST);
  if (!place || issuedAt === undefined || !(entries instanceof Map)) return undefined;
  if (claims.has(CLAIM_EXP) && expiresAt === undefined) return undefined;
  const packed = entries.get('lst');
  if (entries.get('bits') !== BITS || !(packed instanceof Uint8Array)) return undefined;
  return { ...place, issuedAt, ...(expiresAt === undefined ? {} : { expiresAt }), packed };
}

function placeOf(uri: CborValue | undefined): { county: string; list: number } | undefined {
  const found = typeof uri === 'string' ? /\/v1\/status-lists\/(\d{6})-(\d{1,4})$/.exec(uri) : null;
  return found?.[1] && found[2] ? { county: found[1], list: Number(found[2]) } : undefined;
}

/** NumericDate in whole seconds → milliseconds; bounded, so that every time read is a valid Date. */
function readSeconds(value: CborValue | undefined): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= 0xffffffff ? value * 1000 : undefined;
}
