import { decodeBase45, encodeBase45 } from '@contract/health-code/base45';
import { encodeBase64url } from '@contract/health-code/base64url';
import { decodePresentation, PREFIX } from '@contract/health-code/presentation';
import { packStatuses, signStatusList, statusListId } from '@contract/health-code/status-list';
import type { TrustList } from '@contract/health-code/trust-list';
import { p256 } from '@noble/curves/nist.js';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { kidOf, type Credential } from '@contract/health-code/credential';
import { ed25519Signer, publicKeyOf, sha256 } from '@contract/health-code/noble';
import {
  DAY,
  holderSecret,
  HOUR,
  issue,
  issueBy,
  issuerSecret,
  now,
  onPaper,
  otherSecret,
  phone,
  secret,
  show,
  signer,
  toHex,
} from '../../contract/health-code/world';

/** `tsx test/conformance/vectors/make.ts`: makes codes.json anew. Every key in it is made up and public. */

const MINUTE = 60_000;
const other = { kid: kidOf(publicKeyOf(otherSecret), sha256), sign: ed25519Signer(otherSecret) };
const revokedSecret = secret(4);
const revoked = { kid: kidOf(publicKeyOf(revokedSecret), sha256), sign: ed25519Signer(revokedSecret) };
const unlistedSecret = secret(5);
const unlisted = { kid: kidOf(publicKeyOf(unlistedSecret), sha256), sign: ed25519Signer(unlistedSecret) };
const es256Secret = secret(6);
const es256Key = p256.getPublicKey(es256Secret, false);
const es256Kid = kidOf(es256Key, sha256);

const instant = (at: number): string => new Date(at).toISOString();
const eddsa = (kid: Uint8Array, key: Uint8Array, county: string) => ({
  kid: encodeBase64url(kid),
  county,
  alg: 'EdDSA' as const,
  key: encodeBase64url(key),
});

const trust: TrustList = {
  publishedAt: instant(now - 2 * HOUR),
  issuers: [
    eddsa(signer.kid, publicKeyOf(issuerSecret), '330106'),
    { ...eddsa(other.kid, publicKeyOf(otherSecret), '330203'), notBefore: instant(now - 2 * DAY) },
    { ...eddsa(revoked.kid, publicKeyOf(revokedSecret), '330106'), revokedAt: instant(now - HOUR) },
    { kid: encodeBase64url(es256Kid), county: '330106', alg: 'ES256', key: encodeBase64url(es256Key) },
  ],
  statusLists: [statusListId('330106', 0), statusListId('330203', 0)],
  emergencies: [{ county: '330106', until: instant(now + 30 * DAY) }],
};

const entries = 1024;
const set = [
  { index: 11, status: 1 as const },
  { index: 12, status: 2 as const },
  { index: 13, status: 3 as const },
];
const listOf = (county: string, by: typeof signer): string =>
  encodeBase64url(
    signStatusList(
      {
        uri: `https://linli.example.gov.cn/v1/status-lists/${statusListId(county, 0)}`,
        issuedAt: now - 10 * MINUTE,
        expiresAt: now + DAY - 10 * MINUTE,
        timeToLive: 4 * MINUTE,
        packed: new Uint8Array(deflateSync(packStatuses(county === '330106' ? set : [], entries))),
      },
      by,
    ),
  );

const at = (index: number): Credential => ({ ...phone, status: { list: 0, index } });
const green = at(1);
const code = issue(green);
const bytesOf = (text: string): Uint8Array => {
  const decoded = decodeBase45(text.slice(PREFIX.length));
  if (!decoded.ok) throw new Error(decoded.failure);
  return decoded.value;
};
/** The same text with one bit of one byte turned. */
function turned(text: string, byte: number): string {
  const bytes = bytesOf(text).slice();
  bytes[byte] = (bytes[byte] ?? 0) ^ 1;
  return PREFIX + encodeBase45(bytes);
}
/** Where a character's last byte stands. */
const lastByteOf = (character: string, bytes: Uint8Array): number =>
  Buffer.from(bytes).indexOf(character) + Buffer.byteLength(character) - 1;
/** The proof of one code beside the credential of another. */
function swapped(credential: Uint8Array, proofOf: string): string {
  const read = decodePresentation(proofOf);
  if (!read.ok || !read.value.proof) throw new Error('no proof');
  const bytes = bytesOf(proofOf);
  const proof = bytes.slice(bytes.length - 68);
  const head = Uint8Array.of(0x82, 0x58, credential.length);
  const tail = Uint8Array.of(0x58, 68);
  return PREFIX + encodeBase45(Uint8Array.from([...head, ...credential, ...tail, ...proof]));
}

interface Vector {
  name: string;
  code: string;
  result: string;
  reason: string;
}
const vector = (name: string, text: string, result: string, reason: string): Vector => ({
  name,
  code: text,
  result,
  reason,
});
const paper = issue(onPaper(green));
const aged = (age: number): Credential => ({ ...green, issuedAt: now - age, expiresAt: now - age + 7 * DAY });

