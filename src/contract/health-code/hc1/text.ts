import { fail, type Result } from '../../result';
import { type Base45Failure, decodeBase45 } from '../base45';
import { inflateZlib } from '../inflate';

/** The EU and WHO certificate, version 1 (Electronic Health Certificate Specification). */
export const HC1_PREFIX = 'HC1:';
/** The largest QR code holds no more characters of this alphabet. */
const MAX_HC1_LENGTH = 4296;
/** A certificate has some hundred bytes: what unpacks to more than this is no certificate. */
export const MAX_HC1_BYTES = 65_536;

/** Whether a text says that it is one; nothing of it is read yet. */
export const isHc1 = (code: string): boolean => code.startsWith(HC1_PREFIX);

/** The COSE message in the text of a QR code. `too-long`, `too-large`: packed, unpacked. `corrupt`: not zlib. */
export function decodeHc1(
  code: string,
): Result<Uint8Array, 'prefix' | 'too-long' | Base45Failure | 'corrupt' | 'too-large'> {
  if (!isHc1(code)) return fail('prefix');
  if (code.length > MAX_HC1_LENGTH) return fail('too-long');
  const packed = decodeBase45(code.slice(HC1_PREFIX.length));
  return packed.ok ? inflateZlib(packed.value, MAX_HC1_BYTES) : packed;
}
