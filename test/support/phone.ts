import type { IssuedCode } from '../../src/contract/api';
import { decodeBase64url, encodeBase64url } from '../../src/contract/health-code/base64url';
import { ed25519Signer, publicKeyOf, sha256 } from '../../src/contract/health-code/noble';
import { possessionMessage } from '../../src/contract/health-code/possession';
import { encodePresentation } from '../../src/contract/health-code/presentation';
import { makeProof, stepAt } from '../../src/contract/health-code/proof';
import type { Clock } from '../../src/backend/ports/clock';
import type { CallEndpoint } from './server';

/** A phone with a key of its own, made of `seed`. */
export function testPhone(clock: Clock, call: CallEndpoint, seed = 9) {
  const secret = new Uint8Array(32).fill(seed);
  const holderKey = publicKeyOf(secret);
  const sign = ed25519Signer(secret);
  const now = (): number => clock.now().getTime();
  const show = (credential: string, at = now()): string => {
    const bytes = decodeBase64url(credential) ?? new Uint8Array();
    return encodePresentation(bytes, makeProof(sha256(bytes), stepAt(at), sign));
  };
  return {
    holderKey,
    /** Asks for a credential of its owner, or of a family member. */
    ask: (personId?: string, step = stepAt(now())) =>
      call<IssuedCode>('POST /v1/health-codes', {
        body: {
          ...(personId ? { personId } : {}),
          holderKey: encodeBase64url(holderKey),
          step,
          possession: encodeBase64url(sign(possessionMessage(holderKey, step))),
        },
      }),
    show,
  };
}
