import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits: what a phone holds. The database holds only the hash, so a stolen copy signs nobody in. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
