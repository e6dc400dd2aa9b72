import type { AppealWay, Remedy } from '@contract/appeal/answer';
import type { AppealEvent, AppealRole, AppealState } from '@contract/appeal/lifecycle';
import type { Colour } from '@contract/health-code/colour';
import type { ColourReason } from '@contract/health-rules/decision';
import type { Result } from '@contract/result';

export interface AppealStep {
  event: AppealEvent;
  role: AppealRole;
  actorId: string | null;
  /** The state after the step, and where it lies then. */
  state: AppealState;
  node: string;
  words?: string;
  photos: readonly string[];
  remedy?: Remedy;
  /** What the person's colour was after the step, where it was decided anew. */
  colour?: Colour;
}

export interface AppealDraft {
  /** Whose colour it is about. */
  personId: string;
  filedBy: string;
  way: AppealWay;
  /** Where the person lived when it was filed: who hears it follows from this. */
  home: string;
  /** Where it lies first. */
  node: string;
  /** What is appealed against, as it was told. */
  reason: ColourReason;
  dueAt: Date;
  words?: string;
  photos: readonly string[];
}

export interface Appeal extends Omit<AppealDraft, 'words' | 'photos' | 'filedBy'> {
  id: string;
  /** Null when that account is gone. */
  filedBy: string | null;
  state: AppealState;
  ownerId: string | null;
  /** Whether it was warned of before `dueAt`. */
  warned: boolean;
  version: number;
  filedAt: Date;
  changedAt: Date;
}

export interface AppealWithTimeline extends Appeal {
  timeline: readonly (AppealStep & { seq: number; at: Date })[];
}

export type AppealChange = Partial<Pick<Appeal, 'ownerId' | 'dueAt' | 'warned'>>;

/** Where appeals are kept. Deleted when the emergency they belong to ends, evidence and all. */
export interface Appeals {
  /** `open-already`: this person has one against this reason that nobody has answered yet. */
  file(draft: AppealDraft): Promise<Result<AppealWithTimeline, 'open-already'>>;
  get(id: string): Promise<AppealWithTimeline | undefined>;
  /** Newest first. */
  of(personId: string): Promise<Appeal[]>;
  /** Those that lie at a node below or at any of these, or are somebody's; the next due first. */
  openFor(whom: { nodes: readonly string[]; ownerId: string }): Promise<Appeal[]>;
  /** All that nobody has answered yet, the next due first. */
  open(): Promise<Appeal[]>;
  /** `changed-meanwhile`: someone acted after the version the caller saw; nothing was written. */
  append(
    id: string,
    seen: number,
    step: AppealStep,
    change?: AppealChange,
  ): Promise<Result<AppealWithTimeline, 'changed-meanwhile'>>;
  /** The appeals a photo is evidence of: who may see them may see it. */
  withPhoto(photoId: string): Promise<string[]>;
}
