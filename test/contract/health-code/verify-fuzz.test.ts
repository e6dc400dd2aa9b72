import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { decodeBase45, encodeBase45 } from '@contract/health-code/base45';
import { encodeCbor, type CborValue } from '@contract/health-code/cbor';
import { encodeSign1 } from '@contract/health-code/cose';
import { encodePresentation } from '@contract/health-code/presentation';
import { reasons } from '@contract/health-code/verdict';
import { verify } from '@contract/health-code/verify';
import { foreignSigner, hc1, trustingSigners } from './hc1-world';
import { context, issue, nodeContext, now, onPaper, phone, show, signer } from './world';

const code = show(issue(phone));
const decoded = decodeBase45(code.slice(4));
const bytes = decoded.ok ? decoded.value : new Uint8Array();
const judged = (text: string) => verify(text, context);

it('the unchanged code passes', () => {
  expect(judged(code).result).toBe('pass');
});

it('no single changed byte passes: every byte, several changes', () => {
  for (let at = 0; at < bytes.length; at++) {
    for (const flip of [0x01, 0x80]) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ flip;
      expect([at, judged(`LL1:${encodeBase45(changed)}`).result]).not.toEqual([at, 'pass']);
    }
  }
}, 60_000);

it('no changed, added or lost character passes', () => {
  const characters = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:', 'a', '张');
  fc.assert(
    fc.property(fc.nat(code.length - 1), fc.nat(1), characters, (at, taken, put) => {
      const changed = code.slice(0, at) + put + code.slice(at + taken);
      if (changed !== code) expect(judged(changed).result).not.toBe('pass');
    }),
    { numRuns: 200 },
  );
  for (let length = 0; length < code.length; length++)
    expect(judged(code.slice(0, length)).result).toBe('ask');
}, 60_000);

it('whatever is scanned, the answer is a known reason that does not pass', () => {
  const { value } = fc.letrec<{ value: CborValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.integer(),
      fc.string(),
      fc.constant(null),
      fc.uint8Array({ maxLength: 80 }),
      fc.array(tie('value'), { maxLength: 4 }),
    ),
  }));
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 200 }).map((text) => `LL1:${text}`),
    fc.uint8Array({ maxLength: 300 }).map((b) => `LL1:${encodeBase45(b)}`),
    fc.uint8Array({ maxLength: 200 }).map((b) => encodePresentation(b)),
    value.map((v) => `LL1:${encodeBase45(encodeCbor(v))}`),
    value.map((v) => encodePresentation(encodeCbor(v))),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const { result, reason } = judged(text);
      expect(result).toBe('ask');
      expect(reasons).toHaveProperty(reason);
    }),
    { numRuns: 3000 },
  );
});

it('paper is never more than asked about', () => {
  expect(judged(encodePresentation(issue(onPaper(phone)))).result).toBe('ask');
});

describe('phone and server', () => {
  const trust = trustingSigners(foreignSigner);
  const agree = (text: string) => {
    const onPhone = verify(text, { ...context, trust });
    expect(verify(text, { ...nodeContext, trust })).toEqual(onPhone);
    expect(reasons).toHaveProperty(onPhone.reason);
    return onPhone;
  };
  /** One change of the kinds that happen to bytes, and that people try. */
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    taken: fc.nat(40),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 9 }),
      // Heads that mean something to CBOR.
      fc
        .constantFrom(0x00, 0x1b, 0x5f, 0x7f, 0x80, 0x9f, 0xa0, 0xbf, 0xc2, 0xd2, 0xf7, 0xf9, 0xfb, 0xff)
        .map((b) => Uint8Array.of(b)),
    ),
  });
  const changes = fc.array(change, { minLength: 1, maxLength: 3 });
  const changed = (original: Uint8Array, by: { at: number; taken: number; put: Uint8Array }[]) =>
    by.reduce((whole, { at, taken, put }) => {
      const place = Math.floor(at * whole.length);
      return Uint8Array.of(...whole.subarray(0, place), ...put, ...whole.subarray(place + taken));
    }, original);

  it('agree on our code with any change of its bytes', () => {
    fc.assert(
      fc.property(changes, (by) => {
        agree(`LL1:${encodeBase45(changed(bytes, by))}`);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('agree on a credential that says anything, genuinely signed', () => {
    const claim = fc.oneof(
      fc.integer(),
      fc.string({ maxLength: 20 }),
      fc.uint8Array({ maxLength: 40 }),
      fc.array(fc.oneof(fc.integer(), fc.string({ maxLength: 20 }), fc.uint8Array({ maxLength: 40 })), {
        maxLength: 5,
      }),
    );
    const real = fc.record({
      1: fc.oneof(fc.constant<CborValue>('330106'), claim),
      4: fc.oneof(fc.integer({ min: 0, max: 2 ** 32 }), claim),
      6: fc.oneof(fc.constant<CborValue>(Math.floor(now / 1000)), claim),
      [-65537]: fc.oneof(
        fc.tuple(
          fc.string({ maxLength: 8 }),
          fc.integer({ min: -1, max: 9 }),
          fc.nat(),
          fc.uint8Array({ minLength: 31, maxLength: 33 }),
        ),
        claim,
      ),
    });
    const header = new Map<number, CborValue>([
      [1, -8],
      [4, signer.kid],
    ]);
    fc.assert(
      fc.property(real, (claims) => {
        const payload = encodeCbor(
          new Map(Object.entries(claims).map(([key, value]) => [Number(key), value])),
        );
        agree(show(encodeSign1(header, payload, signer.sign)));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('agree on another country’s certificate with any change of its bytes', () => {
    const level = fc.constantFrom('message', 'pack');
    fc.assert(
      fc.property(level, changes, (at, by) => {
        const spoil = (original: Uint8Array) => changed(original, by);
        const text = hc1(
          at === 'message' ? { message: spoil } : { pack: (b) => spoil(new Uint8Array(deflateSync(b))) },
        );
        expect(agree(text).result).not.toBe('pass');
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('agree on a certificate that says anything, genuinely signed', () => {
    const { value } = fc.letrec<{ value: CborValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.integer(),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.constantFrom(null, true),
        fc.uint8Array({ maxLength: 20 }),
        fc.array(tie('value'), { maxLength: 3 }),
        fc
          .array(fc.tuple(fc.constantFrom('fn', 'gnt', 'tg', 'x'), tie('value')), { maxLength: 3 })
          .map((e) => new Map(e)),
      ),
    }));
    const content = fc.dictionary(fc.constantFrom('nam', 'dob', 'v', 't', 'r'), value, { maxKeys: 3 });
    fc.assert(
      fc.property(content, (said) => {
        const verdict = agree(hc1({ content: said }));
        expect(verdict.result).toBe('ask');
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
