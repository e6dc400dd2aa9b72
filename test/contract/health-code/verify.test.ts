import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeBase45 } from '@contract/health-code/base45';
import { encodeBase64url } from '@contract/health-code/base64url';
import { encodeCbor } from '@contract/health-code/cbor';
import { type Credential, kidOf } from '@contract/health-code/credential';
import { ed25519Signer, publicKeyOf, sha256 } from '@contract/health-code/noble';
import { encodePresentation } from '@contract/health-code/presentation';
import { makeProof, stepAt } from '@contract/health-code/proof';
import type { TrustedIssuer, TrustList } from '@contract/health-code/trust-list';
import { type Reason, reasons, toAnswer } from '@contract/health-code/verdict';
import { type StatusAnswer, verify, type VerifyContext } from '@contract/health-code/verify';
import type { VerifyAnswer } from '@contract/api/health-codes';
import {
  context,
  DAY,
  HOUR,
  issue,
  nodeContext,
  now,
  onPaper,
  otherSecret,
  phone,
  secret,
  show,
  signer,
  trust,
} from './world';

interface Case {
  reason: Reason;
  when: string;
  /** Differences from the green, confirmed, fresh credential of a phone. */
  credential?: Partial<Credential>;
  code?: string | ((credential: Credential) => string);
  context?: Partial<VerifyContext>;
}

const step = 30_000;
const only = trust.issuers[0] as TrustedIssuer;
const trusting = (change: Partial<TrustedIssuer>, list: Partial<TrustList> = {}): TrustList => ({
  ...trust,
  issuers: [{ ...only, ...change }],
  ...list,
});
const status = (value: 0 | 1 | 2 | 3, age = 0) => ({ status: (): StatusAnswer => ({ value, age }) });
const stranger = { kid: kidOf(publicKeyOf(otherSecret), sha256), sign: ed25519Signer(otherSecret) };
const cbor = (value: Parameters<typeof encodeCbor>[0]) => `LL1:${encodeBase45(encodeCbor(value))}`;
const altered = (credential: Credential) => {
  const bytes = issue(credential);
  const at = bytes.length - 70;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return show(bytes);
};
const paper = (credential: Credential) => encodePresentation(issue(onPaper(credential)));

/** Opened then. */
const since = (at: number): Case['context'] => ({
  trust: {
    ...trust,
    emergencies: [
      { county: '330106', since: new Date(at).toISOString(), until: new Date(now + DAY).toISOString() },
    ],
  },
});

