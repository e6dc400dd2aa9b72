import { fail, ok, type Result } from '../result';
import { encodeCbor } from './cbor';
import type { SignatureVerifier } from './cose';
import { isAcceptableKey, strictEd25519 } from './ed25519-rules';
import { stepAt } from './proof';

/** What a phone signs to show the issuer that it holds a key now. Never mistaken for a proof at a gate: the label differs. */
export function possessionMessage(holderKey: Uint8Array, step: number): Uint8Array {
  return encodeCbor(['LL1 possession', holderKey, step]);
}

export interface Possession {
  holderKey: Uint8Array;
  /** The 30-second step the signature is of. */
  step: number;
  /** Ed25519 over {@link possessionMessage}. */
  signature: Uint8Array;
}

/** Whether a key may be issued for: acceptable, and held by the asker within one step of `now` (epoch ms). */
export function checkPossession(
  { holderKey, step, signature }: Possession,
  now: number,
  verify: SignatureVerifier,
): Result<true, 'holder-key-refused' | 'possession-not-proved'> {
  if (!isAcceptableKey(holderKey)) return fail('holder-key-refused');
  if (!Number.isInteger(step) || Math.abs(stepAt(now) - step) > 1) return fail('possession-not-proved');
  const held = strictEd25519(verify)(holderKey, possessionMessage(holderKey, step), signature);
  return held ? ok(true) : fail('possession-not-proved');
}
