import { deflateSync } from 'node:zlib';
import type { CborValue } from '@contract/health-code/cbor';
import type { TrustedSigner, TrustList } from '@contract/health-code/trust-list';
import { type Reason, reasons, toAnswer } from '@contract/health-code/verdict';
import { verify } from '@contract/health-code/verify';
import {
  foreignSigner,
  hc1,
  type Hc1Change,
  mapOf,
  signerKid,
  trustingSigners,
  vaccination,
} from './hc1-world';
import { context, DAY, HOUR, nodeContext, now, otherSecret, trust as plainTrust } from './world';

interface Case {
  reason: Reason;
  when: string;
  change?: Hc1Change;
  code?: string;
  signers?: TrustedSigner[];
  trust?: TrustList | 'missing';
}

const es256 = [1, -7] as [number, CborValue];
const kid = [4, signerKid] as [number, CborValue];
const otherKid = [4, new Uint8Array(8).fill(9)] as [number, CborValue];
const header = (...entries: [number, CborValue][]) => new Map(entries);
const recovery = mapOf({ tg: '840539006', fr: '2026-01-18', co: 'SE' });
const test = mapOf({ tg: '840539006', tt: 'LP6464-4', co: 'SE' });
const flip = (at: number) => (bytes: Uint8Array) => {
  const changed = bytes.slice();
  const place = at < 0 ? changed.length + at : at;
  changed[place] = (changed[place] ?? 0) ^ 1;
  return changed;
};

const cases: Case[] = [
  { reason: 'foreign-certificate', when: 'good' },
  { reason: 'foreign-certificate', when: 'untagged', change: { tags: [] } },
  { reason: 'foreign-certificate', when: 'in a CWT tag', change: { tags: [61, 18] } },
  { reason: 'foreign-certificate', when: 'in a CWT tag alone', change: { tags: [61] } },
  {
    reason: 'foreign-certificate',
    when: 'alg and kid unprotected, the protected header empty',
    change: { protectedHeader: header(), unprotectedHeader: header(es256, kid) },
  },
  {
    reason: 'foreign-certificate',
    when: 'another kid unprotected: the protected one counts',
    change: { unprotectedHeader: header(otherKid) },
  },
  {
    reason: 'foreign-certificate',
    when: 'of two signers with one kid the second',
    signers: [{ ...foreignSigner, key: 'BAAA' }, foreignSigner],
  },
  {
    reason: 'foreign-certificate',
    when: 'the signer may attest this kind',
    signers: [{ ...foreignSigner, uses: ['vaccination'] }],
  },
  { reason: 'foreign-certificate', when: 'of a recovery', change: { content: { v: null, r: [recovery] } } },

  {
    reason: 'foreign-certificate',
    when: 'valid to the end of the year 9999',
    change: { expiresAt: Date.UTC(9999, 11, 31, 23, 59, 59) },
  },
  { reason: 'not-a-health-code', when: 'valid beyond it', change: { expiresAt: Date.UTC(10000, 0, 1) } },

  { reason: 'prefix-unknown', when: 'a later version', code: hc1().replace('HC1', 'HC2') },
  { reason: 'too-long', when: 'longer than any QR code', code: `HC1:${'0'.repeat(4293)}` },
  {
    reason: 'too-long',
    when: 'a zip bomb',
    change: { pack: () => new Uint8Array(deflateSync(new Uint8Array(2_000_000))) },
  },
  { reason: 'base45-invalid', when: 'lower case', code: `HC1:${hc1().slice(4).toLowerCase()}` },
  { reason: 'base45-invalid', when: 'a dangling character', code: 'HC1:BB8B' },
  { reason: 'compression-invalid', when: 'nothing after the prefix', code: 'HC1:' },
  { reason: 'compression-invalid', when: 'not compressed', change: { pack: (bytes) => bytes } },
  {
    reason: 'compression-invalid',
    when: 'another checksum',
    change: { pack: (bytes) => flip(-1)(new Uint8Array(deflateSync(bytes))) },
  },
  { reason: 'cbor-invalid', when: 'cut off', change: { message: (bytes) => bytes.slice(0, -1) } },
  { reason: 'cbor-invalid', when: 'something after it', change: { message: (b) => Uint8Array.of(...b, 0) } },
  { reason: 'not-a-health-code', when: 'in another tag', change: { tags: [998] } },
  { reason: 'not-a-health-code', when: 'no certificate in it', change: { claims: new Map([[1, 'SE']]) } },
  { reason: 'not-a-health-code', when: 'claims that are none', change: { claims: 'hello' } },
  { reason: 'not-a-health-code', when: 'no statement', change: { content: { v: [] } } },
  { reason: 'not-a-health-code', when: 'a statement of no kind', change: { content: { v: ['yes'] } } },
  {
    reason: 'not-a-health-code',
    when: 'a second statement that is none',
    change: { content: { r: 'yes' } },
  },
  { reason: 'not-a-health-code', when: 'no name', change: { content: { nam: mapOf({}) } } },
  { reason: 'not-a-health-code', when: 'a name that is a number', change: { content: { nam: 7 } } },
  { reason: 'not-a-health-code', when: 'no date of birth', change: { content: { dob: 1958 } } },
  {
    reason: 'not-a-health-code',
    when: 'a critical header that nobody here knows',
    change: { protectedHeader: header(es256, [2, [99]], kid, [99, 1]) },
  },

  { reason: 'trust-list-missing', when: 'never online', trust: 'missing' },
  { reason: 'issuer-unknown', when: 'no signers known', signers: [] },
  {
    reason: 'issuer-unknown',
    when: 'an old list without signers',
    trust: plainTrust,
  },
  {
    reason: 'issuer-unknown',
    when: 'the right kid unprotected only, another protected',
    change: { protectedHeader: header(es256, otherKid), unprotectedHeader: header(kid) },
  },
  { reason: 'issuer-unknown', when: 'no kid', change: { protectedHeader: header(es256) } },
  { reason: 'signature-invalid', when: 'by another key', change: { secret: otherSecret } },
  { reason: 'signature-invalid', when: 'altered', change: { message: flip(-80) } },
  { reason: 'signature-invalid', when: 'alg none', change: { protectedHeader: header([1, 0], kid) } },
  { reason: 'signature-invalid', when: 'no alg', change: { protectedHeader: header(kid) } },
  { reason: 'signature-invalid', when: 'alg swapped', change: { protectedHeader: header([1, -8], kid) } },
  {
    reason: 'signature-invalid',
    when: 'alg in words',
    change: { protectedHeader: header([1, 'ES256'], kid) },
  },
  { reason: 'key-out-of-term', when: 'before the key’s term', change: { issuedAt: now - 301 * DAY } },

  {
    reason: 'certificate-purpose',
    when: 'a vaccination by who may attest tests',
    signers: [{ ...foreignSigner, uses: ['test'] }],
  },
  {
    reason: 'certificate-purpose',
    when: 'two kinds, one of them the signer’s',
    change: { content: { t: [test] } },
    signers: [{ ...foreignSigner, uses: ['test'] }],
  },
  { reason: 'expired', when: 'at its very end', change: { expiresAt: now - 11_000 } },
  { reason: 'issued-in-future', when: 'the verifier’s clock is slow', change: { issuedAt: now + HOUR } },
  {
    reason: 'no-emergency',
    when: 'none is declared',
    trust: { ...trustingSigners(foreignSigner), emergencies: [] },
  },
];

