import { isCalendarDay, startOf } from '@contract/calendar-day';

/** A code as people and spreadsheets write it: full-width digits, ="330106", '330106, inner spaces. */
export const codeCell = (cell: string): string =>
  cell
    .normalize('NFKC')
    .replace(/^="(.*)"$/, '$1')
    .replace(/^'/, '')
    .replace(/\s+/g, '');

/** Whether a spreadsheet has turned a long code into a number: 3.30106E+14. */
export const isRounded = (code: string): boolean => /^\d(\.\d+)?E\+?\d+$/i.test(code);

/** A list in one cell: 101、102；103 – each once, in the order given. */
export const listCell = (cell: string): string[] => [
  ...new Set(
    cell
      .split(/[、,，;；|\n]/)
      .map((item) => item.trim())
      .filter(Boolean),
  ),
];

/** A day, a minute of China's clock, or an instant with its offset (epoch ms); undefined for what is none of them. */
export function momentCell(cell: string): number | undefined {
  const text = cell.normalize('NFKC');
  const [, day = '', time] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d))?$/.exec(text.replace(/\//g, '-')) ?? [];
  const at = isCalendarDay(day)
    ? time
      ? Date.parse(`${day}T${time}:00+08:00`)
      : startOf(day)
    : /T.*(Z|[+-]\d\d:\d\d)$/.test(text)
      ? Date.parse(text)
      : NaN;
  return Number.isNaN(at) ? undefined : at;
}
