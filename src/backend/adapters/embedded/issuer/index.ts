import { encodeBase64url } from '@contract/health-code/base64url';
import { sign } from 'node:crypto';
import type { Clock } from '../../../ports/clock';
import type { Issuer } from '../../../ports/issuer';
import type { SigningKey } from './key-file';

/** An emergency counts as declared from one publication of the list to well past the next. */
const emergencyRunsForMs = 30 * 24 * 60 * 60 * 1000;

/** Signs for one county with a key of its own; publishes its public part. */
export function createIssuer(county: string, key: SigningKey, clock: Clock): Issuer {
  return {
    county,
    kid: key.kid,
    sign: (message) => new Uint8Array(sign(null, message, key.secret)),
    trustList() {
      const now = clock.now();
      return Promise.resolve({
        publishedAt: now.toISOString(),
        issuers: [
          {
            kid: encodeBase64url(key.kid),
            county,
            alg: 'EdDSA' as const,
            key: encodeBase64url(key.publicKey),
          },
        ],
        // Declaring, renewing and ending one is the officers' act and comes with it; until then one is in force.
        emergencies: [{ county, until: new Date(now.getTime() + emergencyRunsForMs).toISOString() }],
      });
    },
  };
}
