import type {
  ComplaintEvent,
  ComplaintKind,
  ComplaintRole,
  ComplaintState,
} from '@contract/complaint/complaint';
import type { Result } from '@contract/result';

export interface ComplaintStep {
  event: ComplaintEvent;
  role: ComplaintRole;
  actorId: string | null;
  words?: string;
}

export interface Complaint {
  id: string;
  filerId: string;
  /** Code of the county: it answers what is about the app. */
  county: string;
  /** Of one about handling: the request, the node that answers, and whether it went up there for want of an answer. */
  handling?: { requestId: string; node: string; escalated: boolean };
  kind: ComplaintKind;
  state: ComplaintState;
  /** Null once it is answered. */
  answerBy: Date | null;
  photoId: string | null;
  version: number;
  createdAt: Date;
  changedAt: Date;
  /** Oldest first. */
  timeline: (ComplaintStep & { seq: number; at: Date })[];
}

/** Complaints and suggestions about the app itself, and about how requests were handled. A step is written once and never changed. */
export interface Complaints {
  file(
    complaint: Pick<Complaint, 'filerId' | 'county' | 'kind' | 'photoId'> & {
      words: string;
      answerBy: Date;
      handling?: { requestId: string; node: string };
    },
  ): Promise<Complaint>;
  get(id: string): Promise<Complaint | undefined>;
  /** Newest first. */
  of(filerId: string): Promise<Complaint[]>;
  /**
   * About the app those of the counties under any of the nodes, about handling those answered under any of the nodes;
   * those that wait first, by their limit.
   */
  under(nodes: { app: readonly string[]; handling: readonly string[] }): Promise<Complaint[]>;
  /** About handling, unanswered after their limit, below the county and not gone up yet; the longest ago first. */
  overdue(now: Date, limit: number): Promise<Complaint[]>;
  /** The one a photo is part of. */
  withPhoto(photoId: string): Promise<Complaint | undefined>;
  append(
    id: string,
    seen: number,
    step: ComplaintStep,
    after: {
      state: ComplaintState;
      answerBy: Date | null;
      /** Of one about handling: who answers from now on. */
      handling?: { node: string; escalated: boolean };
    },
  ): Promise<Result<Complaint, 'changed-meanwhile'>>;
}
