import type { Act, ActKind, ActOf } from '@contract/proposal/act';
import type { ProposingFault } from '@contract/proposal/signing';
import type { Result } from '@contract/result';
import type { Person } from './store';

export const proposalStates = ['waiting', 'applied', 'refused', 'withdrawn'] as const;
export type ProposalState = (typeof proposalStates)[number];

export interface Signature {
  personId: string;
  /** The node of the grant that was used. */
  node: string;
  at: Date;
}

export interface Proposal {
  id: string;
  act: Act;
  /** The place it concerns: who may see and sign it follows from this. */
  node: string;
  /** Why, in the words of who proposed it. */
  reason: string;
  proposedBy: Signature;
  signedBy: readonly Signature[];
  state: ProposalState;
  /** How many people's colour it would worsen, as last reckoned. */
  worsens: number;
  /** Too many for two of one level: somebody of the level above signs as well. */
  needsLevelAbove: boolean;
  refusal?: { personId: string; words: string; at: Date };
  filedAt: Date;
  decidedAt: Date | null;
}

/** What an act would do to colours. */
export interface Weight {
  /** False only when it can make nobody's colour worse, now or later: then it counts at once. */
  couldWorsen: boolean;
  /** People whose colour it would worsen now. */
  worsens: number;
  /** Rule and source, such as `LL-Y-0003 330108`: what is counted together within 24 hours. Several of a file. */
  counted: string | readonly string[];
}

/** What each kind of act brings: how it is weighed and what happens once it is signed. Each owner of a table gives its own. */
export interface ActHandler<K extends ActKind> {
  /** Where the act belongs: a region code. */
  nodeOf(act: ActOf<K>): Promise<string | undefined>;
  /** Whether somebody of this node may propose or sign it beside the general rule (an officer whose place covers it). */
  levelAboveOnly?: boolean;
  /** Ids of the people it is about: neither they nor their guardians and wards bring it in or decide it. */
  about?(act: ActOf<K>): Promise<readonly string[]>;
  weigh(act: ActOf<K>): Promise<Weight>;
  /**
   * In the transaction that notes the last signature. What fails has written nothing, and leaves the proposal waiting.
   * Whose colours it may turn are decided anew here.
   */
  apply(act: ActOf<K>, proposal: Proposal): Promise<Result<void, 'outdated'>>;
}

export type ActHandlers = { readonly [K in ActKind]?: ActHandler<K> };

export type DecidingFailure = ProposingFault | 'not-found' | 'own-proposal' | 'not-waiting';

/** No official alone can worsen a colour: what one enters waits here for a second. */
export interface Proposals {
  /**
   * Filed, weighed, logged; applied at once when it can make nobody's colour worse.
   * - `outside-your-place`: the caller's grants do not cover it
   * - `name-not-confirmed`: whoever acts on colours is a confirmed person
   * - `concerns-you`: it is about the caller, or about their child or guardian
   * - `not-found`: what it is about is gone
   */
  propose(act: Act, by: Person, reason: string): Promise<Result<Proposal, ProposingFault | 'not-found'>>;
  /**
   * - `own-proposal`: by whoever proposed or signed it already, under whatever account
   * - `outdated`: what it rests on has changed, or it turns more people than the caller was shown; it is weighed anew
   *   and still waits
   */
  sign(id: string, by: Person): Promise<Result<Proposal, DecidingFailure | 'outdated'>>;
  /** Says why, in words that who proposed it reads. */
  refuse(id: string, by: Person, words: string): Promise<Result<Proposal, DecidingFailure>>;
  /** By whoever proposed it; to everybody else it is not there. */
  withdraw(id: string, by: Person): Promise<Result<Proposal, 'not-found' | 'not-waiting'>>;
  get(id: string): Promise<Proposal | undefined>;
  /** Those of the places a person serves, newest first; theirs to sign or followed by them. */
  of(person: Person): Promise<Proposal[]>;
  /** Of one kind, whosever they are. */
  waitingOf(kind: ActKind): Promise<Proposal[]>;
  /** Who proposed and signed what brought a fact, a level or a rule: none of them hears an appeal about it. */
  handsOn(what: { factId: string } | { riskNode: string } | { rule: string }): Promise<string[]>;
}
