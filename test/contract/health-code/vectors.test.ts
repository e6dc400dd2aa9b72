import { Headers, Sign1 } from '@auth0/cose';
import { decodeBase64url } from '@contract/health-code/base64url';
import { decodeBase45 } from '@contract/health-code/base45';
import { decodeCbor } from '@contract/health-code/cbor';
import { sha256 } from '@contract/health-code/noble';
import { nobleVerifiers } from '@contract/health-code/noble-p256';
import { readStatusList, statusListId, type StatusList } from '@contract/health-code/status-list';
import type { TrustedIssuer, TrustList } from '@contract/health-code/trust-list';
import { type StatusRef, verify } from '@contract/health-code/verify';
import { createPublicKey, type KeyObject } from 'node:crypto';
import { nodeVerifiers } from '../../../src/backend/health-code-crypto';
import file from '../../conformance/vectors/codes.json';

// The vectors that docs/health-code-format.md hands to a stranger: what stands there holds here, on both sides and by
// a COSE library that knows nothing of this project.

const now = Date.parse(file.now);
const trust = file.trust as TrustList;
const bytesOf = (base64url: string): Uint8Array => decodeBase64url(base64url) ?? new Uint8Array();
const statusTokens = Object.values(file.statusLists).map(bytesOf);

function listsBy(verifiers: typeof nobleVerifiers): Map<string, StatusList> {
  return new Map(
    statusTokens.map((token) => {
      const read = readStatusList(token, trust, verifiers);
      if (!read.ok) throw new Error(read.failure);
      return [statusListId(read.value.county, read.value.list), read.value];
    }),
  );
}

const sides = [
  ['the phone', nobleVerifiers],
  ['the server', nodeVerifiers],
] as const;

describe.each(sides)('%s', (_, verifiers) => {
  const lists = listsBy(verifiers);
  const status = ({ county, list, index }: StatusRef) => {
    const found = lists.get(statusListId(county, list));
    const value = found?.valueAt(index);
    return found === undefined || value === undefined
      ? ('missing' as const)
      : { value, age: now - found.issuedAt };
  };
  test.each(file.vectors)('$name: $reason', ({ code, result, reason }) => {
    expect(verify(code, { now, trust, status, verifiers, sha256 })).toMatchObject({ result, reason });
  });
});

describe('an independent COSE library', () => {
  const keyOf = ({ alg, key }: TrustedIssuer): KeyObject => {
    const raw = Buffer.from(key, 'base64url');
    const part = (from: number, to: number): string => raw.subarray(from, to).toString('base64url');
    return createPublicKey({
      format: 'jwk',
      key:
        alg === 'EdDSA'
          ? { kty: 'OKP', crv: 'Ed25519', x: part(0, 32) }
          : { kty: 'EC', crv: 'P-256', x: part(1, 33), y: part(33, 65) },
    });
  };

  /** Whether it finds the message signed by a key of the trust list with the kid it names. */
  async function isSigned(token: Uint8Array): Promise<boolean> {
    const message = Sign1.decode(token);
    const kid = Buffer.from(message.protectedHeaders.get(Headers.KeyID) as Uint8Array).toString('base64url');
    const issuer = trust.issuers.find((each) => each.kid === kid);
    if (!issuer) throw new Error('no such key');
    return message.verify(keyOf(issuer)).then(
      () => true,
      () => false,
    );
  }

  function credentialIn(code: string): Uint8Array {
    const bytes = decodeBase45(code.slice(4));
    const parts = bytes.ok ? decodeCbor(bytes.value) : bytes;
    const [credential] = parts.ok && Array.isArray(parts.value) ? parts.value : [];
    if (!(credential instanceof Uint8Array)) throw new Error('no credential');
    return credential;
  }

  const signed = file.vectors.filter(
    ({ reason }) =>
      !['base45-invalid', 'cbor-invalid', 'prefix-unknown', 'not-a-health-code'].includes(reason) &&
      !['issuer-unknown', 'key-newer-than-list'].includes(reason),
  );

  test.each(signed)('finds of "$name" what this project finds', async ({ code, reason }) => {
    expect(await isSigned(credentialIn(code))).toBe(reason !== 'signature-invalid');
  });

  test('finds the status lists signed, and a turned bit in one', async () => {
    for (const token of statusTokens) {
      expect(await isSigned(token)).toBe(true);
      const turned = token.slice();
      turned[turned.length - 1] = (turned[turned.length - 1] ?? 0) ^ 1;
      expect(await isSigned(turned)).toBe(false);
    }
  });
});