const judge = ({ change, code, signers, trust }: Omit<Case, 'reason' | 'when'>, at = context) =>
  verify(code ?? hc1(change), { ...at, trust: trust ?? trustingSigners(...(signers ?? [foreignSigner])) });

describe('another country’s certificate', () => {
  it.each(cases)('$reason: $when', ({ reason, ...rest }) => {
    expect(judge(rest)).toMatchObject({ reason, ...reasons[reason] });
  });

  it.each(cases)('is the same with node:crypto – $reason: $when', ({ reason, ...rest }) => {
    expect(judge(rest, nodeContext).reason).toBe(reason);
  });

  it('tells the masked name and the dates, no colour, and nothing of an unknown signer', () => {
    expect(toAnswer(judge({}))).toEqual({
      ...reasons['foreign-certificate'],
      reason: 'foreign-certificate',
      maskedName: 'O*r L*m',
      issuedAt: '2026-11-24T05:32:11.000Z',
      expiresAt: '2027-02-22T06:32:11.000Z',
    });
    expect(Object.keys(judge({ signers: [] })).sort()).toEqual(['act', 'reason', 'result']);
    expect(judge({ change: { secret: otherSecret } })).not.toHaveProperty('maskedName');
  });

  it.each([
    [{ fn: '张', gn: '三丰', fnt: 'ZHANG', gnt: 'SANFENG' }, '张*丰'],
    [{ fnt: 'MUSTERFRAU<GOESSINGER', gnt: 'GABRIELE' }, 'G*E G*R'],
    [{ fnt: 'LINDSTROEM' }, 'L*M'],
    [{ fn: '', fnt: 'D<ARSONS', gnt: 'X' }, 'X* A*S'],
    [{ fn: 'x'.repeat(20_000), fnt: 'X' }, 'x*x'],
  ])('masks the name %j as %s', (name, masked) => {
    expect(judge({ change: { content: { nam: mapOf(name) } } }).maskedName).toBe(masked);
  });

  it('signed with PS256 asks a phone to verify online', () => {
    const change = { protectedHeader: header([1, -37], kid) };
    const signers = [{ ...foreignSigner, alg: 'PS256' as const, key: 'AAAA' }];
    expect(judge({ change, signers }).reason).toBe('algorithm-unsupported');
    expect(judge({ change, signers }, nodeContext).reason).toBe('signature-invalid');
  });

  it('with a copy of a statement in it twice still says one thing', () => {
    expect(judge({ change: { content: { v: [vaccination, vaccination] } } }).reason).toBe(
      'foreign-certificate',
    );
  });
});
