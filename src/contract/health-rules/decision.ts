import type { Colour } from '../health-code/colour';
import type { FactSource } from './fact';
import type { Bilingual } from '../text';

/** One way back to green, in the order to try them. `act` names what the app itself can do about it. */
export interface WayBack {
  text: Bilingual;
  act?: 'amend-declaration' | 'ask-for-visit' | 'call-desk' | 'appeal';
}

/** Why a colour is not green: every one of them, the gravest first. */
export interface ColourReason {
  /** Identifier and version of the rule that failed. */
  rule: string;
  version: string;
  colour: Exclude<Colour, 'green'>;
  /** The rule's reason with the fact's own values filled in, in plain words. */
  reason: Bilingual;
  source: FactSource | 'risk-map';
  from: Bilingual;
  /** The fact it rests on; absent when it rests on the risk map alone. */
  factId?: string;
  /** RFC 3339, UTC. */
  since: string;
  /** When this reason ends at the latest, everything else unchanged. Every reason has an end. */
  until: string;
  wayBack: readonly WayBack[];
}

/** What the rules say of a person at an instant. */
export interface Decision {
  colour: Colour;
  /** Empty for green. The first explains; the others are listed. */
  reasons: readonly ColourReason[];
  /** The next instant (RFC 3339, UTC) at which time alone may change it; absent when time changes nothing. */
  recheckAt?: string;
}
