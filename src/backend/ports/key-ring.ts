import type { Result } from '@contract/result';

/** `waiting`: published, not used yet. `in-use`. `retired`: published until its last credential ends. `revoked`. */
export type KeyUse = 'waiting' | 'in-use' | 'retired' | 'revoked';

export interface KeyState {
  /** Base64url, as in trust lists. */
  kid: string;
  use: KeyUse;
  usedFrom: Date;
  /** When it leaves the trust list: its last credential has ended by then. Unknown while it is in use. */
  publishedUntil?: Date;
  /** Its secret is not in this deployment's key folder: it cannot sign here. */
  secretMissing: boolean;
}

/** The keys a county signs with, shared by the processes of its deployment. */
export interface KeyRing {
  list(): Promise<KeyState[]>;
  /**
   * Makes the next key and publishes it a day before its use, so that no verifier meets one it does not know.
   * `waiting`: there is such a key already.
   */
  rotate(): Promise<Result<KeyState, 'waiting'>>;
  /**
   * From now on nothing the key signed counts; the next one is used at once, made if none waits.
   * `unknown`: no key of ours. `revoked`: it was already.
   */
  revoke(kid: string): Promise<Result<KeyState, 'unknown' | 'revoked'>>;
}
