import type { Answers } from '@contract/service-request/category';
import type { RequestEvent, RequestRole, RequestState } from '@contract/service-request/lifecycle';
import type { Result } from '@contract/result';

export interface RequestDraft {
  category: string;
  catalogueVersion: string;
  /** Whose it is. */
  filerId: string;
  node: string;
  answers: Answers;
  words: string;
  photos: string[];
  place: { addressId?: string; point?: { lng: number; lat: number }; note?: string; text: string };
}

export interface DeskEvent {
  event: RequestEvent;
  role: RequestRole;
  actorId: string | null;
  /** The state after the event. */
  state: RequestState;
  words?: string;
  photos: string[];
  destination?: string;
}

export interface DeskRequest extends RequestDraft {
  id: string;
  /** Short, to be said on the phone, and this deployment's only one: "7-0042" is the 42nd filed to a 7th grid. */
  number: string;
  state: RequestState;
  ownerId: string | null;
  version: number;
  createdAt: Date;
  changedAt: Date;
}

export interface DeskRequestWithTimeline extends DeskRequest {
  timeline: (DeskEvent & { seq: number; at: Date })[];
}

/**
 * Where requests live: here, or in a city's own system.
 * `changed-meanwhile`: someone acted after the version the caller saw; nothing was written.
 */
export interface RequestDesk {
  /** @param actorId who filed it, where somebody did it for the filer */
  file(draft: RequestDraft, actorId?: string): Promise<DeskRequestWithTimeline>;
  get(id: string): Promise<DeskRequestWithTimeline | undefined>;
  filedBy(personId: string, page: Page): Promise<DeskRequest[]>;
  /** Those lying under any of the nodes. */
  under(nodes: readonly string[], page: Page): Promise<DeskRequest[]>;
  append(
    id: string,
    seen: number,
    event: DeskEvent,
    ownerId: string | null,
  ): Promise<Result<DeskRequestWithTimeline, 'changed-meanwhile'>>;
}

export interface Page {
  open?: boolean;
  before?: Date;
  limit: number;
}
