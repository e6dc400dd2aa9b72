import { deflateSync } from 'node:zlib';
import { p256 } from '@noble/curves/nist.js';
import { encodeBase45 } from '@contract/health-code/base45';
import { encodeBase64url } from '@contract/health-code/base64url';
import { type CborMap, CborTag, type CborValue, encodeCbor } from '@contract/health-code/cbor';
import { sigStructure } from '@contract/health-code/cose';
import type { TrustedSigner, TrustList } from '@contract/health-code/trust-list';
import { DAY, HOUR, now, trust } from './world';

export const signerKid = new Uint8Array(8).fill(4);
export const signerSecret = new Uint8Array(32).fill(6);
export const foreignSigner: TrustedSigner = {
  kid: encodeBase64url(signerKid),
  country: 'SE',
  alg: 'ES256',
  key: encodeBase64url(p256.getPublicKey(signerSecret, false)),
  notBefore: new Date(now - 300 * DAY).toISOString(),
  notAfter: new Date(now + 300 * DAY).toISOString(),
};
export const trustingSigners = (...signers: TrustedSigner[]): TrustList => ({ ...trust, signers });

export const mapOf = (entries: Record<string, CborValue>): CborMap => new Map(Object.entries(entries));
export const vaccination = mapOf({
  tg: '840539006',
  vp: '1119349007',
  dn: 2,
  sd: 2,
  dt: '2026-02-18',
  co: 'SE',
});

/** What differs from a good vaccination certificate of an hour ago. */
export interface Hc1Change {
  content?: Record<string, CborValue>;
  issuedAt?: number;
  expiresAt?: number;
  claims?: CborValue;
  protectedHeader?: Map<number, CborValue>;
  unprotectedHeader?: Map<number, CborValue>;
  secret?: Uint8Array;
  /** Around the four parts; undefined: none. */
  tags?: number[];
  /** Changes the signed message's bytes. */
  message?: (bytes: Uint8Array) => Uint8Array;
  pack?: (bytes: Uint8Array) => Uint8Array;
}

export function hc1(change: Hc1Change = {}): string {
  const content = mapOf({
    ver: '1.3.0',
    nam: mapOf({ fn: 'Lövström', fnt: 'LOEVSTROEM', gn: 'Oscar', gnt: 'OSCAR' }),
    dob: '1958-11-11',
    v: [vaccination],
    ...change.content,
  });
  const claims =
    change.claims ??
    new Map<number, CborValue>([
      [1, 'SE'],
      [4, Math.floor((change.expiresAt ?? now + 90 * DAY) / 1000)],
      [6, Math.floor((change.issuedAt ?? now - HOUR) / 1000)],
      [-260, new Map([[1, content]])],
    ]);
  const header =
    change.protectedHeader ??
    new Map<number, CborValue>([
      [1, -7],
      [4, signerKid],
    ]);
  const protectedBytes = header.size === 0 ? new Uint8Array() : encodeCbor(header);
  const payload = encodeCbor(claims);
  const signed = sigStructure({ protectedBytes, payload });
  const signature = p256.sign(signed, change.secret ?? signerSecret, { lowS: false });
  const parts: CborValue = [protectedBytes, change.unprotectedHeader ?? new Map(), payload, signature];
  const tagged = (change.tags ?? [18]).reduceRight<CborValue>((value, tag) => new CborTag(tag, value), parts);
  const message = encodeCbor(tagged);
  const pack = change.pack ?? ((bytes) => new Uint8Array(deflateSync(bytes)));
  return `HC1:${encodeBase45(pack(change.message?.(message) ?? message))}`;
}