const vectors: Vector[] = [
  vector('a phone, green and confirmed, proof of now', show(code), 'pass', 'green'),
  vector('the step before', show(code, now - 30_000), 'pass', 'green'),
  vector('the step after', show(code, now + 30_000), 'pass', 'green'),
  vector('another county', show(issue({ ...green, county: '330203' }, other)), 'pass', 'green'),
  vector(
    'signed with ES256',
    show(issueBy('ES256', green, es256Kid, (message) => p256.sign(message, es256Secret))),
    'pass',
    'green',
  ),
  vector('a name of 15 bytes', show(issue({ ...green, maskedName: '欧*阳 abcd' })), 'pass', 'green'),
  vector(
    'on paper',
    `${PREFIX}${encodeBase45(Uint8Array.from([0x81, 0x58, paper.length, ...paper]))}`,
    'ask',
    'paper',
  ),
  vector('yellow', show(issue({ ...green, colour: 'yellow' })), 'ask', 'yellow'),
  vector('red', show(issue({ ...green, colour: 'red' })), 'stop', 'red'),
  vector('name self-declared', show(issue({ ...green, confirmed: false })), 'ask', 'name-self-declared'),
  vector('a proof of four minutes ago', show(code, now - 4 * MINUTE), 'ask', 'proof-not-now'),
  vector('a proof of four minutes ahead', show(code, now + 4 * MINUTE), 'ask', 'proof-not-now'),
  vector(
    'no proof',
    `${PREFIX}${encodeBase45(Uint8Array.from([0x81, 0x58, code.length, ...code]))}`,
    'ask',
    'proof-missing',
  ),
  vector('a proof by another key', show(code, now, otherSecret), 'stop', 'proof-invalid'),
  vector('a proof of another credential', swapped(code, show(issue(at(2)))), 'stop', 'proof-invalid'),
  vector('25 hours old', show(issue(aged(25 * HOUR))), 'ask', 'credential-stale'),
  vector('expired', show(issue(aged(7 * DAY + 1000))), 'ask', 'expired'),
  vector('issued two minutes ahead', show(issue(aged(-2 * MINUTE))), 'ask', 'issued-in-future'),
  vector('revoked', show(issue(at(11))), 'stop', 'revoked'),
  vector('lowered to yellow since issue', show(issue(at(12))), 'ask', 'lowered-to-yellow'),
  vector('lowered to red since issue', show(issue(at(13))), 'stop', 'lowered-to-red'),
  vector('beyond the end of its list', show(issue(at(entries))), 'ask', 'status-missing'),
  vector(
    'in a list nobody has',
    show(issue({ ...green, status: { list: 7, index: 1 } })),
    'ask',
    'status-missing',
  ),
  vector(
    'by a key nobody listed',
    show(issue({ ...green, issuedAt: now - 3 * HOUR }, unlisted)),
    'ask',
    'issuer-unknown',
  ),
  vector('by a key newer than the list', show(issue(green, unlisted)), 'ask', 'key-newer-than-list'),
  vector('by the key of another county', show(issue(green, other)), 'ask', 'issuer-not-of-county'),
  vector(
    'before its key began',
    show(issue({ ...aged(3 * DAY), county: '330203' }, other)),
    'ask',
    'key-out-of-term',
  ),
  vector('by a revoked key', show(issue(green, revoked)), 'ask', 'key-revoked'),
  vector(
    'one bit of the name turned',
    turned(show(code), lastByteOf('张', bytesOf(show(code)))),
    'stop',
    'signature-invalid',
  ),
  vector(
    'one bit of the signature turned',
    turned(show(code), 3 + code.length - 1),
    'stop',
    'signature-invalid',
  ),
  vector('in small letters', show(code).toLowerCase(), 'ask', 'prefix-unknown'),
  vector('without its prefix', show(code).slice(4), 'ask', 'prefix-unknown'),
  vector('two letters too many', `${show(code)}AA`, 'ask', 'base45-invalid'),
  vector('cut short', show(code).slice(0, 301), 'ask', 'cbor-invalid'),
  vector('an empty text after the prefix', PREFIX, 'ask', 'cbor-invalid'),
  vector(
    'a number instead of a code',
    `${PREFIX}${encodeBase45(Uint8Array.of(7))}`,
    'ask',
    'not-a-health-code',
  ),
];

const file = {
  about:
    'Codes and what a verifier says of each at `now`, with this trust list and these status lists. The keys are made up and public.',
  now: instant(now),
  keys: { issuer: toHex(issuerSecret), holder: toHex(holderSecret) },
  trust,
  statusLists: { '330106-0': listOf('330106', signer), '330203-0': listOf('330203', other) },
  vectors,
};
writeFileSync(join(__dirname, 'codes.json'), `${JSON.stringify(file, null, 1)}\n`);
