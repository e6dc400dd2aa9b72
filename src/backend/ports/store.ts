import type { CalendarDay } from '@contract/calendar-day';
import type { Grant } from '@contract/role';
import type { Language } from '@contract/text';
import type { Result } from '@contract/result';
import type { Identity } from './identity';

/** A person with an account. Names are as given; what others see is masked at the edge. */
export interface Person {
  id: string;
  name: string | null;
  confirmed: boolean;
  /** Kept of minors only. */
  bornOn: CalendarDay | null;
  home: { node: string; building: string | null } | null;
  language: Language | null;
  privacyVersion: string | null;
  grants: Grant[];
}

export type PersonChange = Partial<Pick<Person, 'name' | 'home' | 'language' | 'privacyVersion'>>;

export interface People {
  /** The person of an identity, made at the first sign-in. */
  of(identity: Identity): Promise<Person>;
  /** An account that was joined into another answers as that one. */
  get(id: string): Promise<Person | undefined>;
  change(id: string, change: PersonChange): Promise<Person>;
}

export interface OpenSession {
  id: string;
  person: Person;
  expiresAt: Date;
}

/** Opaque tokens; only their hash is stored. A session in use renews itself. */
export interface Sessions {
  /** @param device what the phone calls itself */
  open(personId: string, device?: string): Promise<{ token: string; expiresAt: Date }>;
  /** `expired` also for a session that was ended. */
  find(token: string): Promise<Result<OpenSession, 'unknown' | 'expired'>>;
  end(sessionId: string): Promise<void>;
  /** A token for the periodic update of that phone, in place of an earlier one. Ends with the session. */
  periodicToken(sessionId: string): Promise<string>;
  /** Whose periodic update it is; does not renew the session. */
  findPeriodic(token: string): Promise<Result<OpenSession, 'unknown' | 'expired'>>;
}

/** What was answered to a key, kept so that the same call gets the same answer. */
export interface KeptAnswer {
  status: number;
  body: unknown;
}

export interface Idempotency {
  /**
   * Does `work` once for a person's key: its writes and its answer are kept together or not at all.
   * `fingerprint` stands for the content; the same key with another is `reused`. A refusal thrown by
   * `work` keeps nothing, so the key is free again.
   */
  once(
    personId: string,
    key: string,
    fingerprint: string,
    work: () => Promise<KeptAnswer>,
  ): Promise<Result<KeptAnswer, 'reused' | 'in-flight'>>;
}

export interface Store {
  people: People;
  sessions: Sessions;
  idempotency: Idempotency;
  /** Fails when the database does not answer: what `/readyz` asks. */
  ping(): Promise<void>;
}
