import { fail, ok, type Result } from '../result';
import { type CborFailure, type CborMap, CborTag, decodeCbor, encodeCbor } from './cbor';

/** COSE algorithm numbers (RFC 9053; PS256: RFC 8230) by the name a trust list uses. */
export const coseAlgorithms = { EdDSA: -8, ES256: -7, PS256: -37 } as const;
export type AlgorithmName = keyof typeof coseAlgorithms;

export const HEADER_ALG = 1;
export const HEADER_KID = 4;
const SIGN1_TAG = 18;

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

/** Takes a tagged COSE_Sign1 apart. `not-sign1`: CBOR, but something else. Nothing is verified yet. */
export function decodeSign1(bytes: Uint8Array): Result<Sign1, CborFailure | 'not-sign1'> {
  const decoded = decodeCbor(bytes);
  if (!decoded.ok) return decoded;
  if (!(decoded.value instanceof CborTag) || decoded.value.tag !== SIGN1_TAG) return fail('not-sign1');
  const parts = decoded.value.value;
  if (!Array.isArray(parts) || parts.length !== 4) return fail('not-sign1');
  const [protectedBytes, unprotectedHeader, payload, signature] = parts;
  if (!(protectedBytes instanceof Uint8Array) || !(unprotectedHeader instanceof Map))
    return fail('not-sign1');
  if (!(payload instanceof Uint8Array) || !(signature instanceof Uint8Array)) return fail('not-sign1');
  const header = readProtected(protectedBytes);
  if (!header.ok) return header;
  return ok({ protectedBytes, protectedHeader: header.value, unprotectedHeader, payload, signature });
}

function readProtected(bytes: Uint8Array): Result<CborMap, CborFailure | 'not-sign1'> {
  if (bytes.length === 0) return ok(new Map());
  const decoded = decodeCbor(bytes);
  if (!decoded.ok) return decoded;
  return decoded.value instanceof Map ? ok(decoded.value) : fail('not-sign1');
}

/** What is signed (RFC 9052 §4.4). An empty protected header counts as h'', also when it was sent as an empty map. */
export function sigStructure(
  { protectedBytes, payload }: Pick<Sign1, 'protectedBytes' | 'payload'>,
  externalAad = new Uint8Array(),
): Uint8Array {
  const isEmptyMap = protectedBytes.length === 1 && protectedBytes[0] === 0xa0;
  return encodeCbor(['Signature1', isEmptyMap ? new Uint8Array() : protectedBytes, externalAad, payload]);
}
