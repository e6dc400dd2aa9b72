import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { decodeCbor, encodeCbor } from '@contract/health-code/cbor';
import { encodeSign1, decodeSign1 } from '@contract/health-code/cose';
import { kidOf } from '@contract/health-code/credential';
import { ed25519Signer, publicKeyOf, sha256 } from '@contract/health-code/noble';
import { nobleVerifiers } from '@contract/health-code/noble-p256';
import {
  MAX_ENTRIES,
  packStatuses,
  readStatusList,
  signStatusList,
  statusListId,
} from '@contract/health-code/status-list';
import type { TrustList } from '@contract/health-code/trust-list';
import type { StatusValue } from '@contract/health-code/verify';
import { nodeVerifiers } from '../../../src/backend/health-code-crypto';
import { HOUR, issuerSecret, now, otherSecret, signer, toHex, trust } from './world';

const uri = 'https://linli.example.gov.cn/v1/status-lists/330106-7';
const pack = (bytes: Uint8Array) => new Uint8Array(deflateSync(bytes));
const claims = {
  uri,
  issuedAt: now,
  expiresAt: now + 12 * HOUR,
  timeToLive: 240_000,
  packed: pack(packStatuses([{ index: 5, status: 3 }], 1000)),
};
const read = (bytes: Uint8Array, by: TrustList | 'missing' = trust) =>
  readStatusList(bytes, by, nobleVerifiers);
const failure = (bytes: Uint8Array, by?: TrustList | 'missing') => {
  const answer = read(bytes, by);
  return answer.ok ? 'read' : answer.failure;
};

test('says of each place what was put there, and of all others that nothing became of them', () => {
  const place = fc.record({
    index: fc.nat(9999),
    status: fc.constantFrom<StatusValue>(1, 2, 3),
  });
  fc.assert(
    fc.property(fc.uniqueArray(place, { selector: ({ index }) => index, maxLength: 50 }), (set) => {
      const answer = read(signStatusList({ ...claims, packed: pack(packStatuses(set, 10_000)) }, signer));
      if (!answer.ok) throw new Error(answer.failure);
      for (const { index, status } of set) expect(answer.value.valueAt(index)).toBe(status);
      const others = [0, 1, 2, 3, 4, 5, 6, 7, 9999].filter((at) => set.every(({ index }) => index !== at));
      for (const index of others) expect(answer.value.valueAt(index)).toBe(0);
      expect(answer.value.valueAt(10_000)).toBeUndefined();
    }),
    { numRuns: 25 },
  );
});

test('says whose list it is, of when and until when', () => {
  const answer = read(signStatusList(claims, signer));
  expect(answer).toMatchObject({
    ok: true,
    value: { county: '330106', list: 7, issuedAt: now, expiresAt: now + 12 * HOUR },
  });
  expect(statusListId('330106', 7)).toBe('330106-7');
});

test('has the form of the draft: type, claims by number, two bits from the low end', () => {
  const sign1 = decodeSign1(signStatusList(claims, signer));
  if (!sign1.ok) throw new Error(sign1.failure);
  expect(sign1.value.protectedHeader).toEqual(
    new Map<number, unknown>([
      [1, -8],
      [4, signer.kid],
      [16, 'application/statuslist+cwt'],
    ]),
  );
  const payload = decodeCbor(sign1.value.payload);
  expect(payload.ok && payload.value).toEqual(
    new Map<number, unknown>([
      [2, uri],
      [4, (now + 12 * HOUR) / 1000],
      [6, now / 1000],
      [65533, new Map<string, unknown>([['bits', 2], ['lst', claims.packed]])], // prettier-ignore
      [65534, 240],
    ]),
  );
  // Section 4.1's example of two bits: 1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3.
  const example = [1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3].map((status, index) => ({
    index,
    status: status as StatusValue,
  }));
  expect(toHex(packStatuses(example, 12))).toBe('c944f9');
});

test('one that is not its county’s own is refused, each by its reason', () => {
  const stranger = { kid: kidOf(publicKeyOf(otherSecret), sha256), sign: ed25519Signer(otherSecret) };
  const forged = { kid: signer.kid, sign: ed25519Signer(otherSecret) };
  const [issuer] = trust.issuers;
  const revoked = { ...trust, issuers: [{ ...issuer!, revokedAt: new Date(now).toISOString() }] };
  const list = signStatusList(claims, signer);
  const elsewhere = signStatusList({ ...claims, uri: uri.replace('330106', '330203') }, signer);
  expect([
    failure(list),
    failure(list, 'missing'),
    failure(list, revoked),
    failure(elsewhere),
    failure(signStatusList({ ...claims, issuedAt: now - 48 * HOUR }, stranger)),
    failure(signStatusList(claims, forged)),
  ]).toEqual([
    'read',
    'trust-list-missing',
    'key-revoked',
    'issuer-not-of-county',
    'issuer-unknown',
    'signature-invalid',
  ]);
});

test('one that is cut or changed anywhere is refused by name, on the server as on the phone', () => {
  const list = signStatusList(claims, signer);
  for (let length = 0; length < list.length; length++)
    expect(failure(list.subarray(0, length))).toMatch(/^(truncated|trailing-bytes|not-a-status-list)$/);
  fc.assert(
    fc.property(fc.nat(list.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const changed = list.slice();
      changed[at]! ^= change;
      const answer = failure(changed);
      const server = readStatusList(changed, trust, nodeVerifiers);
      expect(answer).not.toBe('read');
      expect(server.ok ? 'read' : server.failure).toBe(answer);
    }),
  );
});

test('a signed list of nonsense is refused too: no zlib, a bomb, three bits, another address, no date', () => {
  const payloadOf = (more: readonly [number, unknown][]): Uint8Array => {
    const whole = new Map<number, unknown>([
      [2, uri],
      [6, now / 1000],
      [65533, new Map<string, unknown>([['bits', 2], ['lst', claims.packed]])], // prettier-ignore
      ...more,
    ]);
    for (const [claim, value] of whole) if (value === undefined) whole.delete(claim);
    return encodeCbor(whole as never);
  };
  const signed = (...more: [number, unknown][]) =>
    encodeSign1(
      new Map<number, never>([
        [1, -8 as never],
        [4, signer.kid as never],
        [16, 'application/statuslist+cwt' as never],
      ]),
      payloadOf(more),
      ed25519Signer(issuerSecret),
    );
  const entries = (bits: unknown, lst: unknown): [number, unknown] => [
    65533,
    new Map<string, unknown>([['bits', bits], ['lst', lst]]), // prettier-ignore
  ];
  expect([
    failure(signed()),
    failure(signed(entries(2, new Uint8Array(20)))),
    failure(signed(entries(2, pack(new Uint8Array(MAX_ENTRIES / 4 + 1))))),
    failure(signed(entries(3, claims.packed))),
    failure(signed(entries(2, 'text'))),
    failure(signed([2, 'https://example.com/lists/1'])),
    failure(signed([6, undefined])),
    failure(signed([4, -1])),
    failure(signed([4, 'never'])),
    failure(encodeCbor('hello')),
  ]).toEqual([
    'read',
    'corrupt',
    'too-large',
    ...Array<string>(6).fill('not-a-status-list'),
    'not-a-status-list',
  ]);
});
