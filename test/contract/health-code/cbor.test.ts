import fc from 'fast-check';
import { type CborValue, CborTag, decodeCbor, encodeCbor, MAX_DEPTH } from '@contract/health-code/cbor';
import vectors from '../../conformance/health-code/cbor-appendix-a.json';
import { fromHex, toHex } from './world';

function plain(value: CborValue): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]));
  return Array.isArray(value) ? value.map(plain) : value;
}

describe('RFC 8949, appendix A', () => {
  it.each(vectors.values as [string, unknown][])('%s is %j', (hex, expected) => {
    const decoded = decodeCbor(fromHex(hex));
    expect(decoded.ok && plain(decoded.value)).toEqual(expected);
    expect(decoded.ok && toHex(encodeCbor(decoded.value))).toBe(hex);
  });

  it.each(vectors.roundtrip)('%s is written as it was read', (hex) => {
    const decoded = decodeCbor(fromHex(hex));
    expect(decoded.ok && toHex(encodeCbor(decoded.value))).toBe(hex);
  });

  it.each(vectors.refused)('%s is refused: %s', (hex, failure) => {
    expect(decodeCbor(fromHex(hex ?? ''))).toEqual({ ok: false, failure });
  });
});

describe('what is not the one deterministic form', () => {
  it.each([
    ['', 'truncated'],
    ['18', 'truncated'],
    ['4401', 'truncated'],
    ['8301', 'truncated'],
    ['9affffffff', 'truncated'],
    ['bbffffffffffffff00', 'integer-too-large'],
    ['ba7fffffff', 'truncated'],
    ['5b000fffffffffffff', 'truncated'],
    ['0000', 'trailing-bytes'],
    ['1817', 'not-shortest'],
    ['1900ff', 'not-shortest'],
    ['1a0000ffff', 'not-shortest'],
    ['1b00000000ffffffff', 'not-shortest'],
    ['3800', 'not-shortest'],
    ['580100', 'not-shortest'],
    ['a201000100', 'duplicate-key'],
    ['a3010002000100', 'duplicate-key'],
    ['a202000100', 'keys-unsorted'],
    ['a1f500', 'key-type'],
    ['a1400000', 'key-type'],
    ['62c328', 'invalid-utf8'],
    ['1c', 'reserved'],
    ['1f', 'reserved'],
    ['ff', 'reserved'],
    ['d818', 'truncated'],
  ])('%s: %s', (hex, failure) => {
    expect(decodeCbor(fromHex(hex))).toEqual({ ok: false, failure });
  });

  it('bounds nesting, arrays, maps and tags alike', () => {
    for (const opening of [0x81, 0xd2]) {
      expect(decodeCbor(new Uint8Array(100_000).fill(opening))).toEqual({ ok: false, failure: 'too-deep' });
      const deepest = new Uint8Array(MAX_DEPTH).fill(opening);
      deepest[MAX_DEPTH - 1] = 0;
      expect(decodeCbor(deepest).ok).toBe(true);
    }
  });
});

describe('any value', () => {
  const key = fc.oneof(fc.maxSafeInteger(), fc.string());
  const { value } = fc.letrec<{ value: CborValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.maxSafeInteger().filter((n) => n > Number.MIN_SAFE_INTEGER && n < Number.MAX_SAFE_INTEGER),
      fc.string({ unit: 'grapheme' }),
      fc.boolean(),
      fc.constant(null),
      fc.uint8Array({ maxLength: 300 }),
      fc.array(tie('value'), { maxLength: 5 }),
      fc.array(fc.tuple(fc.integer(), tie('value')), { maxLength: 5 }).map((entries) => new Map(entries)),
      fc.tuple(fc.nat(), tie('value')).map(([tag, item]) => new CborTag(tag, item)),
    ),
  }));

  it('is read back as it was, key order apart', () => {
    fc.assert(
      fc.property(value, (v) => {
        const decoded = decodeCbor(encodeCbor(v));
        expect(decoded.ok && toHex(encodeCbor(decoded.value))).toBe(toHex(encodeCbor(v)));
        if (decoded.ok) expect(decoded.value).toEqual(v);
      }),
    );
  });

  it('is written the same whatever order its keys came in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(key, fc.nat()), { selector: ([k]) => k }), (entries) => {
        expect(encodeCbor(new Map(entries))).toEqual(encodeCbor(new Map([...entries].reverse())));
      }),
    );
  });

  it('random bytes are refused by name or are the one form of a value', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const decoded = decodeCbor(bytes);
        if (decoded.ok) expect(encodeCbor(decoded.value)).toEqual(bytes);
      }),
      { numRuns: 5000 },
    );
  });
});
