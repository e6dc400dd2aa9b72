import { p256 } from '@noble/curves/nist.js';
import { decodeBase64url } from '@contract/health-code/base64url';
import { concatBytes } from '@contract/health-code/bytes';
import {
  coseAlgorithms,
  decodeSign1,
  encodeSign1,
  HEADER_ALG,
  sigStructure,
} from '@contract/health-code/cose';
import suite from '../../conformance/health-code/cose-sign1.json';
import { fromHex, toHex } from './world';

const coordinate = (text: string) => decodeBase64url(text) ?? new Uint8Array();
const publicKey = concatBytes(Uint8Array.of(4), coordinate(suite.publicKey.x), coordinate(suite.publicKey.y));

interface Case {
  title: string;
  expect: string;
  cbor: string;
  external?: string;
  toBeSigned?: string;
}

describe('the COSE working group’s COSE_Sign1 examples', () => {
  it.each(suite.cases as Case[])('$title', ({ expect: expected, cbor, external, toBeSigned }) => {
    const sign1 = decodeSign1(fromHex(cbor));
    if (!sign1.ok) return expect(sign1.failure).toBe(expected);
    const { protectedHeader, unprotectedHeader, signature } = sign1.value;
    const message = sigStructure(sign1.value, fromHex(external ?? ''));
    if (toBeSigned) expect(toHex(message)).toBe(toBeSigned.toLowerCase());
    const alg = protectedHeader.get(HEADER_ALG) ?? unprotectedHeader.get(HEADER_ALG);
    const valid = alg === coseAlgorithms.ES256 && p256.verify(signature, message, publicKey, { lowS: false });
    expect(valid ? 'valid' : 'invalid').toBe(expected);
  });
});

describe('a COSE_Sign1 of our own', () => {
  it('signs h’’ for an empty protected header, and sends it so', () => {
    let signed = '';
    const bytes = encodeSign1(new Map(), Uint8Array.of(1), (message) => {
      signed = toHex(message);
      return new Uint8Array(64);
    });
    expect(signed).toBe('846a5369676e61747572653140404101');
    expect(toHex(bytes).startsWith('d28440a04101')).toBe(true);
  });

  it.each([
    ['d2a0', 'not-sign1'],
    ['d28340a040', 'not-sign1'],
    ['d284a0a04040', 'not-sign1'],
    ['d28440a0f640', 'not-sign1'],
    ['d284410aa04040', 'not-sign1'],
    ['d2844118a04040', 'truncated'],
    ['00', 'not-sign1'],
    ['', 'truncated'],
  ])('%s is refused: %s', (hex, failure) => {
    expect(decodeSign1(fromHex(hex))).toEqual({ ok: false, failure });
  });
});
