import { deflateSync } from 'node:zlib';
import { encodeBase64url } from '@contract/health-code/base64url';
import type { CborValue } from '@contract/health-code/cbor';
import {
  type AlgorithmName,
  coseAlgorithms,
  decodeSign1,
  encodeSign1,
  HEADER_ALG,
  HEADER_KID,
} from '@contract/health-code/cose';
import { type Credential, kidOf, signCredential } from '@contract/health-code/credential';
import { ed25519Signer, publicKeyOf, sha256 } from '@contract/health-code/noble';
import { encodePresentation } from '@contract/health-code/presentation';
import { makeProof, stepAt } from '@contract/health-code/proof';
import { packStatuses, signStatusList } from '@contract/health-code/status-list';
import type { TrustedIssuer, TrustList } from '@contract/health-code/trust-list';
import type { StatusValue } from '@contract/health-code/verify';

// A county of the tests' own, which issues codes and publishes lists without a server.

const hour = 3_600_000;

export const keysOf = (fill: number) => {
  const secret = new Uint8Array(32).fill(fill);
  return { kid: kidOf(publicKeyOf(secret), sha256), sign: ed25519Signer(secret), key: publicKeyOf(secret) };
};
export const county = keysOf(7);
const holder = keysOf(9);

/** Place 42 of list 0 unless said otherwise. */
export function credentialOf(at: number, change: Partial<Credential> = {}): Uint8Array {
  const credential = signCredential(
    {
      county: '330106',
      issuedAt: at - hour,
      expiresAt: at + 6 * 24 * hour,
      maskedName: '张*兰',
      colour: 'green',
      confirmed: true,
      status: { list: 0, index: 42 },
      holderKey: holder.key,
      ...change,
    },
    county,
  );
  if (!credential.ok) throw new Error(credential.failure);
  return credential.value;
}

/** The same, whose header names another algorithm; the signature is good for none. */
export function signedAs(alg: AlgorithmName, credential: Uint8Array): Uint8Array {
  const sign1 = decodeSign1(credential);
  if (!sign1.ok) throw new Error(sign1.failure);
  const header = new Map<number, CborValue>([
    [HEADER_ALG, coseAlgorithms[alg]],
    [HEADER_KID, county.kid],
  ]);
  return encodeSign1(header, sign1.value.payload, county.sign);
}

/** What a phone shows whose clock says `shownAt`. */
export const presented = (credential: Uint8Array, shownAt: number): string =>
  encodePresentation(credential, makeProof(sha256(credential), stepAt(shownAt), holder.sign));

export function trustListAt(at: number, change: Partial<TrustList & TrustedIssuer> = {}): TrustList {
  const { emergencies, statusLists, ...issuer } = change;
  return {
    publishedAt: new Date(at).toISOString(),
    issuers: [
      {
        kid: encodeBase64url(county.kid),
        county: '330106',
        alg: 'EdDSA',
        key: encodeBase64url(county.key),
        ...issuer,
      },
    ],
    emergencies: emergencies ?? [{ county: '330106', until: new Date(at + 90 * 24 * hour).toISOString() }],
    statusLists: statusLists ?? ['330106-0'],
  };
}

export function statusListAt(
  issuedAt: number,
  set: { index: number; status: StatusValue }[] = [],
  signer = county,
): Uint8Array {
  return signStatusList(
    {
      uri: 'https://linli.example.gov.cn/v1/status-lists/330106-0',
      issuedAt,
      expiresAt: issuedAt + 48 * hour,
      timeToLive: 240_000,
      packed: new Uint8Array(deflateSync(packStatuses(set, 1000))),
    },
    signer,
  );
}
