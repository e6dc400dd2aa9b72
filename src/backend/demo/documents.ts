import { type CalendarDay, dayAt } from '@contract/calendar-day';
import { checkCharacterOf } from '@contract/person/document-number';

/** A resident ID's number that nobody can have: the area 000000 is nowhere. */
export function inventedNumber(bornOn: CalendarDay, serial: number): string {
  const digits = `000000${bornOn.replace(/-/g, '')}${String(serial).padStart(3, '0')}`;
  return `${digits}${checkCharacterOf(digits)}`;
}

/** When a child is born that is eight years and some months old at a moment. */
export const bornEightYearsBefore = (moment: number): CalendarDay => dayAt(moment - 3050 * 86_400_000);
