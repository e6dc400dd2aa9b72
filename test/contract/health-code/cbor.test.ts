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

describe('RFC 8949, appendix A, as others write it', () => {
  /** What JSON cannot say, it says by a text. */
  const said = (value: unknown): unknown => {
    if (value instanceof Uint8Array) return `h'${toHex(value)}'`;
    if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
    return Object.is(value, -0) ? '-0' : value;
  };

  it.each(vectors.foreign as [string, unknown][])('%s is %j', (hex, expected) => {
    const decoded = decodeCbor(fromHex(hex), 'foreign');
    expect(decoded.ok && said(plain(decoded.value))).toEqual(expected);
  });

  it.each(vectors.values as [string, unknown][])('%s is read as before', (hex, expected) => {
    const decoded = decodeCbor(fromHex(hex), 'foreign');
    expect(decoded.ok && plain(decoded.value)).toEqual(expected);
  });

  it.each([
    ...vectors.foreignRefused,
    ['9f01', 'truncated'],
    ['bf01', 'truncated'],
    ['bf01ff', 'reserved'],
    ['5f4101', 'truncated'],
    ['5f6161ff', 'reserved'],
    ['5f5f4101ffff', 'reserved'],
    ['7f61c361bcff', 'invalid-utf8'],
    ['ff', 'reserved'],
    ['81ff', 'reserved'],
    ['1f', 'reserved'],
    ['df', 'reserved'],
    ['f9', 'truncated'],
    ['fb00', 'truncated'],
    ['bf0100f93c0000ff', 'duplicate-key'],
    ['a20100180100', 'duplicate-key'],
    ['bf616100616100ff', 'duplicate-key'],
    ['a1f93e0000', 'key-type'],
    ['a1f97e0000', 'key-type'],
    ['a1f500', 'key-type'],
    ['a1400000', 'key-type'],
    ['0000', 'trailing-bytes'],
    ['9fff00', 'trailing-bytes'],
  ])('%s is refused: %s', (hex, failure) => {
    expect(decodeCbor(fromHex(hex ?? ''), 'foreign')).toEqual({ ok: false, failure });
  });

  it('reads a string in more pieces than a function takes arguments', () => {
    for (const [open, empty, expected] of [
      [0x5f, 0x40, new Uint8Array()],
      [0x7f, 0x60, ''],
    ] as const) {
      const bytes = new Uint8Array(500_000).fill(empty);
      bytes[0] = open;
      bytes[bytes.length - 1] = 0xff;
      expect(decodeCbor(bytes, 'foreign')).toEqual({ ok: true, value: expected });
    }
  });

  it('bounds nesting of indefinite length too', () => {
    for (const opening of [0x9f, 0x81]) {
      expect(decodeCbor(new Uint8Array(100_000).fill(opening), 'foreign')).toEqual({
        ok: false,
        failure: 'too-deep',
      });
    }
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
      fc
        .tuple(fc.integer({ min: 4, max: 2 ** 31 }), tie('value'))
        .map(([tag, item]) => new CborTag(tag, item)),
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

  it('reads the same by either rules when it is deterministic', () => {
    fc.assert(
      fc.property(value, (v) => {
        expect(decodeCbor(encodeCbor(v), 'foreign')).toEqual(decodeCbor(encodeCbor(v)));
      }),
    );
  });

  it('random bytes are refused by name, or read, by the foreign rules', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const strict = decodeCbor(bytes);
        const foreign = decodeCbor(bytes, 'foreign');
        if (strict.ok && foreign.ok) expect(foreign.value).toEqual(strict.value);
      }),
      { numRuns: 5000 },
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
