import type { NudgeKind } from '@contract/nudge/kind';

/** What was said yes to. */
export interface NudgeGrant {
  kind: NudgeKind;
  /** Of kind `request`. */
  requestId?: string;
  templateId: string;
}

/** One yes is one message: it is used up before that is sent, so that a message may be lost, never doubled. */
export interface NudgeGrants {
  /** One more; beyond `MOST_WAITING` nothing is counted. */
  add(personId: string, grant: NudgeGrant): Promise<void>;
  /** How many messages they have yet to get. */
  waiting(personId: string, grant: NudgeGrant): Promise<number>;
  /** Whether anybody waits for it at all. */
  awaited(kind: NudgeKind, requestId?: string): Promise<boolean>;
  /** Who said yes before `at`, in the order of their ids, after `after`. */
  holders(grant: NudgeGrant, page: { at: Date; after: string | undefined; limit: number }): Promise<string[]>;
  /**
   * Uses up one that was given before `at`, for what `event` stands for; committed when this returns.
   * @returns what to give back; undefined when there is none, or they were told of it already
   */
  claim(personId: string, grant: NudgeGrant, event: { key: string; at: Date }): Promise<string | undefined>;
  /** It was certainly not sent: the yes stands. */
  giveBack(id: string): Promise<void>;
  /** They take no more of these. */
  drop(personId: string, templateId: string): Promise<void>;
  /** Their subjects at a provider; several after accounts were joined. */
  subjectsOf(personId: string, provider: string): Promise<string[]>;
}
