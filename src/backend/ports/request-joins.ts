import type { Spot } from '@contract/service-request/duplicates';
import type { DeskRequest } from './request-desk';

/** What is asked about before it is reported again. */
export interface Asked {
  category: string;
  spot: Spot;
  metres: number;
  since: Date;
}

export type SpottedRequest = DeskRequest & { spot: Spot & { name: string } };

/**
 * Neighbours who follow what another reported in a public place, instead of reporting it again. Only what has a spot
 * is ever found here, and who joined is told to nobody.
 */
export interface RequestJoins {
  /** Open, of the category, in the box of so many metres around; newest first, fifty at most. */
  around(asked: Asked): Promise<SpottedRequest[]>;
  /** Joined twice is joined once. */
  join(requestId: string, personId: string): Promise<void>;
  leave(requestId: string, personId: string): Promise<void>;
  has(requestId: string, personId: string): Promise<boolean>;
  /** What somebody joined; newest first. */
  of(personId: string): Promise<SpottedRequest[]>;
  /** Of the requests, those somebody joined. */
  among(requestIds: readonly string[], personId: string): Promise<Set<string>>;
  /** Who is to be told that it changed. */
  followers(requestId: string): Promise<string[]>;
}
