import type { Colour } from './colour';
import { STEP_LENGTH } from './proof';

export const results = ['pass', 'ask', 'stop'] as const;
export type GateResult = (typeof results)[number];

/** The guard's one act. */
export const acts = [
  'let-through',
  'scan-again',
  'wait-for-next-code',
  'refresh-code',
  'compare-document',
  'connect-to-update',
  'verify-online',
  'check-own-clock',
  'call-desk',
  'keep-distance',
] as const;
export type Act = (typeof acts)[number];

const define = <const T extends Record<string, { result: GateResult; act: Act }>>(registry: T) => registry;

/** Every reason a verifier can give, once, with its result and the guard's one act. Codes are stable. */
export const reasons = define({
  'no-emergency': { result: 'pass', act: 'let-through' },
  green: { result: 'pass', act: 'let-through' },

  // Unreadable
  'prefix-unknown': { result: 'ask', act: 'scan-again' },
  'too-long': { result: 'ask', act: 'scan-again' },
  'base45-invalid': { result: 'ask', act: 'scan-again' },
  'compression-invalid': { result: 'ask', act: 'scan-again' },
  'cbor-invalid': { result: 'ask', act: 'scan-again' },
  'not-a-health-code': { result: 'ask', act: 'scan-again' },

  // Who signed it
  'trust-list-missing': { result: 'ask', act: 'connect-to-update' },
  'key-newer-than-list': { result: 'ask', act: 'connect-to-update' },
  'issuer-unknown': { result: 'ask', act: 'call-desk' },
  'issuer-not-of-county': { result: 'ask', act: 'call-desk' },
  'key-out-of-term': { result: 'ask', act: 'call-desk' },
  'key-revoked': { result: 'ask', act: 'refresh-code' },
  'algorithm-unsupported': { result: 'ask', act: 'verify-online' },
  'signature-invalid': { result: 'stop', act: 'keep-distance' },

  // Is it of now
  expired: { result: 'ask', act: 'refresh-code' },
  'issued-in-future': { result: 'ask', act: 'check-own-clock' },
  'credential-stale': { result: 'ask', act: 'refresh-code' },
  paper: { result: 'ask', act: 'compare-document' },
  'proof-missing': { result: 'ask', act: 'wait-for-next-code' },
  'proof-not-now': { result: 'ask', act: 'wait-for-next-code' },
  'proof-invalid': { result: 'stop', act: 'keep-distance' },

  // What became of it since
  'status-missing': { result: 'ask', act: 'connect-to-update' },
  'status-stale': { result: 'ask', act: 'connect-to-update' },
  revoked: { result: 'stop', act: 'keep-distance' },
  'lowered-to-yellow': { result: 'ask', act: 'call-desk' },
  'lowered-to-red': { result: 'stop', act: 'keep-distance' },

  // What it says
  red: { result: 'stop', act: 'keep-distance' },
  yellow: { result: 'ask', act: 'call-desk' },
  'name-self-declared': { result: 'ask', act: 'compare-document' },

  // A certificate of another country (HC1:), which has no colour and no proof of now
  'certificate-purpose': { result: 'ask', act: 'call-desk' },
  'foreign-certificate': { result: 'ask', act: 'compare-document' },
  // What only a second scan tells, see second-scan.ts
  'same-proof-again': { result: 'stop', act: 'keep-distance' },
  'holder-clock-off': { result: 'ask', act: 'compare-document' },
  'own-clock-suspect': { result: 'ask', act: 'check-own-clock' },
});
export type Reason = keyof typeof reasons;
/** Those that make a gate ask. */
export type AskReason = {
  [R in Reason]: (typeof reasons)[R]['result'] extends 'ask' ? R : never;
}[Reason];

/** What a genuine credential or certificate says; never filled from one whose signature was not verified. */
export interface VerifiedFacts {
  maskedName: string;
  /** The graver of the credential's own and what its status was lowered to since; a foreign certificate has none. */
  colour?: Colour;
  /** Whether the community has seen the person: another country's certificate does not say. */
  confirmed?: boolean;
  /** Epoch milliseconds. */
  issuedAt: number;
  expiresAt: number;
  /** The verifier's step minus that of the holder's genuine proof: positive is old, negative from the future. */
  stepsOff?: number;
}

export interface Verdict extends Partial<VerifiedFacts> {
  result: GateResult;
  reason: Reason;
  act: Act;
  /** This checkpoint passed the same credential so long ago. */
  shownSecondsAgo?: number;
}

export function verdictOf(reason: Reason, facts?: VerifiedFacts): Verdict {
  const { result, act } = reasons[reason];
  return { ...facts, result, reason, act };
}

/** Stop beats ask; the first finding of that result names the reason. No finding: green. */
export function gravestOf(findings: readonly Reason[]): Reason {
  return findings.find((reason) => reasons[reason].result === 'stop') ?? findings[0] ?? 'green';
}

/** A verdict as JSON: times in RFC 3339, and how old a proof is that is not of now (seconds). */
export function toAnswer({ issuedAt, expiresAt, stepsOff, ...rest }: Verdict) {
  return {
    ...rest,
    ...(issuedAt === undefined ? {} : { issuedAt: new Date(issuedAt).toISOString() }),
    ...(expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt).toISOString() }),
    ...(stepsOff === undefined || Math.abs(stepsOff) <= 1
      ? {}
      : { ageSeconds: (stepsOff * STEP_LENGTH) / 1000 }),
  };
}
