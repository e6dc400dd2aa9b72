import { isDeepStrictEqual } from 'node:util';
import { decodeBase45 } from '@contract/health-code/base45';
import { equalBytes } from '@contract/health-code/bytes';
import { type CborMap, CborTag, type CborValue, decodeCbor } from '@contract/health-code/cbor';
import { contentOf, readAttestation } from '@contract/health-code/hc1/certificate';
import { isHc1, MAX_HC1_BYTES } from '@contract/health-code/hc1/text';
import { doubtOfDate, maySign, signersOf } from '@contract/health-code/hc1/verify';
import { inflateZlib } from '@contract/health-code/inflate';
import { strictVerifiers } from '@contract/health-code/signature-rules';
import type { TrustedSigner } from '@contract/health-code/trust-list';
import { nodeVerifiers } from '../../../src/backend/health-code-crypto';
import { type Artefacts, withoutPrefix } from './artefacts';

type Check = (artefacts: Artefacts) => boolean;

/** Whether a step of the way from the text to the verdict succeeds, each by the product's own code; by the flag's name. */
export const checks: Record<string, Check> = {
  EXPECTEDUNPREFIX: ({ prefixed, stated }) =>
    prefixed !== undefined && isHc1(prefixed) && agrees(withoutPrefix(prefixed), stated.base45, Object.is),

  EXPECTEDB45DECODE: ({ base45, stated }) => {
    const decoded = decodeBase45(base45 ?? '?');
    return decoded.ok && agrees(decoded.value, stated.compressed, equalBytes);
  },

  EXPECTEDCOMPRESSION: ({ compressed, stated }) => {
    const inflated = inflateZlib(compressed ?? new Uint8Array(), MAX_HC1_BYTES);
    return inflated.ok && agrees(inflated.value, stated.cose, equalBytes);
  },

  EXPECTEDDECODE: ({ certificate, cose, stated }) => {
    if (cose !== undefined && certificate === undefined) return false;
    if (stated.cbor === undefined) return certificate !== undefined;
    const content = contentIn(stated.cbor);
    return content !== undefined && agrees(content, certificate?.content, sameContent);
  },

  EXPECTEDVERIFY: (artefacts) => signersIn(artefacts).length > 0,

  EXPECTEDEXPIRATIONCHECK: ({ certificate, clock }) => {
    const { issuedAt, expiresAt } = certificate ?? {};
    if (issuedAt === undefined || expiresAt === undefined) return false;
    return doubtOfDate({ issuedAt, expiresAt }, clock) === undefined;
  },

  EXPECTEDKEYUSAGE: (artefacts) => {
    const attestation = artefacts.certificate && readAttestation(artefacts.certificate.content);
    return attestation !== undefined && signersIn(artefacts).some((signer) => maySign(signer, attestation));
  },
};

/** What a case does not state is not compared. */
const agrees = <T>(got: T, stated: T | undefined, same: (a: T, b: T) => boolean): boolean =>
  stated === undefined || same(got, stated);

function signersIn({ certificate, trust }: Artefacts): TrustedSigner[] {
  const signers = certificate ? signersOf(certificate, trust, strictVerifiers(nodeVerifiers)) : [];
  return Array.isArray(signers) ? signers : [];
}

/** Some cases state the whole CWT as CBOR, some the certificate in it. */
function contentIn(cbor: Uint8Array): CborMap | undefined {
  const decoded = decodeCbor(cbor, 'foreign');
  if (!decoded.ok || !(decoded.value instanceof Map)) return undefined;
  const inner = decoded.value.get(1);
  return contentOf(decoded.value) ?? (inner instanceof Map ? inner : decoded.value);
}

/** The same values in whatever order and encoding: a date may be tagged as one or not. */
const sameContent = (a: CborMap, b: CborMap): boolean => isDeepStrictEqual(plain(a), plain(b));

function plain(value: CborValue): unknown {
  if (value instanceof CborTag) return plain(value.value);
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, plain(item)]));
  return Array.isArray(value) ? value.map(plain) : value;
}
