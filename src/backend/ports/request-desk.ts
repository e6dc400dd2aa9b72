import type { Rating } from '@contract/figures/figures';
import type { Answers } from '@contract/service-request/category';
import type { Behalf } from '@contract/service-request/behalf';
import type { RequestClock } from '@contract/service-request/clock';
import type { Spot } from '@contract/service-request/duplicates';
import type { Outcome } from '@contract/service-request/outcome';
import type { QueuePart } from '@contract/service-request/handling';
import type { RequestEvent, RequestRole, RequestState } from '@contract/service-request/lifecycle';
import type { VoiceType } from '@contract/service-request/voice';
import type { Result } from '@contract/result';
import type { Slot } from '@contract/visit/slots';

/** A voice note and its length, seconds. */
export interface Spoken {
  id: string;
  seconds: number;
  type: VoiceType;
}

export interface RequestDraft {
  category: string;
  catalogueVersion: string;
  /** Whose it is. */
  filerId: string;
  node: string;
  answers: Answers;
  words: string;
  photos: string[];
  /** A link that another system sent with it. Kept, never followed. */
  mediaUrl?: string;
  voice?: Spoken;
  place: { addressId?: string; point?: { lng: number; lat: number }; note?: string; text: string };
  /** The team never sees whose it is. */
  anonymous?: boolean;
  /** For somebody without an account. */
  behalf?: Behalf;
  /** Of what neighbours may be told of: where the thing is, and what that place is called to them. */
  spot?: Spot & { name: string };
  /** The number to call, kept apart and until the matter is over. */
  callback?: string;
}

export interface DeskEvent {
  event: RequestEvent;
  role: RequestRole;
  actorId: string | null;
  /** The state after the event. */
  state: RequestState;
  words?: string;
  photos: string[];
  voice?: Spoken;
  /** Who is responsible, of a referral; the node it goes up to, of an escalation; why a desk outside gave it back unasked. */
  destination?: string;
  /** Of handing over: the colleague who has it next, or the node it goes to. */
  nextOwner?: string;
  nextNode?: string;
  /** The desk outside that took this step, where nobody of the team did. */
  desk?: string;
  /** The team says it to all who joined as well. */
  forAll?: boolean;
  /** Of a visit: the hours offered, the one chosen, the one that fell through. */
  slots?: readonly Slot[];
  /** How a call or a look at the door went. */
  outcome?: Outcome;
}

/** What a request waits for and until when, by contract/service-request/clock. */
export interface Due {
  waitsFor: RequestClock['waitsFor'];
  at: Date;
  warnAt: Date;
  standsUntil?: Date;
  provisional: boolean;
}

export interface DeskRequest extends Omit<RequestDraft, 'callback'> {
  id: string;
  /** Short, to be said on the phone, and this deployment's only one: "7-0042" is the 42nd filed to a 7th grid. */
  number: string;
  state: RequestState;
  ownerId: string | null;
  anonymous: boolean;
  /** Who filed it for the filer. */
  filedBy?: string;
  /** So many neighbours follow it. */
  joined: number;
  version: number;
  createdAt: Date;
  changedAt: Date;
  /** Absent once it has ended. */
  due?: Due;
  /** How often the resident urged. */
  urged: number;
  /** The team was told that it is nearly due. */
  warned: boolean;
  /** The node it went up to when it was overdue; it goes up once, and anew after it was taken up again. */
  escalatedTo?: string;
  /** What its filer said of it. Nobody who handled it sees it. */
  rating?: Rating;
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
  /** The number to call on; none once the matter is over. */
  callbackOf(id: string): Promise<string | undefined>;
  filedBy(personId: string, page: Page): Promise<DeskRequest[]>;
  /** What somebody filed for others. */
  filedForOthers(personId: string, page: Page): Promise<DeskRequest[]>;
  /** Those lying under any of the nodes. */
  under(nodes: readonly string[], page: Page): Promise<DeskRequest[]>;
  /** What is open of those, by its clock: what passes first comes first, what stands for the resident last. */
  queue(nodes: readonly string[], queue: Queue): Promise<DeskRequest[]>;
  /** With `nextNode` it lies there from then on. */
  append(
    id: string,
    seen: number,
    event: DeskEvent,
    ownerId: string | null,
  ): Promise<Result<DeskRequestWithTimeline, 'changed-meanwhile'>>;
  /** Whose warning or limit has come, and nobody has heard of it; the longest ago first. */
  pressing(now: Date, limit: number): Promise<DeskRequest[]>;
  /** What the filer says of it, once it is closed; said again it replaces what was said. */
  rate(id: string, rating: Rating): Promise<void>;
  /** The team has been told. */
  warned(id: string): Promise<void>;
  /** Reckons the limits of all that is open anew: calendar or hours have changed. @returns how many moved */
  reckonAll(): Promise<number>;
}

/** What of a queue is asked for; everything without. */
export interface Queue {
  now: Date;
  limit: number;
  category?: string;
  part?: QueuePart;
  /** Of `mine`: the caller, and for whom they stand in. */
  owners: readonly string[];
}

export interface Page {
  open?: boolean;
  before?: Date;
  limit: number;
}
