import type { Colour } from '@contract/health-code/colour';
import type { ColourReason, Decision } from '@contract/health-rules/decision';
import type { Fact } from '@contract/health-rules/fact';
import type { EnteredFact } from '@contract/proposal/act';

export interface PersonColour {
  colour: Colour;
  /** Since when it is this colour. */
  since: Date;
  reasons: readonly ColourReason[];
  /** When a city platform that does not answer was last heard; absent while all sources answer. */
  heardAt?: Date;
}

/** A change somebody was told of. */
export interface ColourChange {
  personId: string;
  was: Colour;
  colour: Colour;
  at: Date;
}

/** Whose colours: some people's, everybody's, or of those who live or have stayed under a node. */
export type Whose = readonly string[] | 'everyone' | { under: string };

/** What might be so: to see what it would do. */
export interface Supposition {
  rules?: readonly unknown[];
  level?: { node: string; level: string };
  facts?: readonly { personId: string; fact: EnteredFact }[];
  /** Ids of facts taken away. */
  without?: readonly string[];
  home?: { personId: string; node: string };
}

/** Decides colours from facts, rules and the risk map, remembers them, and tells when one changes. */
export interface Colours {
  /** Decided afresh, every source asked. No fact against a person = green. */
  of(personId: string): Promise<PersonColour>;
  /** As decided last, no source asked: what to answer inside a transaction that has just recoloured. */
  last(personId: string): Promise<PersonColour>;
  /**
   * Decides anew and tells whoever changed: verifiers by the status list, phones at once.
   * Of people, at once, in the caller's transaction if there is one; returns how many changed. Of a place or of
   * everyone, `later`: a job does it once the caller's transaction commits, in many short ones of its own.
   */
  recolour(whose: Whose): Promise<number | 'later'>;
  /** What the job does. Must not run inside a transaction. Returns how many changed. */
  recolourPlace(whose: 'everyone' | { under: string }): Promise<number>;
  /** What time alone has changed: facts that are over go, and colours whose moment has come are decided anew. */
  keepUp(): Promise<number>;
  /** How many people it would turn worse if these were so; nothing is written. */
  wouldWorsen(change: Supposition): Promise<{ worse: number; better: number }>;
  /** What a person would be with some facts more and some fewer (ids); nothing is written. */
  suppose(
    personId: string,
    change: { facts: readonly Fact[]; without: readonly string[] },
  ): Promise<Decision>;

  /** Of these people, newest first. */
  changes(personIds: readonly string[], after?: Date): Promise<ColourChange[]>;
  /** Whose colours changed together, by the id that an announcement carries. */
  changedIn(batchId: string): Promise<string[]>;
}

/** What is known of people, in the deployment's own database. */
export interface Facts {
  /** Those that stand, of every source. */
  of(personId: string): Promise<Fact[]>;
  get(id: string): Promise<(Fact & { personId: string | null }) | undefined>;
  /**
   * For a person, or for a person key (hex): who has it gets it, else it waits for who is confirmed with it.
   * @throws RangeError for what the registry of kinds refuses: whoever enters a fact has asked it before
   */
  add(
    whose: { personId: string } | { personKey: string },
    fact: EnteredFact & { source: Fact['source']; proposalId?: string; declarationId?: string },
  ): Promise<string>;
  remove(id: string): Promise<void>;
  /** Facts that wait for a person key (hex). */
  waitingFor(personKey: string): Promise<Fact[]>;
  /** Those that waited are the person's now. Their colour is to be decided anew. @returns how many */
  attach(personKey: string, personId: string): Promise<number>;
  /** What is over is deleted. @returns whose facts went */
  deleteExpired(): Promise<string[]>;
}
