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
import { nobleVerifiers } from '@contract/health-code/noble-p256';
import { encodePresentation } from '@contract/health-code/presentation';
import { makeProof, stepAt } from '@contract/health-code/proof';
import type { TrustList } from '@contract/health-code/trust-list';
import type { VerifyContext } from '@contract/health-code/verify';
import { nodeSha256, nodeVerifiers } from '../../../src/backend/health-code-crypto';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const now = Date.UTC(2026, 10, 24, 6, 32, 11);

export const secret = (fill: number) => new Uint8Array(32).fill(fill);
export const issuerSecret = secret(1);
export const holderSecret = secret(2);
export const otherSecret = secret(3);

export const signer = { kid: kidOf(publicKeyOf(issuerSecret), sha256), sign: ed25519Signer(issuerSecret) };

export const phone: Credential = {
  county: '330106',
  issuedAt: now - HOUR,
  expiresAt: now - HOUR + 7 * DAY,
  maskedName: '张*三',
  colour: 'green',
  confirmed: true,
  status: { list: 4095, index: 1_048_575 },
  holderKey: publicKeyOf(holderSecret),
};
export const onPaper = (credential: Credential): Credential => {
  const paper = { ...credential };
  delete paper.holderKey;
  return paper;
};

export const trust: TrustList = {
  publishedAt: new Date(now - 2 * HOUR).toISOString(),
  issuers: [
    {
      kid: encodeBase64url(signer.kid),
      county: '330106',
      alg: 'EdDSA',
      key: encodeBase64url(publicKeyOf(issuerSecret)),
    },
  ],
  emergencies: [{ county: '330106', until: new Date(now + 30 * DAY).toISOString() }],
};

export const context: VerifyContext = {
  now,
  trust,
  status: () => ({ value: 0, age: 0 }),
  verifiers: nobleVerifiers,
  sha256,
};

/** The same checks by node:crypto, as the server does them. */
export const nodeContext: VerifyContext = { ...context, verifiers: nodeVerifiers, sha256: nodeSha256 };

export function issue(credential: Credential, by = signer): Uint8Array {
  const signed = signCredential(credential, by);
  if (!signed.ok) throw new Error(signed.failure);
  return signed.value;
}

/** The same claims, signed as another deployment may sign them. */
export function issueBy(
  alg: AlgorithmName,
  credential: Credential,
  kid: Uint8Array,
  sign: (message: Uint8Array) => Uint8Array,
): Uint8Array {
  const sign1 = decodeSign1(issue(credential));
  if (!sign1.ok) throw new Error(sign1.failure);
  const header = new Map<number, CborValue>([
    [HEADER_ALG, coseAlgorithms[alg]],
    [HEADER_KID, kid],
  ]);
  return encodeSign1(header, sign1.value.payload, sign);
}

/** What the phone shows at an instant, with a key that is its own or somebody's. */
export function show(credential: Uint8Array, at = now, key = holderSecret): string {
  return encodePresentation(credential, makeProof(sha256(credential), stepAt(at), ed25519Signer(key)));
}

export const fromHex = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
export const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