const cases: Case[] = [
  { reason: 'green', when: 'green, confirmed, proof of now, list known' },
  { reason: 'green', when: 'exactly 24 h old', credential: { issuedAt: now - DAY } },
  { reason: 'green', when: 'the proof of the step before', code: (c) => show(issue(c), now - step) },
  { reason: 'green', when: 'the proof of the step after', code: (c) => show(issue(c), now + step) },
  { reason: 'green', when: 'the status list exactly 24 h old', context: status(0, DAY) },
  { reason: 'green', when: 'the issuer’s clock a little ahead', credential: { issuedAt: now + 49_000 } },

  { reason: 'no-emergency', when: 'none is declared', context: { trust: { ...trust, emergencies: [] } } },
  {
    reason: 'no-emergency',
    when: 'the last one ended, even for red',
    credential: { colour: 'red' },
    context: { trust: { ...trust, emergencies: [{ county: '330106', until: new Date(now).toISOString() }] } },
  },
  {
    reason: 'no-emergency',
    when: 'whatever is shown',
    code: 'x',
    context: { trust: { ...trust, emergencies: [] } },
  },
  {
    reason: 'green',
    when: 'an end that cannot be read is not an end',
    context: { trust: { ...trust, emergencies: [{ county: '330106', until: 'soon' }] } },
  },

  { reason: 'prefix-unknown', when: 'empty', code: '' },
  { reason: 'prefix-unknown', when: 'a web address', code: 'https://example.org/' },
  { reason: 'prefix-unknown', when: 'a later format', code: 'LL2:BB8' },
  { reason: 'prefix-unknown', when: 'lower case', code: (c) => show(issue(c)).toLowerCase() },
  { reason: 'too-long', when: 'longer than any code', code: `LL1:${'0'.repeat(509)}` },
  { reason: 'base45-invalid', when: 'a foreign character', code: 'LL1:bb8' },
  { reason: 'base45-invalid', when: 'overflow', code: 'LL1:GGW' },
  { reason: 'base45-invalid', when: 'a dangling character', code: 'LL1:BB8B' },
  {
    reason: 'base45-invalid',
    when: 'a line end that was scanned along',
    code: (c) => `${show(issue(c))}\r\n`,
  },
  { reason: 'cbor-invalid', when: 'nothing after the prefix', code: 'LL1:' },
  { reason: 'cbor-invalid', when: 'cut off', code: (c) => show(issue(c)).slice(0, 304) },
  { reason: 'cbor-invalid', when: 'a credential that is no CBOR', code: cbor([Uint8Array.of(0xff)]) },
  { reason: 'not-a-health-code', when: 'CBOR of another shape', code: cbor([1, 2]) },
  { reason: 'not-a-health-code', when: 'a credential of another shape', code: cbor([Uint8Array.of(1)]) },
  {
    reason: 'not-a-health-code',
    when: 'paper with a proof pasted on',
    code: (c) => show(issue(onPaper(c))),
  },

  { reason: 'trust-list-missing', when: 'never online', context: { trust: 'missing' } },
  {
    reason: 'issuer-unknown',
    when: 'another deployment’s',
    code: (c) => show(issue({ ...c, issuedAt: now - 3 * HOUR }, stranger)),
  },
  { reason: 'key-newer-than-list', when: 'issued after the list', code: (c) => show(issue(c, stranger)) },
  {
    reason: 'issuer-not-of-county',
    when: 'a key of one county, a claim of another',
    credential: { county: '330108' },
  },
  {
    reason: 'key-out-of-term',
    when: 'issued after the key’s term',
    context: { trust: trusting({ notAfter: new Date(now - 2 * HOUR).toISOString() }) },
  },
  {
    reason: 'key-out-of-term',
    when: 'issued before the key’s term',
    context: { trust: trusting({ notBefore: new Date(now).toISOString() }) },
  },
  {
    reason: 'key-revoked',
    when: 'the key was stolen, whenever the code says it was issued',
    credential: { issuedAt: now - 2 * DAY },
    context: { trust: trusting({ revokedAt: new Date(now - HOUR).toISOString() }) },
  },
  {
    reason: 'signature-invalid',
    when: 'altered, under a revoked key',
    code: altered,
    context: { trust: trusting({ revokedAt: new Date(now - HOUR).toISOString() }) },
  },
  { reason: 'signature-invalid', when: 'altered', code: altered },
  {
    reason: 'signature-invalid',
    when: 'signed by another under the issuer’s kid',
    code: (c) => show(issue(c, { kid: signer.kid, sign: stranger.sign })),
  },
  {
    reason: 'signature-invalid',
    when: 'the list says the key is of another algorithm',
    context: { trust: trusting({ alg: 'ES256' }) },
  },
  {
    reason: 'signature-invalid',
    when: 'a key in the list that is none',
    context: { trust: trusting({ key: '?' }) },
  },
  {
    reason: 'signature-invalid',
    when: 'a small-order key in the list',
    context: { trust: trusting({ key: encodeBase64url(new Uint8Array(32)) }) },
  },

  {
    reason: 'expired',
    when: 'of an emergency that has ended, while another runs',
    credential: { issuedAt: now - DAY },
    context: since(now - DAY + 1000),
  },
  {
    reason: 'green',
    when: 'issued in the second in which this emergency was opened',
    credential: { issuedAt: now - DAY },
    context: since(now - DAY + 999),
  },
  { reason: 'expired', when: 'at its very end', credential: { expiresAt: now - 11_000 } },
  { reason: 'expired', when: 'expired, and red', credential: { expiresAt: now - DAY, colour: 'red' } },
  {
    reason: 'issued-in-future',
    when: 'the verifier’s clock is slow',
    credential: { issuedAt: now + 2 * HOUR },
  },
  { reason: 'credential-stale', when: 'older than 24 h', credential: { issuedAt: now - DAY - 1000 } },

  { reason: 'paper', when: 'no key, no proof', code: paper },
  {
    reason: 'paper',
    when: 'two weeks old',
    credential: { issuedAt: now - 14 * DAY, expiresAt: now + 16 * DAY },
    code: paper,
  },
  { reason: 'proof-missing', when: 'a phone’s credential alone', code: (c) => encodePresentation(issue(c)) },
  {
    reason: 'proof-not-now',
    when: 'a screenshot of a minute ago',
    code: (c) => show(issue(c), now - 2 * step),
  },
  { reason: 'proof-not-now', when: 'a phone two steps fast', code: (c) => show(issue(c), now + 2 * step) },
  { reason: 'proof-invalid', when: 'a proof by another key', code: (c) => show(issue(c), now, otherSecret) },
  {
    reason: 'proof-invalid',
    when: 'by another key, and old',
    code: (c) => show(issue(c), now - DAY, otherSecret),
  },
  {
    reason: 'proof-invalid',
    when: 'the proof of another credential',
    code: (c) =>
      encodePresentation(
        issue(c),
        makeProof(sha256(issue({ ...c, colour: 'yellow' })), stepAt(now), ed25519Signer(secret(2))),
      ),
  },

  { reason: 'status-missing', when: 'no list', context: { status: () => 'missing' } },
  { reason: 'status-stale', when: 'a list known to be old', context: { status: () => 'stale' } },
  { reason: 'status-stale', when: 'a list over 24 h old, whatever it says', context: status(1, DAY + 1) },
  { reason: 'revoked', when: 'revoked', context: status(1) },
  { reason: 'lowered-to-yellow', when: 'lowered to yellow since', context: status(2) },
  { reason: 'lowered-to-red', when: 'lowered to red since', context: status(3) },

  { reason: 'red', when: 'red', credential: { colour: 'red' } },
  { reason: 'yellow', when: 'yellow', credential: { colour: 'yellow' } },
  { reason: 'name-self-declared', when: 'nobody has seen the person', credential: { confirmed: false } },

  // All four run: stop beats ask, the first of that result names the reason.
  { reason: 'red', when: 'stale and red', credential: { issuedAt: now - 2 * DAY, colour: 'red' } },
  {
    reason: 'red',
    when: 'a screenshot of red',
    credential: { colour: 'red' },
    code: (c) => show(issue(c), now - HOUR),
  },
  { reason: 'red', when: 'red on paper', credential: { colour: 'red' }, code: paper },
  {
    reason: 'red',
    when: 'red, list missing',
    credential: { colour: 'red' },
    context: { status: () => 'missing' },
  },
  { reason: 'revoked', when: 'revoked and red', credential: { colour: 'red' }, context: status(1) },
  {
    reason: 'revoked',
    when: 'revoked, an old proof',
    code: (c) => show(issue(c), now - HOUR),
    context: status(1),
  },
  {
    reason: 'proof-invalid',
    when: 'another’s proof and revoked',
    code: (c) => show(issue(c), now, otherSecret),
    context: status(1),
  },
  {
    reason: 'credential-stale',
    when: 'stale, old proof, yellow',
    credential: { issuedAt: now - 2 * DAY, colour: 'yellow' },
    code: (c) => show(issue(c), now - HOUR),
  },
  {
    reason: 'proof-not-now',
    when: 'old proof, no list',
    code: (c) => show(issue(c), now - HOUR),
    context: { status: () => 'missing' },
  },
  {
    reason: 'status-missing',
    when: 'no list, yellow',
    credential: { colour: 'yellow' },
    context: { status: () => 'missing' },
  },
  { reason: 'yellow', when: 'yellow and self-declared', credential: { colour: 'yellow', confirmed: false } },
];

