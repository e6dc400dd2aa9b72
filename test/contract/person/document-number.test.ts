import { checkCharacterOf, readDocumentNumber } from '@contract/person/document-number';
import fc from 'fast-check';
import { inventedId } from '../../support/documents';

const today = '2026-11-24';
const read = (text: string) => readDocumentNumber(text, today);
const invalid = { ok: false, failure: 'document-invalid' };

describe('the number of a document', () => {
  it('has the check character of the standard’s own examples', () => {
    // GB 11643-1999, annex A.
    expect(read('11010519491231002X')).toEqual({
      ok: true,
      value: { plain: '11010519491231002X', bornOn: '1949-12-31' },
    });
    expect(read('440524188001010014')).toMatchObject({ ok: true, value: { bornOn: '1880-01-01' } });
  });

  it('is read in any case and spacing', () => {
    expect(read(' 110105 19491231 002x ')).toMatchObject({ value: { plain: '11010519491231002X' } });
    expect(read('１１０１０５１９４９１２３１００２Ｘ')).toMatchObject({
      value: { plain: '11010519491231002X' },
    });
  });

  it('shows any one digit that was misread, and any two neighbours exchanged', () => {
    const digit = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.nat(16), digit, (serial, at, other) => {
        const number = inventedId('1980-05-01', serial);
        const changed = number.slice(0, at) + String(other) + number.slice(at + 1);
        if (changed !== number) expect(read(changed)).toEqual(invalid);
        const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2);
        if (at < 16 && swapped !== number) expect(read(swapped)).toEqual(invalid);
      }),
    );
  });

  it.each([
    ['born tomorrow', inventedId('2026-11-25')],
    ['born on a day that there was not', inventedId('2025-02-29')],
    ['born before anyone alive', inventedId('1879-12-31')],
    ['a digit short', inventedId('1980-05-01').slice(1)],
    ['an old ID of fifteen digits', '330106800501001'],
    ['letters only', 'ABCDEFGH'],
    ['too short', 'A12'],
    ['too long for a passport', 'A123456789012'],
    ['nothing', ''],
    ['signs', 'E1234/567'],
  ])('is refused: %s', (_, number) => expect(read(number)).toEqual(invalid));

  it('may be born today', () => {
    expect(read(inventedId(today))).toMatchObject({ value: { bornOn: today } });
  });

  it.each([
    ['a passport', 'EA1234567', 'EA1234567'],
    ['a foreign passport', 'c01x00t47', 'C01X00T47'],
    ['a Hong Kong identity card', 'A123456(7)', 'A1234567'],
    ['a travel permit', 'H12345678', 'H12345678'],
    ['a permit from Taiwan', '12345678', '12345678'],
    ['a birth certificate', 'O330123456', 'O330123456'],
  ])('of %s tells no birth date', (_, number, plain) => {
    expect(read(number)).toEqual({ ok: true, value: { plain, bornOn: null } });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void read(text)));
    expect(checkCharacterOf('')).toBeUndefined();
  });
});
