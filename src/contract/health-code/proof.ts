import { concatBytes, readUint32, uint32Bytes } from './bytes';
import { encodeCbor } from './cbor';

/** A phone's code rolls once in so many milliseconds. */
export const STEP_LENGTH = 30_000;
export const PROOF_LENGTH = 68;

/** Shows that the holder's key was at hand in one step of time. */
export interface Proof {
  step: number;
  /** Ed25519, 64 bytes. */
  signature: Uint8Array;
}

/** The step of an instant (epoch milliseconds): give it server time as last measured, not the device's own. */
export const stepAt = (epochMs: number): number => Math.floor(epochMs / STEP_LENGTH);

/** What the holder's key signs: bound to one credential by its SHA-256, and to this use by its label. */
export function proofMessage(credentialHash: Uint8Array, step: number): Uint8Array {
  return encodeCbor(['LL1 proof', credentialHash, step]);
}

/** The proof for one step, as it travels: step (4 bytes, big-endian), then the signature (64). */
export function makeProof(
  credentialHash: Uint8Array,
  step: number,
  sign: (message: Uint8Array) => Uint8Array,
): Uint8Array {
  return concatBytes(uint32Bytes(step), sign(proofMessage(credentialHash, step)));
}

/** Takes a proof apart; undefined when it has another length. */
export function readProof(bytes: Uint8Array): Proof | undefined {
  if (bytes.length !== PROOF_LENGTH) return undefined;
  return { step: readUint32(bytes), signature: bytes.slice(4) };
}
