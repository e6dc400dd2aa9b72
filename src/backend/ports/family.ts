import type { CalendarDay } from '@contract/calendar-day';
import type { FamilyAct, FamilyKind, Relation } from '@contract/family/relation';
import type { Result } from '@contract/result';
import type { Person } from './store';

/** One person who may act for another. */
export interface FamilyRelation extends Relation {
  id: string;
  /** Who acts. */
  actorId: string;
  /** For whom. */
  personId: string;
  /** How the actor speaks of them. */
  calledAs: string;
  since: Date;
}

/** Somebody wants to help an adult, or to be a guardian beside another. */
export interface FamilyAsk {
  actorId: string;
  kind: FamilyKind;
  calledAs: string;
}

export interface FamilyNote {
  what: 'filed' | 'read';
  at: Date;
}

/**
 * Who may act for whom. Only what stands today is ever answered: a guardian of somebody who turned eighteen
 * is none, whether or not the night has written it down. What ends revokes what the actor's phones bear of the person.
 */
export interface Family {
  /** Those the actor may act for, children the community has yet to see among them. */
  of(actorId: string): Promise<FamilyRelation[]>;
  /** Those who may act for the person. */
  actingFor(personId: string): Promise<FamilyRelation[]>;
  /** Who may show whose code, of these people; themselves not among them. */
  showing(personIds: readonly string[]): Promise<{ personId: string; actorId: string }[]>;
  get(id: string): Promise<FamilyRelation | undefined>;
  /** Asked at every use. Nobody needs leave to act for themself. */
  may(actorId: string, personId: string, act: FamilyAct): Promise<boolean>;

  /** Counts once the community has seen the child. */
  addChild(
    guardian: Person,
    child: { name: string; calledAs: string; bornOn: CalendarDay },
  ): Promise<FamilyRelation>;
  /** A single-use code, good for thirty minutes; it is shown once. */
  ask(ask: FamilyAsk): Promise<{ code: string; expiresAt: Date }>;
  /** Does not use it up. */
  look(code: string): Promise<FamilyAsk | undefined>;
  /**
   * The yes to it. One pair has one relation of a kind: a second yes to a helper changes what they may do.
   * @param instead a guardian's relation that ends with it
   */
  agree(
    code: string,
    yes: { personId: string; may: readonly FamilyAct[]; instead?: string },
  ): Promise<Result<FamilyRelation, 'ask-unknown'>>;
  change(id: string, may: readonly FamilyAct[]): Promise<void>;
  end(id: string): Promise<void>;
  /**
   * What time has ended: guardians of those who turned eighteen, and children nobody came with for ninety days.
   * @returns those to be told
   */
  endOver(): Promise<string[]>;

  /** Noted for the person to see, where it was another who did it. */
  note(actorId: string, personId: string, what: FamilyNote['what']): Promise<void>;
  /** Newest first. */
  log(relationId: string): Promise<FamilyNote[]>;
}
