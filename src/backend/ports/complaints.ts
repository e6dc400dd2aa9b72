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
  /** Code of the county that answers. */
  county: string;
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

/** Complaints and suggestions about the app itself. A step is written once and never changed. */
export interface Complaints {
  file(
    complaint: Pick<Complaint, 'filerId' | 'county' | 'kind' | 'photoId'> & { words: string; answerBy: Date },
  ): Promise<Complaint>;
  get(id: string): Promise<Complaint | undefined>;
  /** Newest first. */
  of(filerId: string): Promise<Complaint[]>;
  /** Of the counties under any of the nodes; those that wait first, by their limit. */
  under(nodes: readonly string[]): Promise<Complaint[]>;
  /** The one a photo is part of. */
  withPhoto(photoId: string): Promise<Complaint | undefined>;
  append(
    id: string,
    seen: number,
    step: ComplaintStep,
    after: { state: ComplaintState; answerBy: Date | null },
  ): Promise<Result<Complaint, 'changed-meanwhile'>>;
}
