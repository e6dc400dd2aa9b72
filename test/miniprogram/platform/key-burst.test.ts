import fc from 'fast-check';
import { createKeyBurst } from '../../../src/miniprogram/platform/key-burst';

/** Keys as a scanner or a person sends them, `apart` ms from one another. */
function type(keys: readonly string[], apart: number) {
  const burst = createKeyBurst();
  return keys.map((key, at) => burst.press({ key, at: 1000 + at * apart }));
}
const code = 'LL1:6BF 5$*%';

describe('a hand scanner that types', () => {
  test('is heard at its Enter, whatever has the focus, and its spaces press nothing', () => {
    const pressed = type([...code, 'Enter'], 5);
    expect(pressed.at(-1)).toEqual({ took: true, text: code });
    expect(pressed.slice(1).every(({ took }) => took)).toBe(true);
  });

  test('is heard through the shift key that it holds down for capitals', () => {
    const keys = [...code].flatMap((letter) => ['Shift', letter]);
    expect(type([...keys, 'Enter'], 5).at(-1)?.text).toBe(code);
  });

  test('is heard anew after a pause, half a code before it is forgotten', () => {
    const burst = createKeyBurst();
    [...'HALF A CODE'].forEach((key, at) => burst.press({ key, at }));
    [...code].forEach((key, at) => burst.press({ key, at: 2000 + at }));
    expect(burst.press({ key: 'Enter', at: 2100 }).text).toBe(code);
  });

  test.each([
    ['a lone Enter', ['Enter']],
    ['a lone space', [' ']],
    ['Tab, Tab, Enter', ['Tab', 'Tab', 'Enter']],
    ['a stray letter and Enter', ['x', 'Enter']],
  ])('%s stays the person’s own', (_, keys) => {
    for (const pressed of type(keys, 100)) expect(pressed).toEqual({ took: false });
  });

  test('whatever is scanned after whatever was typed before a pause, the text is the scan', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'0AZ $%*+-./:'), minLength: 8, maxLength: 400 });
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 })), letters, (before, scanned) => {
        const burst = createKeyBurst();
        before.forEach((key, at) => burst.press({ key, at }));
        const text = `L${scanned}`;
        [...text].forEach((key, at) => burst.press({ key, at: 10_000 + at * 3 }));
        expect(burst.press({ key: 'Enter', at: 10_000 + text.length * 3 }).text).toBe(text);
      }),
    );
  });
});
