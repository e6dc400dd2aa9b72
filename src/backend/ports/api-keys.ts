import type { Result } from '@contract/result';

/** Another system that may file requests. */
export interface ApiClient {
  /** What the county calls it: unique among those that hold. */
  name: string;
  /** The account that what it files belongs to: nobody stands behind it, and nobody can sign in as it. */
  filerId: string;
}

export interface ApiKeyState {
  name: string;
  createdAt: Date;
  /** From then on it opens nothing. */
  revokedAt?: Date;
}

/** Keys for filing through Open311. Only their hash is kept: a key is shown once, when it is made. */
export interface ApiKeys {
  /** @param operator who asks at the machine, for the log */
  create(name: string, operator: string): Promise<Result<string, 'name-taken'>>;
  /** The oldest first. */
  list(): Promise<ApiKeyState[]>;
  revoke(name: string, operator: string): Promise<Result<void, 'unknown'>>;
  /** Whose key it is; undefined for one that was revoked or never made. */
  clientOf(key: string): Promise<ApiClient | undefined>;
}
