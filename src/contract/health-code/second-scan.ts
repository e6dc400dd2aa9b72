import { encodeBase64url } from './base64url';
import { decodePresentation } from './presentation';
import { type Reason, type Verdict, type VerifiedFacts, verdictOf } from './verdict';

/** So long (ms) a checkpoint remembers what it scanned. */
export const REMEMBERED_FOR = 60_000;
/** Longer than a step: a live phone has moved on by then. */
const UNCHANGED_FOR = 30_000;
/** So many different phones in a row off alike, and it is this device's clock that is wrong. */
const OFF_ALIKE = 3;

/** A genuine proof as this checkpoint saw it; nothing about the person. */
export interface Seen {
  /** Hash of the credential. */
  credential: string;
  step: number;
  /** The verifier's step minus the proof's. */
  stepsOff: number;
  /** When, in milliseconds of any one clock of this device. */
  at: number;
}

/** Of one checkpoint, oldest first. In its memory only: kept nowhere, sent to nobody. */
export type ScanMemory = readonly Seen[];

/** What identifies a credential for a minute: its hash, base64url. Undefined for what cannot be taken apart. */
export function credentialHash(code: string, sha256: (bytes: Uint8Array) => Uint8Array): string | undefined {
  const presentation = decodePresentation(code);
  return presentation.ok ? encodeBase64url(sha256(presentation.value.credential)) : undefined;
}

const isOff = ({ stepsOff }: { stepsOff: number }): boolean => Math.abs(stepsOff) > 1;

/** What one scan alone cannot tell: a picture from a slow phone, a slow phone from a slow gate. */
export function secondScan(
  verdict: Verdict,
  scan: Omit<Seen, 'stepsOff'>,
  memory: ScanMemory,
): { verdict: Verdict; memory: ScanMemory } {
  const kept = memory.filter(({ at }) => at <= scan.at && scan.at - at <= REMEMBERED_FOR);
  // Only a genuine proof tells anything: paper has none, and a forged one may say any step.
  if (verdict.stepsOff === undefined) return { verdict, memory: kept };
  const seen: Seen = { ...scan, stepsOff: verdict.stepsOff };
  return { verdict: judged(verdict, seen, kept), memory: [...kept, seen] };
}

function judged(verdict: Verdict, seen: Seen, kept: ScanMemory): Verdict {
  const before = kept.filter(({ credential }) => credential === seen.credential);
  const last = before[before.length - 1];
  if (!isOff(seen)) {
    return verdict.result === 'pass' && last
      ? { ...verdict, shownSecondsAgo: Math.round((seen.at - last.at) / 1000) }
      : verdict;
  }
  const unchangedSince = before.find(({ step }) => step === seen.step)?.at ?? seen.at;
  if (seen.at - unchangedSince > UNCHANGED_FOR) return instead('same-proof-again', verdict);
  if (verdict.result === 'stop') return verdict;
  if (isOwnClockSuspect(seen, kept)) return instead('own-clock-suspect', verdict);
  // An older finding, such as a credential past its day, keeps its say.
  const movedOn = last !== undefined && seen.step > last.step;
  return movedOn && verdict.reason === 'proof-not-now' ? instead('holder-clock-off', verdict) : verdict;
}

/** A step begins within the turn of a scan, so alike means within one step. A phone of now in between clears the clock. */
function isOwnClockSuspect(seen: Seen, kept: ScanMemory): boolean {
  const phones = new Set([seen.credential]);
  for (const earlier of [...kept].reverse()) {
    if (Math.abs(earlier.stepsOff - seen.stepsOff) > 1) break;
    phones.add(earlier.credential);
  }
  return phones.size >= OFF_ALIKE;
}

const instead = (reason: Reason, { result: _, reason: __, act: ___, ...facts }: Verdict): Verdict =>
  verdictOf(reason, facts as VerifiedFacts);
