import { fail, ok, type Result } from '../../result';
import { type CborFailure, type CborMap, type CborValue, decodeCbor } from '../cbor';
import { decodeSign1, HEADER_ALG, HEADER_KID, headerOf, type Sign1 } from '../cose';
import { maskName } from '../masked-name';
import type { CertificateKind } from '../trust-list';

/** CWT claim numbers (RFC 8392; -260: Electronic Health Certificate Specification §3.3). */
const CLAIM_EXP = 4;
const CLAIM_IAT = 6;
const CLAIM_HCERT = -260;
const EU_DCC_V1 = 1;

/** A signed CWT with a certificate in it, as read, not yet verified. */
export interface SignedCertificate {
  sign1: Sign1;
  /** From either header; undefined where neither names a key. */
  kid?: Uint8Array;
  /** COSE algorithm number; undefined where it is none. */
  alg?: number;
  /** The certificate itself, of whatever schema. */
  content: CborMap;
  /** Epoch milliseconds; undefined where it says none. */
  issuedAt?: number;
  expiresAt?: number;
}

/** What a certificate attests, as far as a gate needs it. */
export interface Attestation {
  kinds: CertificateKind[];
  maskedName: string;
}

/** Reads a COSE_Sign1 over a CWT; says nothing about its signature. `not-a-certificate`: CBOR of another shape. */
export function decodeCertificate(
  bytes: Uint8Array,
): Result<SignedCertificate, CborFailure | 'not-a-certificate'> {
  const sign1 = decodeSign1(bytes, 'foreign');
  if (!sign1.ok) return sign1.failure === 'not-sign1' ? fail('not-a-certificate') : fail(sign1.failure);
  const claims = decodeCbor(sign1.value.payload, 'foreign');
  if (!claims.ok) return claims;
  const content = contentOf(claims.value);
  if (!(claims.value instanceof Map) || content === undefined) return fail('not-a-certificate');
  const kid = headerOf(sign1.value, HEADER_KID);
  const alg = headerOf(sign1.value, HEADER_ALG);
  const issuedAt = readSeconds(claims.value.get(CLAIM_IAT));
  const expiresAt = readSeconds(claims.value.get(CLAIM_EXP));
  return ok({
    sign1: sign1.value,
    content,
    ...(kid instanceof Uint8Array ? { kid } : {}),
    ...(typeof alg === 'number' ? { alg } : {}),
    ...(issuedAt === undefined ? {} : { issuedAt }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  });
}

/** The certificate among a CWT's claims. */
export function contentOf(claims: CborValue): CborMap | undefined {
  const container = claims instanceof Map ? claims.get(CLAIM_HCERT) : undefined;
  const content = container instanceof Map ? container.get(EU_DCC_V1) : undefined;
  return content instanceof Map ? content : undefined;
}

const groups: readonly [string, CertificateKind][] = [
  ['v', 'vaccination'],
  ['t', 'test'],
  ['r', 'recovery'],
];

/** Undefined for what is no certificate by its schema: no name, no date of birth, no statement. */
export function readAttestation(content: CborMap): Attestation | undefined {
  const kinds = groups.filter(([key]) => hasStatement(content.get(key))).map(([, kind]) => kind);
  const isOther = groups.some(([key, kind]) => !kinds.includes(kind) && !isAbsent(content.get(key)));
  const maskedName = readName(content.get('nam'));
  if (kinds.length === 0 || isOther || maskedName === undefined) return undefined;
  return typeof content.get('dob') === 'string' ? { kinds, maskedName } : undefined;
}

/** A statement is about one disease, which it names. */
function hasStatement(group: CborValue | undefined): boolean {
  const isStatement = (item: CborValue) => item instanceof Map && typeof item.get('tg') === 'string';
  return Array.isArray(group) && group.length > 0 && group.every(isStatement);
}

function isAbsent(group: CborValue | undefined): boolean {
  return group === undefined || group === null || (Array.isArray(group) && group.length === 0);
}

/** The name as its bearer writes it; else as a passport's machine-readable zone does, where `<` is the space. */
function readName(name: CborValue | undefined): string | undefined {
  if (!(name instanceof Map)) return undefined;
  const part = (native: string, standardised: string): string | undefined => {
    const written = [name.get(native), name.get(standardised)].find((text) => isFilled(text));
    return typeof written === 'string' ? written.replace(/</g, ' ') : undefined;
  };
  const family = part('fn', 'fnt');
  const given = part('gn', 'gnt');
  if (family === undefined && given === undefined) return undefined;
  // Where names are written in Han characters the family's comes first.
  const isHan = /\p{Script=Han}/u.test(family ?? '');
  return maskName((isHan ? [family, given] : [given, family]).filter(isFilled).join(' '));
}

const isFilled = (text: CborValue | undefined): text is string => typeof text === 'string' && text !== '';

/** The end of the year 9999: what comes after it RFC 3339 cannot say. */
const LAST_SECOND = 253_402_300_799;

/** NumericDate in seconds → milliseconds; only what is a valid Date. */
function readSeconds(value: CborValue | undefined): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= LAST_SECOND ? value * 1000 : undefined;
}
