import { encodeBase64url } from '@contract/health-code/base64url';
import type { AlgorithmName } from '@contract/health-code/cose';
import { KID_LENGTH } from '@contract/health-code/credential';
import type { CertificateKind, TrustedSigner } from '@contract/health-code/trust-list';
import { fail, ok, type Result } from '@contract/result';
import { type KeyObject, X509Certificate } from 'node:crypto';
import { nodeSha256 } from './health-code-crypto';

/** Extended key usages of the EU certificate, by their last number; the second arc is an early draft's, still in use. */
const usageArcs = ['1.3.6.1.4.1.1847.2021.1.', '1.3.6.1.4.1.0.1847.2021.1.'];
const kindByNumber: Partial<Record<string, CertificateKind>> = { 1: 'test', 2: 'vaccination', 3: 'recovery' };
/** Where a certificate names no country: ISO 3166's own code for that. */
const NO_COUNTRY = 'ZZ';

/**
 * What a signer's X.509 certificate (DER or PEM) says of its key. `not-a-certificate`: other bytes.
 * `key-unsupported`: neither P-256 nor RSA nor Ed25519.
 */
export function readSignerCertificate(
  bytes: Uint8Array,
): Result<TrustedSigner, 'not-a-certificate' | 'key-unsupported'> {
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(bytes);
  } catch {
    return fail('not-a-certificate');
  }
  const key = signingKeyOf(certificate.publicKey);
  if (!key) return fail('key-unsupported');
  const uses = usesOf(certificate);
  return ok({
    kid: encodeBase64url(nodeSha256(certificate.raw).subarray(0, KID_LENGTH)),
    country: /^C=([A-Z]{2})$/m.exec(`${certificate.subject}\n${certificate.issuer}`)?.[1] ?? NO_COUNTRY,
    ...key,
    ...(uses.length > 0 ? { uses } : {}),
    notBefore: new Date(certificate.validFrom).toISOString(),
    notAfter: new Date(certificate.validTo).toISOString(),
  });
}

/** Node's name for the extended key usage is `keyUsage`. None of ours there: the key may sign any kind. */
function usesOf({ keyUsage }: X509Certificate): CertificateKind[] {
  const kinds = (keyUsage ?? []).map((oid) => {
    const arc = usageArcs.find((prefix) => oid.startsWith(prefix));
    return arc === undefined ? undefined : kindByNumber[oid.slice(arc.length)];
  });
  return [...new Set(kinds.filter((kind) => kind !== undefined))];
}

/** The key as a trust list holds it. */
function signingKeyOf(key: KeyObject): { alg: AlgorithmName; key: string } | undefined {
  if (key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'rsa-pss') {
    return { alg: 'PS256', key: key.export({ type: 'spki', format: 'der' }).toString('base64url') };
  }
  const { crv, x = '', y = '' } = asJwk(key);
  if (crv === 'Ed25519') return { alg: 'EdDSA', key: x };
  if (crv !== 'P-256') return undefined;
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  return { alg: 'ES256', key: point.toString('base64url') };
}

/** Kinds of key that JWK does not know have none of its names. */
function asJwk(key: KeyObject): { crv?: string; x?: string; y?: string } {
  try {
    return key.export({ format: 'jwk' }) as { crv?: string; x?: string; y?: string };
  } catch {
    return {};
  }
}
