import { fail, ok, type Result } from '../../result';
import { signersAmong } from '../authenticity';
import { CLOCK_TOLERANCE } from '../clock-tolerance';
import type { SignatureVerifiers } from '../signature-rules';
import { byKid, isInTerm, type TrustedSigner, type TrustList } from '../trust-list';
import { reasonOfUnreadable } from '../unreadable';
import { type Reason, type Verdict, verdictOf } from '../verdict';
import { type Attestation, decodeCertificate, readAttestation, type SignedCertificate } from './certificate';
import { decodeHc1 } from './text';

/** What a gate should do with another country's certificate: at best, compare it with a document. */
export function verifyHc1(
  code: string,
  { now, trust, verifiers }: { now: number; trust: TrustList | 'missing'; verifiers: SignatureVerifiers },
): Verdict {
  const read = readHc1(code);
  if (!read.ok) return verdictOf(read.failure);
  const { certificate, attestation, issuedAt, expiresAt } = read.value;
  if (trust === 'missing') return verdictOf('trust-list-missing');
  const signers = signersOf(certificate, trust, verifiers);
  if (!Array.isArray(signers)) return verdictOf(signers);
  const inTerm = signers.filter((signer) => isInTerm(signer, issuedAt));
  if (inTerm.length === 0) return verdictOf('key-out-of-term');
  if (!inTerm.some((signer) => maySign(signer, attestation))) return verdictOf('certificate-purpose');
  const finding = doubtOfDate({ issuedAt, expiresAt }, now) ?? 'foreign-certificate';
  return verdictOf(finding, { maskedName: attestation.maskedName, issuedAt, expiresAt });
}

/** The signers of that name whose signature it is, one at least; or why it is nobody's. */
export function signersOf(
  { kid, alg, sign1 }: SignedCertificate,
  trust: TrustList,
  verifiers: SignatureVerifiers,
): TrustedSigner[] | Reason {
  const named = kid === undefined ? [] : byKid(trust.signers, kid);
  return named.length === 0 ? 'issuer-unknown' : signersAmong(named, sign1, alg, verifiers);
}

/** Whether the signer's certificate lets it attest this. */
export function maySign({ uses }: TrustedSigner, { kinds }: Attestation): boolean {
  return uses === undefined || kinds.every((kind) => uses.includes(kind));
}

export function doubtOfDate(
  { issuedAt, expiresAt }: { issuedAt: number; expiresAt: number },
  now: number,
): 'expired' | 'issued-in-future' | undefined {
  if (now >= expiresAt) return 'expired';
  return issuedAt > now + CLOCK_TOLERANCE ? 'issued-in-future' : undefined;
}

interface ReadHc1 {
  certificate: SignedCertificate;
  attestation: Attestation;
  issuedAt: number;
  expiresAt: number;
}

function readHc1(code: string): Result<ReadHc1, Reason> {
  const message = decodeHc1(code);
  if (!message.ok) return fail(reasonOfUnreadable(message.failure));
  const certificate = decodeCertificate(message.value);
  if (!certificate.ok) return fail(reasonOfUnreadable(certificate.failure));
  const { content, issuedAt, expiresAt } = certificate.value;
  const attestation = readAttestation(content);
  // A certificate without its dates would count for ever.
  if (!attestation || issuedAt === undefined || expiresAt === undefined) return fail('not-a-health-code');
  return ok({ certificate: certificate.value, attestation, issuedAt, expiresAt });
}
