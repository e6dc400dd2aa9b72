import { decodeBase45 } from '@contract/health-code/base45';
import { decodeCertificate, type SignedCertificate } from '@contract/health-code/hc1/certificate';
import { HC1_PREFIX, isHc1, MAX_HC1_BYTES } from '@contract/health-code/hc1/text';
import { inflateZlib } from '@contract/health-code/inflate';
import type { TrustList } from '@contract/health-code/trust-list';
import { readSignerCertificate } from '../../../src/backend/signer-certificate';

/** A case of dgc-testdata; what is not stated is not tested, and often not there. */
export interface DgcCase {
  /** Hexadecimal. */
  CBOR?: string;
  COSE?: string;
  COMPRESSED?: string;
  BASE45?: string;
  PREFIX?: string;
  TESTCTX?: {
    /** Of the signer: DER in base64. */
    CERTIFICATE?: string;
    /** When to verify, RFC 3339; absent: now. */
    VALIDATIONCLOCK?: string;
  };
  EXPECTEDRESULTS?: Record<string, unknown> | null;
}

/** What each step is tested on: the stated artefact, else what the one around it holds. */
export interface Artefacts {
  stated: { cbor?: Uint8Array; cose?: Uint8Array; compressed?: Uint8Array; base45?: string };
  prefixed?: string;
  base45?: string;
  compressed?: Uint8Array;
  cose?: Uint8Array;
  certificate?: SignedCertificate;
  trust: TrustList;
  clock: number;
}

export function artefactsOf({ TESTCTX, ...read }: DgcCase): Artefacts {
  const stated = {
    ...present('cbor', bytesOf(read.CBOR)),
    ...present('cose', bytesOf(read.COSE)),
    ...present('compressed', bytesOf(read.COMPRESSED)),
    ...present('base45', read.BASE45),
  };
  const prefixed = read.PREFIX;
  const base45 =
    stated.base45 ?? (prefixed !== undefined && isHc1(prefixed) ? withoutPrefix(prefixed) : undefined);
  const compressed = stated.compressed ?? (base45 === undefined ? undefined : valueOf(decodeBase45(base45)));
  const cose =
    stated.cose ?? (compressed === undefined ? undefined : valueOf(inflateZlib(compressed, MAX_HC1_BYTES)));
  const certificate = cose === undefined ? undefined : valueOf(decodeCertificate(cose));
  return {
    stated,
    ...present('prefixed', prefixed),
    ...present('base45', base45),
    ...present('compressed', compressed),
    ...present('cose', cose),
    ...present('certificate', certificate),
    trust: trusting(TESTCTX?.CERTIFICATE),
    clock: TESTCTX?.VALIDATIONCLOCK === undefined ? Date.now() : Date.parse(TESTCTX.VALIDATIONCLOCK),
  };
}

export const withoutPrefix = (code: string): string => code.slice(HC1_PREFIX.length);

/** A trust list of the one signer, as the command line makes it of a certificate's file. */
function trusting(certificate = ''): TrustList {
  const isPem = certificate.includes('-----BEGIN');
  const signer = readSignerCertificate(Buffer.from(certificate, isPem ? 'utf8' : 'base64'));
  return { publishedAt: '', issuers: [], emergencies: [], signers: signer.ok ? [signer.value] : [] };
}

/** What is no hexadecimal is stated too: as bytes that nothing decodes. */
function bytesOf(hex: string | undefined): Uint8Array | undefined {
  return hex === undefined || hex === '' ? undefined : new Uint8Array(Buffer.from(hex.trim(), 'hex'));
}

const valueOf = <T>(result: { ok: true; value: T } | { ok: false }): T | undefined =>
  result.ok ? result.value : undefined;

const present = <K extends string, T>(name: K, value: T | undefined) =>
  (value === undefined ? {} : { [name]: value }) as Partial<Record<K, T>>;
