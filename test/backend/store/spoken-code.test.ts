import fc from 'fast-check';
import { hashOfSpokenCode, newSpokenCode } from '../../../src/backend/adapters/embedded/store/spoken-code';

const prefixes = ['', 'LC1:', 'LF1:', 'LK1:'] as const;

describe('a spoken code', () => {
  it.each(prefixes)('begins with "%s" and has four groups of four letters that no ear confuses', (prefix) => {
    const code = newSpokenCode(prefix);
    expect(code.startsWith(prefix)).toBe(true);
    expect(code.slice(prefix.length)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(newSpokenCode(prefix)).not.toBe(code);
  });

  it.each(prefixes)('is read however it was typed (%s)', (prefix) => {
    const slip = fc.record({
      small: fc.boolean(),
      hyphens: fc.constantFrom('-', '', ' ', '–'),
      zero: fc.constantFrom('0', 'O', 'o'),
      one: fc.constantFrom('1', 'I', 'l', 'L'),
      prefix: fc.constantFrom(prefix, ''),
    });
    fc.assert(
      fc.property(slip, ({ small, hyphens, zero, one, prefix: typedPrefix }) => {
        const code = newSpokenCode(prefix);
        const bare = code.slice(prefix.length).replace(/-/g, hyphens);
        const typed = typedPrefix + bare.replace(/0/g, zero).replace(/1/g, one);
        expect(hashOfSpokenCode(small ? typed.toLowerCase() : typed, prefix)).toEqual(
          hashOfSpokenCode(code, prefix),
        );
      }),
    );
  });

  it('of one kind is none of another, even with the same letters', () => {
    const bare = newSpokenCode();
    const hashes = prefixes.map((prefix) => hashOfSpokenCode(prefix + bare, prefix).toString('hex'));
    expect(new Set(hashes).size).toBe(prefixes.length);
    expect(hashOfSpokenCode(`LC1:${bare}`, 'LF1:')).not.toEqual(hashOfSpokenCode(`LF1:${bare}`, 'LF1:'));
  });
});
