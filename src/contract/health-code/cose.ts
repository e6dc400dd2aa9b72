import { fail, ok, type Result } from '../result';
import {
  type CborFailure,
  type CborMap,
  type CborReading,
  CborTag,
  type CborValue,
  decodeCbor,
  encodeCbor,
} from './cbor';

/** COSE algorithm numbers (RFC 9053; PS256: RFC 8230) by the name a trust list uses. */
export const coseAlgorithms = { EdDSA: -8, ES256: -7, PS256: -37 } as const;
export type AlgorithmName = keyof typeof coseAlgorithms;

export const HEADER_ALG = 1;
const HEADER_CRIT = 2;
const HEADER_CONTENT_TYPE = 3;
export const HEADER_KID = 4;
const SIGN1_TAG = 18;
const CWT_TAG = 61;

/** Whether a signature over a message is by a raw public key. Must answer false, not throw, for malformed input. */
export type SignatureVerifier = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean;

/** A COSE_Sign1 (RFC 9052 §4.2) with its payload inside. */
export interface Sign1 {
  /** The protected header exactly as transmitted: it is what was signed. */
  protectedBytes: Uint8Array;
  protectedHeader: CborMap;
  unprotectedHeader: CborMap;
  payload: Uint8Array;
  signature: Uint8Array;
}

/** Signs a payload; `sign` gets the Sig_structure. */
export function encodeSign1(
  protectedHeader: CborMap,
  payload: Uint8Array,
  sign: (message: Uint8Array) => Uint8Array,
): Uint8Array {
  const protectedBytes = protectedHeader.size === 0 ? new Uint8Array() : encodeCbor(protectedHeader);
  const signature = sign(sigStructure({ protectedBytes, payload }));
  return encodeCbor(new CborTag(SIGN1_TAG, [protectedBytes, new Map(), payload, signature]));
}

/**
 * Takes a COSE_Sign1 apart. `not-sign1`: CBOR, but something else. Nothing is verified yet. Our own is tagged as one;
 * a foreign one may also come bare, or in the tag of a CWT, and must name no critical header that is unknown here.
 */
export function decodeSign1(
  bytes: Uint8Array,
  reading: CborReading = 'deterministic',
): Result<Sign1, CborFailure | 'not-sign1'> {
  const decoded = decodeCbor(bytes, reading);
  if (!decoded.ok) return decoded;
  const parts = reading === 'foreign' ? untagged(decoded.value) : contentOf(decoded.value, SIGN1_TAG);
  if (!Array.isArray(parts) || parts.length !== 4) return fail('not-sign1');
  const [protectedBytes, unprotectedHeader, payload, signature] = parts;
  if (!(protectedBytes instanceof Uint8Array) || !(unprotectedHeader instanceof Map))
    return fail('not-sign1');
  if (!(payload instanceof Uint8Array) || !(signature instanceof Uint8Array)) return fail('not-sign1');
  const header = readProtected(protectedBytes, reading);
  if (!header.ok) return header;
  if (!knowsCritical(header.value, unprotectedHeader)) return fail('not-sign1');
  return ok({ protectedBytes, protectedHeader: header.value, unprotectedHeader, payload, signature });
}

/** A header parameter: what is protected counts, wherever else it stands too. */
export function headerOf(
  { protectedHeader, unprotectedHeader }: Sign1,
  label: number,
): CborValue | undefined {
  return protectedHeader.get(label) ?? unprotectedHeader.get(label);
}

function contentOf(value: CborValue, tag: number): CborValue | undefined {
  return value instanceof CborTag && value.tag === tag ? value.value : undefined;
}

function untagged(value: CborValue): CborValue {
  const inner = contentOf(value, CWT_TAG) ?? value;
  return contentOf(inner, SIGN1_TAG) ?? inner;
}

function readProtected(bytes: Uint8Array, reading: CborReading): Result<CborMap, CborFailure | 'not-sign1'> {
  if (bytes.length === 0) return ok(new Map());
  const decoded = decodeCbor(bytes, reading);
  if (!decoded.ok) return decoded;
  return decoded.value instanceof Map ? ok(decoded.value) : fail('not-sign1');
}

/** RFC 9052 §3.1: whoever does not understand a critical parameter must not take the message. */
function knowsCritical(protectedHeader: CborMap, unprotectedHeader: CborMap): boolean {
  if (unprotectedHeader.has(HEADER_CRIT)) return false;
  const critical = protectedHeader.get(HEADER_CRIT);
  if (critical === undefined) return true;
  const known: unknown[] = [HEADER_ALG, HEADER_CONTENT_TYPE, HEADER_KID];
  return (
    Array.isArray(critical) &&
    critical.length > 0 &&
    critical.every((label) => known.includes(label) && protectedHeader.has(label as number))
  );
}

/** What is signed (RFC 9052 §4.4). An empty protected header counts as h'', also when it was sent as an empty map. */
export function sigStructure(
  { protectedBytes, payload }: Pick<Sign1, 'protectedBytes' | 'payload'>,
  externalAad: Uint8Array = new Uint8Array(),
): Uint8Array {
  const isEmptyMap = protectedBytes.length === 1 && protectedBytes[0] === 0xa0;
  return encodeCbor(['Signature1', isEmptyMap ? new Uint8Array() : protectedBytes, externalAad, payload]);
}
