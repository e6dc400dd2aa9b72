import fc from 'fast-check';
import { canonicalJson } from '../../../src/contract/audit/canonical-json';

describe('canonical JSON (RFC 8785)', () => {
  // The examples of its sections 3.2.2 to 3.2.4.
  test.each<[unknown, string]>([
    [
      {
        // oxlint-disable-next-line no-loss-of-precision -- the standard's own
        numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
        literals: [null, true, false],
      },
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}',
    ],
    ['\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/', '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'],
    [
      { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 },
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    ],
    [{ b: undefined, a: -0 }, '{"a":0}'],
  ])('%j', (value, text) => expect(canonicalJson(value)).toBe(text));

  test.each([NaN, Infinity, undefined, new Date(0), () => 1, 1n, [undefined], { a: Symbol('a') }])(
    'refuses what JSON does not have: %p',
    (value) => expect(() => canonicalJson(value)).toThrow(RangeError),
  );

  test('says the same as JSON, and the same whatever the order of the members', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(JSON.parse(JSON.stringify(value)));
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
      }),
    );
  });
});