function judge({ credential, code, context: change }: Omit<Case, 'reason' | 'when'>) {
  const whole = { ...phone, ...credential };
  const text = typeof code === 'string' ? code : (code ?? ((c) => show(issue(c))))(whole);
  return verify(text, { ...context, ...change });
}

describe('the table', () => {
  it.each(cases)('$reason: $when', ({ reason, ...rest }) => {
    expect(judge(rest)).toMatchObject({ reason, ...reasons[reason] });
  });

  it.each(cases)('is the same with node:crypto – $reason: $when', ({ reason, ...rest }) => {
    const { verifiers, sha256: hash } = nodeContext;
    expect(judge({ ...rest, context: { ...rest.context, verifiers, sha256: hash } }).reason).toBe(reason);
  });

  it('reaches every reason of this format', () => {
    const reached = new Set(cases.map(({ reason }) => reason));
    expect(Object.keys(reasons).filter((reason) => !reached.has(reason as Reason))).toEqual([
      // verify-algorithms.test.ts, hc1.test.ts
      'compression-invalid',
      'algorithm-unsupported',
      'certificate-purpose',
      'foreign-certificate',
      // second-scan.test.ts
      'same-proof-again',
      'holder-clock-off',
      'own-clock-suspect',
    ]);
  });
});

describe('what is told of the person', () => {
  it('colour, masked name and validity, when it passes', () => {
    expect(judge({})).toEqual({
      result: 'pass',
      reason: 'green',
      act: 'let-through',
      maskedName: '张*三',
      colour: 'green',
      confirmed: true,
      issuedAt: phone.issuedAt - (phone.issuedAt % 1000),
      expiresAt: phone.expiresAt - (phone.expiresAt % 1000),
      stepsOff: 0,
    });
  });

  it.each<[string, Omit<Case, 'reason' | 'when'>]>([
    ['a forgery', { code: altered }],
    ['an unknown issuer', { code: (c) => show(issue(c, stranger)) }],
    ['a revoked key', { context: { trust: trusting({ revokedAt: new Date(now).toISOString() }) } }],
    ['no emergency', { context: { trust: { ...trust, emergencies: [] } } }],
  ])('nothing of %s', (_, given) => {
    expect(Object.keys(judge(given)).sort()).toEqual(['act', 'reason', 'result']);
  });

  it('the colour as it is now, not as it was issued', () => {
    expect(judge({ context: status(2) }).colour).toBe('yellow');
    expect(judge({ context: status(3) }).colour).toBe('red');
    expect(judge({ context: status(2), credential: { colour: 'red' } }).colour).toBe('red');
    expect(judge({ context: status(1) }).colour).toBe('green');
  });

  it('how old an old proof is', () => {
    const verdict = judge({ code: (c) => show(issue(c), now - 8 * step) });
    expect(verdict.stepsOff).toBe(8);
    const answer: VerifyAnswer = toAnswer(verdict);
    expect(answer).toMatchObject({ ageSeconds: 240, issuedAt: '2026-11-24T05:32:11.000Z' });
    expect(toAnswer(judge({}))).not.toHaveProperty('ageSeconds');
    expect(toAnswer(judge({ code: '' }))).toEqual({
      result: 'ask',
      reason: 'prefix-unknown',
      act: 'scan-again',
    });
  });
});

it('asks the status of the credential’s own county, list and place', () => {
  const asked: unknown[] = [];
  judge({
    context: {
      status: (ref) => {
        asked.push(ref);
        return 'missing';
      },
    },
  });
  expect(asked).toEqual([{ county: '330106', ...phone.status }]);
});

it('the document lists every reason with its result and act', () => {
  const page = readFileSync(join(__dirname, '../../../docs/health-code-format.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `([\w-]+)` +\| (\w+) +\| `([\w-]+)` +\|/gm)];
  const listed = Object.fromEntries(rows.map(([, reason, result, act]) => [reason, { result, act }]));
  expect(listed).toEqual(reasons);
});
