import fc from 'fast-check';
import { readCode } from '../../../src/miniprogram/packages/desk/parts/token-code';

const plain = 'LC1:7K2M-9QXR-4TZA-0B8N';

test.each([
  ['as scanned', plain],
  ['in small letters', plain.toLowerCase()],
  ['without its prefix', '7K2M-9QXR-4TZA-0B8N'],
  ['in groups as read out', ' 7k2m 9qxr 4tza 0b8n '],
  ['full-width, as a Chinese keyboard types', 'ＬＣ１：7K2M9QXR4TZA0B8N'],
])('a code is taken %s', (_, text) => {
  expect(readCode(text, 'LC1')).toEqual({ ok: true, code: plain });
});

test.each([
  ['of another kind', 'LF1:7K2M-9QXR-4TZA-0B8N', { ok: false, fault: 'other' }],
  ['an address', 'https://example.com/7K2M', { ok: false, fault: 'other' }],
  ['a health code', 'LL1:ABC$%*+./:', { ok: false, fault: 'other' }],
  ['cut short', 'LC1:7K2M-9QXR', { ok: false, fault: 'short', count: 8 }],
  ['nothing', '', { ok: false, fault: 'short', count: 0 }],
])('what is %s is said to be so', (_, text, read) => {
  expect(readCode(text, 'LC1')).toEqual(read);
});

test('whatever is scanned, it is a code of the kind asked for or it is not', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
      const read = readCode(text, 'LF1');
      expect(read.ok ? read.code : '').toMatch(/^(LF1:([0-9A-Z]{4}-){3}[0-9A-Z]{4})?$/);
    }),
  );
});
