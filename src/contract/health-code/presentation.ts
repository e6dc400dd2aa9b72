import { fail, ok, type Result } from '../result';
import { type Base45Failure, decodeBase45, encodeBase45 } from './base45';
import { type CborFailure, decodeCbor, encodeCbor } from './cbor';
import { type Proof, readProof } from './proof';

export const PREFIX = 'LL1:';
/** No code of this format is longer than 366 characters; what is, is refused before any work. */
export const MAX_CODE_LENGTH = 512;

/** The text of the QR code: a phone adds the proof of this step, paper has none. */
export function encodePresentation(credential: Uint8Array, proof?: Uint8Array): string {
  return PREFIX + encodeBase45(encodeCbor(proof ? [credential, proof] : [credential]));
}

export interface Presentation {
  /** The credential's own bytes, see decodeCredential. */
  credential: Uint8Array;
  proof?: Proof;
}

/** Takes the text apart. `prefix`: another kind of code. `not-a-presentation`: CBOR of another shape. */
export function decodePresentation(
  code: string,
): Result<Presentation, 'prefix' | 'too-long' | Base45Failure | CborFailure | 'not-a-presentation'> {
  if (!code.startsWith(PREFIX)) return fail('prefix');
  if (code.length > MAX_CODE_LENGTH) return fail('too-long');
  const bytes = decodeBase45(code.slice(PREFIX.length));
  if (!bytes.ok) return bytes;
  const decoded = decodeCbor(bytes.value);
  if (!decoded.ok) return decoded;
  if (!Array.isArray(decoded.value) || decoded.value.length > 2) return fail('not-a-presentation');
  const [credential, proofBytes] = decoded.value;
  if (!(credential instanceof Uint8Array)) return fail('not-a-presentation');
  if (proofBytes === undefined) return ok({ credential });
  const proof = proofBytes instanceof Uint8Array ? readProof(proofBytes) : undefined;
  return proof ? ok({ credential, proof }) : fail('not-a-presentation');
}
