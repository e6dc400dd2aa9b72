import type { Result } from '@contract/result';

/** Who stands behind a sign-in code. `subject` is stable per provider and never leaves the server. */
export interface Identity {
  provider: string;
  subject: string;
}

/**
 * - `refused`: the code is wrong, used twice, or too old for its provider
 * - `used`, `expired`: an invitation that was good once
 * - `unavailable`: the provider cannot be reached or answers nonsense; try again later
 */
export type SignInFailure = 'refused' | 'used' | 'expired' | 'unavailable';

export interface IdentityProvider {
  signIn(code: string): Promise<Result<Identity, SignInFailure>>;
}
