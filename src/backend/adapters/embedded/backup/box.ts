import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

/** AES-256-GCM: nonce, ciphertext, tag. What stands beside it in the open (`about`) cannot be changed either. */
export function seal(key: Buffer, content: Buffer, about: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined for another key, and for what was changed or cut short. */
export function unseal(key: Buffer, box: Buffer, about: string): Buffer | undefined {
  if (box.length < NONCE + TAG) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE))
    .setAAD(Buffer.from(about))
    .setAuthTag(box.subarray(box.length - TAG));
  try {
    return Buffer.concat([decipher.update(box.subarray(NONCE, box.length - TAG)), decipher.final()]);
  } catch {
    return undefined;
  }
}
