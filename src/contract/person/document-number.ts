import { type CalendarDay, isCalendarDay } from '../calendar-day';
import { fail, ok, type Result } from '../result';

/** What a document's number says by itself. */
export interface DocumentNumber {
  /** In its one plain form, so that the same document always gives the same person key. */
  plain: string;
  /** Only a resident ID tells it. */
  bornOn: CalendarDay | null;
}

/** GB 11643: weights of the first 17 digits, and the last character by the sum's remainder. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/**
 * Resident ID 居民身份证 (also of residents from Hong Kong, Macao, Taiwan, and of permanent residents): eighteen
 * characters, the last a check. Passports, travel permits and birth certificates: letters and digits, at least
 * four digits, twelve characters at most. Old IDs of fifteen digits are refused: the same person would have two keys.
 * @param today a birth is never later
 */
export function readDocumentNumber(
  text: string,
  today: CalendarDay,
): Result<DocumentNumber, 'document-invalid'> {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s()-]/g, '');
  if (/^\d{17}[\dX]$/.test(plain)) return residentId(plain, today);
  const other = /^[A-Z0-9]{5,12}$/.test(plain) && (plain.match(/\d/g) ?? []).length >= 4;
  return other ? ok({ plain, bornOn: null }) : fail('document-invalid');
}

function residentId(plain: string, today: CalendarDay): Result<DocumentNumber, 'document-invalid'> {
  const bornOn = `${plain.slice(6, 10)}-${plain.slice(10, 12)}-${plain.slice(12, 14)}`;
  const fits = checkCharacterOf(plain.slice(0, 17)) === plain[17];
  return fits && isCalendarDay(bornOn) && bornOn <= today && bornOn >= '1880-01-01'
    ? ok({ plain, bornOn })
    : fail('document-invalid');
}

/** @param digits the first 17 */
export function checkCharacterOf(digits: string): string | undefined {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return checkCharacters[sum % 11];
}
