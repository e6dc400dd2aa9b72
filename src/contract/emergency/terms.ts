import type { EmergencyTerms } from '../proposal/act';
import { isGateKind } from './gate-kinds';

/** National scale of the response, the gravest first. */
export const emergencyLevels = ['I', 'II', 'III', 'IV'] as const;

const DAY = 86_400_000;
/** Counted from its opening or its last renewal: nothing goes on because nobody looked. */
export const LONGEST_DAYS = 90;

export const termsFaults = [
  'level-unknown',
  'basis-missing',
  'gate-kinds-missing',
  'gate-kind-unknown',
  'end-unreadable',
  'end-past',
  'end-too-far',
] as const;
export type TermsFault = (typeof termsFaults)[number];

/**
 * What is wrong with the terms of an emergency that would be opened or renewed at that instant (epoch ms).
 * @returns undefined for terms that hold
 */
export function faultOfTerms(terms: EmergencyTerms, at: number): TermsFault | undefined {
  const { level, legalBasis, gateKinds, endsAt } = terms;
  if (!emergencyLevels.includes(level)) return 'level-unknown';
  if (!legalBasis.zh.trim() || !legalBasis.en.trim()) return 'basis-missing';
  if (gateKinds.length === 0) return 'gate-kinds-missing';
  if (!gateKinds.every(isGateKind)) return 'gate-kind-unknown';
  const end = Date.parse(endsAt);
  if (Number.isNaN(end)) return 'end-unreadable';
  if (end <= at) return 'end-past';
  return end > at + LONGEST_DAYS * DAY ? 'end-too-far' : undefined;
}
