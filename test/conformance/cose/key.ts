import { createPublicKey } from 'node:crypto';
import type { AlgorithmName } from '@contract/health-code/cose';

/** A key as cose-wg/Examples writes it: JWK in which each field may also come as `<field>_hex`. */
export type CaseKey = Partial<Record<string, string>>;
/** A public key as a trust list would hold it. */
export interface ReadKey {
  alg: AlgorithmName;
  key: Uint8Array;
}

const algorithms: Partial<Record<string, AlgorithmName>> = {
  EdDSA: 'EdDSA',
  Ed25519: 'EdDSA',
  ES256: 'ES256',
  PS256: 'PS256',
  'RSA-PSS-256': 'PS256',
};
const curves: Partial<Record<AlgorithmName, string>> = { EdDSA: 'Ed25519', ES256: 'P-256' };

/** The key of a case, or why it is none of the algorithms verified here. */
export function readKey(algorithm: string | undefined, key: CaseKey): ReadKey | { outOfScope: string } {
  const alg = algorithms[algorithm ?? ''];
  if (alg === undefined) return { outOfScope: `algorithm ${algorithm ?? 'not stated'}` };
  if (curves[alg] !== key['crv']) return { outOfScope: `${algorithm} on the curve ${key['crv']}` };
  return { alg, key: new Uint8Array(encoders[alg](key)) };
}

const encoders: Record<AlgorithmName, (key: CaseKey) => Buffer> = {
  EdDSA: (key) => field(key, 'x'),
  ES256: (key) => Buffer.concat([Buffer.of(4), field(key, 'x'), field(key, 'y')]),
  PS256: (key) => {
    const jwk = {
      kty: 'RSA',
      n: field(key, 'n').toString('base64url'),
      e: field(key, 'e').toString('base64url'),
    };
    return createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'der' });
  },
};

function field(key: CaseKey, name: string): Buffer {
  const hex = key[`${name}_hex`];
  return hex === undefined ? Buffer.from(key[name] ?? '', 'base64url') : Buffer.from(hex, 'hex');
}
