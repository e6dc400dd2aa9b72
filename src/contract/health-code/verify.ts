import { fail, ok, type Result } from '../result';
import { doubtOfIssuer } from './authenticity';
import { CLOCK_TOLERANCE } from './clock-tolerance';
import { graver } from './colour';
import {
  type Credential,
  decodeCredential,
  FRESH_FOR,
  type SignedCredential,
  type StatusPlace,
} from './credential';
import { isHc1 } from './hc1/text';
import { verifyHc1 } from './hc1/verify';
import { decodePresentation, type Presentation } from './presentation';
import { type Proof, proofMessage, stepAt } from './proof';
import { type SignatureVerifiers, strictVerifiers } from './signature-rules';
import { isEmergencyInForce, isOfEndedEmergency, type TrustList } from './trust-list';
import { reasonOfUnreadable } from './unreadable';
import { gravestOf, type Reason, type Verdict, verdictOf, type VerifiedFacts } from './verdict';

/** IETF Token Status List, 2 bits: 0 as issued, 1 revoked, 2 lowered to yellow, 3 lowered to red since issue. */
export type StatusValue = 0 | 1 | 2 | 3;
/** A value with the age (ms) of the list it stands in; `missing`: no such list here; `stale`: one too old to use. */
export type StatusAnswer = { value: StatusValue; age: number } | 'missing' | 'stale';
/** A place is its issuer's own: two counties' lists have the same numbers. */
export type StatusRef = StatusPlace & { county: string };

/** A cached status list counts for so long (ms); places are not reused before that. */
export const STATUS_LIST_COUNTS_FOR = 86_400_000;

export interface VerifyContext {
  /** Server time as last measured, epoch milliseconds. */
  now: number;
  /** `missing`: this verifier has never been online. */
  trust: TrustList | 'missing';
  status(ref: StatusRef): StatusAnswer;
  /** Any backends; the strict rules are put in front of them here. */
  verifiers: SignatureVerifiers;
  sha256(bytes: Uint8Array): Uint8Array;
}

/**
 * What a gate should do with a scanned text. Never throws, whatever the text.
 * Prefix, Base45, CBOR, signature and expiry each end it; then freshness, proof, status and colour all run.
 */
export function verify(code: string, context: VerifyContext): Verdict {
  const { now, trust } = context;
  if (trust !== 'missing' && !isEmergencyInForce(trust, now)) return verdictOf('no-emergency');
  const verifiers = strictVerifiers(context.verifiers);
  if (isHc1(code)) return verifyHc1(code, { now, trust, verifiers });
  const read = readCode(code);
  if (!read.ok) return verdictOf(read.failure);
  const { presentation, signed } = read.value;
  const doubt = doubtOfIssuer(signed, trust, verifiers);
  if (doubt) return verdictOf(doubt);

  const { credential } = signed;
  const { maskedName, confirmed, issuedAt, expiresAt } = credential;
  const facts = { maskedName, colour: credential.colour, confirmed, issuedAt, expiresAt };
  const isOver = trust !== 'missing' && isOfEndedEmergency(trust, credential.county, issuedAt);
  if (now >= expiresAt || isOver) return verdictOf('expired', facts);

  const proof = checkProof(presentation, credential, context);
  const status = checkStatus(context.status({ county: credential.county, ...credential.status }));
  const findings = [checkFreshness(credential, now), proof.finding, status, ...checkColour(credential)];
  const told: VerifiedFacts = { ...facts, colour: loweredColour(credential, status) };
  if (proof.stepsOff !== undefined) told.stepsOff = proof.stepsOff;
  return verdictOf(gravestOf(findings.filter((finding) => finding !== undefined)), told);
}

function readCode(code: string): Result<{ presentation: Presentation; signed: SignedCredential }, Reason> {
  const presentation = decodePresentation(code);
  if (!presentation.ok) return fail(reasonOfUnreadable(presentation.failure));
  const signed = decodeCredential(presentation.value.credential);
  if (!signed.ok) return fail(reasonOfUnreadable(signed.failure));
  // Paper names no key, so nothing on it could be proved: a proof there is somebody's addition.
  const isPaper = signed.value.credential.holderKey === undefined;
  if (isPaper && presentation.value.proof) return fail('not-a-health-code');
  return ok({ presentation: presentation.value, signed: signed.value });
}

/** Paper cannot be refreshed, so its age is no finding of its own: it is asked about anyway, as paper. */
function checkFreshness({ issuedAt, holderKey }: Credential, now: number): Reason | undefined {
  if (issuedAt > now + CLOCK_TOLERANCE) return 'issued-in-future';
  return holderKey && now - issuedAt > FRESH_FOR ? 'credential-stale' : undefined;
}

function checkProof(
  { credential, proof }: Presentation,
  { holderKey }: Credential,
  context: VerifyContext,
): { finding?: Reason; stepsOff?: number } {
  if (!holderKey) return { finding: 'paper' };
  if (!proof) return { finding: 'proof-missing' };
  if (!isHolders(proof, credential, holderKey, context)) return { finding: 'proof-invalid' };
  const stepsOff = stepAt(context.now) - proof.step;
  return Math.abs(stepsOff) > 1 ? { finding: 'proof-not-now', stepsOff } : { stepsOff };
}

function isHolders(
  proof: Proof,
  credential: Uint8Array,
  holderKey: Uint8Array,
  context: VerifyContext,
): boolean {
  const message = proofMessage(context.sha256(credential), proof.step);
  return strictVerifiers(context.verifiers).EdDSA(holderKey, message, proof.signature);
}

/** A list past its day says nothing, not even "revoked": its place may be another person's by now. */
function checkStatus(answer: StatusAnswer): Reason | undefined {
  if (answer === 'missing') return 'status-missing';
  if (answer === 'stale' || answer.age > STATUS_LIST_COUNTS_FOR) return 'status-stale';
  const byValue = [undefined, 'revoked', 'lowered-to-yellow', 'lowered-to-red'] as const;
  return byValue[answer.value];
}

function checkColour({ colour, confirmed }: Credential): Reason[] {
  const findings: Reason[] = [];
  if (colour !== 'green') findings.push(colour);
  if (!confirmed) findings.push('name-self-declared');
  return findings;
}

function loweredColour({ colour }: Credential, status: Reason | undefined) {
  if (status === 'lowered-to-yellow') return graver(colour, 'yellow');
  return status === 'lowered-to-red' ? 'red' : colour;
}
