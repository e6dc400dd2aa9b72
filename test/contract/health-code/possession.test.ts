import { ed25519Signer, publicKeyOf, sha256, verifyEd25519 } from '@contract/health-code/noble';
import { checkPossession, possessionMessage } from '@contract/health-code/possession';
import { makeProof, proofMessage, readProof, stepAt } from '@contract/health-code/proof';
import { holderSecret, now, otherSecret } from './world';

const holderKey = publicKeyOf(holderSecret);
const step = stepAt(now);
const possessed = (at: number, key = holderSecret) => ({
  holderKey,
  step: at,
  signature: ed25519Signer(key)(possessionMessage(holderKey, at)),
});

describe('possession of a key', () => {
  it.each([-1, 0, 1])('is proved %d steps from now', (off) => {
    expect(checkPossession(possessed(step + off), now, verifyEd25519).ok).toBe(true);
  });

  it.each([
    ['two steps old', possessed(step - 2)],
    ['two steps ahead', possessed(step + 2)],
    ['by another key', possessed(step, otherSecret)],
    ['of another step', { ...possessed(step), step: step - 1 }],
    [
      'by a proof for a gate',
      { ...possessed(step), signature: ed25519Signer(holderSecret)(proofMessage(sha256(holderKey), step)) },
    ],
  ])('is not proved %s', (_, claim) => {
    expect(checkPossession(claim, now, verifyEd25519)).toEqual({
      ok: false,
      failure: 'possession-not-proved',
    });
  });

  it('of a small-order key is refused before any signature', () => {
    const claim = { holderKey: new Uint8Array(32), step, signature: new Uint8Array(64) };
    expect(checkPossession(claim, now, () => true)).toEqual({ ok: false, failure: 'holder-key-refused' });
  });
});

describe('proof', () => {
  it('travels as 68 bytes and is read back', () => {
    const bytes = makeProof(sha256(holderKey), 0xfedcba98, ed25519Signer(holderSecret));
    expect(bytes.length).toBe(68);
    expect(readProof(bytes)?.step).toBe(0xfedcba98);
    expect(readProof(bytes.subarray(1))).toBeUndefined();
  });

  it('rolls every 30 seconds', () => {
    expect(stepAt(29_999)).toBe(0);
    expect(stepAt(30_000)).toBe(1);
  });
});
