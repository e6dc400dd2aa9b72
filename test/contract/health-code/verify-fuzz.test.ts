import fc from 'fast-check';
import { decodeBase45, encodeBase45 } from '@contract/health-code/base45';
import { encodeCbor, type CborValue } from '@contract/health-code/cbor';
import { encodePresentation } from '@contract/health-code/presentation';
import { reasons } from '@contract/health-code/verdict';
import { verify } from '@contract/health-code/verify';
import { context, issue, onPaper, phone, show } from './world';

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

it('four million characters are refused at once', () => {
  const start = performance.now();
  expect(judged(`LL1:${'0'.repeat(4_000_000)}`).reason).toBe('too-long');
  expect(judged('9'.repeat(4_000_000)).reason).toBe('prefix-unknown');
  expect(performance.now() - start).toBeLessThan(100);
});

it('paper is never more than asked about', () => {
  expect(judged(encodePresentation(issue(onPaper(phone)))).result).toBe('ask');
});
