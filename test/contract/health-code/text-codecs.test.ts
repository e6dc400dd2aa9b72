import fc from 'fast-check';
import { decodeBase45, encodeBase45 } from '@contract/health-code/base45';
import { decodeBase64url, encodeBase64url } from '@contract/health-code/base64url';
import { decodeUtf8, encodeUtf8 } from '@contract/health-code/utf8';

const bytes = fc.uint8Array({ maxLength: 300 });

describe('Base45', () => {
  // RFC 9285, §4.3 and §4.4
  it.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
  ])('writes and reads %s as the RFC does', (plain, text) => {
    expect(encodeBase45(encodeUtf8(plain))).toBe(text);
    expect(decodeBase45(text)).toEqual({ ok: true, value: encodeUtf8(plain) });
  });

  it.each([
    ['GGW', 'overflow'],
    [':::', 'overflow'],
    ['::', 'overflow'],
    ['V5', 'overflow'],
    ['BB8B', 'length'],
    ['B', 'length'],
    ['bb8', 'character'],
    ['BB_', 'character'],
    ['B\n8', 'character'],
    ['😀8', 'character'],
  ])('refuses %j: %s', (text, failure) => {
    expect(decodeBase45(text)).toEqual({ ok: false, failure });
  });

  it('gives back what was written', () => {
    fc.assert(
      fc.property(bytes, (b) => expect(decodeBase45(encodeBase45(b))).toEqual({ ok: true, value: b })),
    );
  });

  it('has one text for the same bytes', () => {
    const characters = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:');
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 60 }), (text) => {
        const read = decodeBase45(text);
        if (read.ok) expect(encodeBase45(read.value)).toBe(text);
      }),
    );
  });
});

describe('UTF-8', () => {
  it('writes what TextEncoder writes, lone surrogates too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) =>
        expect(encodeUtf8(text)).toEqual(new Uint8Array(new TextEncoder().encode(text))),
      ),
    );
    expect(encodeUtf8('a\ud800b')).toEqual(new Uint8Array(new TextEncoder().encode('a\ud800b')));
  });

  it('reads and refuses what a fatal TextDecoder does', () => {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const expected = (b: Uint8Array) => {
      try {
        return decoder.decode(b);
      } catch {
        return undefined;
      }
    };
    const lead = fc.constantFrom(
      0x41,
      0x80,
      0xbf,
      0xc0,
      0xc2,
      0xdf,
      0xe0,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
      0xff,
      0x9f,
      0xa0,
      0x90,
    );
    const sequences = fc.array(lead, { maxLength: 6 }).map((b) => Uint8Array.from(b));
    fc.assert(
      fc.property(fc.oneof(bytes, sequences), (b) => expect(decodeUtf8(b)).toBe(expected(b))),
      { numRuns: 2000 },
    );
  });
});

describe('base64url', () => {
  it('agrees with Node, and reads back', () => {
    fc.assert(
      fc.property(bytes, (b) => {
        expect(encodeBase64url(b)).toBe(Buffer.from(b).toString('base64url'));
        expect(decodeBase64url(encodeBase64url(b))).toEqual(b);
      }),
    );
  });

  it.each(['A', 'AB=', 'A+B/', 'AB', 'a b'])('refuses %j', (text) => {
    expect(decodeBase64url(text)).toBeUndefined();
  });
});
