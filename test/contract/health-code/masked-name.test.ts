import fc from 'fast-check';
import { maskName } from '@contract/health-code/masked-name';
import { encodeUtf8 } from '@contract/health-code/utf8';

it.each([
  ['张三丰', '张*丰'],
  ['王军', '王*'],
  ['张', '张*'],
  ['欧阳娜娜', '欧*娜'],
  ['张 三', '张*'],
  ['阿卜杜拉·买买提', '阿*提'],
  ['𠮷野家', '𠮷*家'],
  ['Maria Silva', 'M*a S*a'],
  ['Anna Maria de la Cruz', 'A*a C*z'],
  ['Jo Li', 'J* L*'],
  ['Zoé', 'Z*é'],
  ["O'Brien", 'O*n'],
  ['김철수', '김*수'],
  ['𐌰𐌱𐌲 𐌳𐌴𐌵', '𐌰* 𐌳*'],
  ['张\u202e三丰', '张*丰'],
  ['330106199001011234', '*'],
  ['', '*'],
])('%j is shown as %j', (name, shown) => {
  expect(maskName(name)).toBe(shown);
});

it('any name fits its 15 bytes and shows at most four of its letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (name) => {
      const shown = maskName(name);
      expect(encodeUtf8(shown).length).toBeLessThanOrEqual(15);
      expect(shown).toMatch(/^(\p{L}?\*\p{L}?|\p{L}\*\p{L}? \p{L}\*\p{L}?)$/u);
    }),
    { numRuns: 2000 },
  );
});
