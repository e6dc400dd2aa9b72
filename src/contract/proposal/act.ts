import type { Fact } from '../health-rules/fact';
import type { NodeLevel } from '../risk-map/level';
import type { Bilingual } from '../text';
import type { HeldDocument, HeldJoin } from './held';

/** What an official says of somebody, before anybody has signed it. */
export type EnteredFact = Pick<Fact, 'kind' | 'values' | 'from' | 'since'>;

export interface EmergencyTerms {
  /** National scale of the response, I the gravest. */
  level: 'I' | 'II' | 'III' | 'IV';
  /** The document it rests on, with its number. */
  legalBasis: Bilingual;
  /** Where a code may be asked for; nowhere else. */
  gateKinds: readonly string[];
  /** RFC 3339, UTC; at most 90 days ahead. */
  endsAt: string;
}

/**
 * What an official does that could worsen a colour, now or later. It is filed as a proposal and, unless it can make
 * nobody's colour worse, waits for a second confirmed person.
 */
export type Act =
  | { kind: 'fact'; personId: string; fact: EnteredFact }
  | { kind: 'fact-removal'; factId: string }
  /** By person key (hex), which is all a file may say of whom it means. */
  | { kind: 'facts-file'; facts: readonly (EnteredFact & { personKey: string })[] }
  | { kind: 'risk-level'; level: Omit<NodeLevel, 'since'> }
  /** A whole set of rules, as `GET /v1/health-rules` would publish it; checked before. */
  | { kind: 'rules'; rules: readonly unknown[] }
  /** A document seen whose person key brings facts with it; `seen` is what the desk would have written at once. */
  | { kind: 'person-key'; personId: string; seen: HeldDocument | HeldJoin }
  /** A home written down by somebody other than the resident. */
  | { kind: 'home'; personId: string; node: string; building?: string }
  | { kind: 'emergency-opening'; county: string; terms: EmergencyTerms }
  | { kind: 'emergency-renewal'; emergencyId: string; terms: EmergencyTerms }
  | { kind: 'emergency-end'; emergencyId: string };

export type ActKind = Act['kind'];
export type ActOf<K extends ActKind> = Extract<Act, { kind: K }>;
