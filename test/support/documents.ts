import { checkCharacterOf } from '../../src/contract/person/document-number';

/** The number of a resident ID that nobody has: area 000000 is nowhere. */
export function inventedId(bornOn: string, serial = 1): string {
  const digits = `000000${bornOn.replace(/-/g, '')}${String(serial).padStart(3, '0')}`;
  return `${digits}${checkCharacterOf(digits)}`;
}
