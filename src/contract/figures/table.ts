import { notRemit, ratings, satisfaction, type Figures } from './figures';

/** A line of the table: what it is of, in words, then its figures. */
export interface Line {
  of: string;
  figures: Figures;
}

const percent = (share: number | null): string =>
  share === null ? '' : String(Math.round(share * 1000) / 10);

/** Columns by their heading, Chinese with English, as they are in a file that a county opens in a spreadsheet. */
const columns: readonly [heading: string, cell: (figures: Figures) => number | string][] = [
  ['收到 filed', ({ filed }) => filed],
  ['按时办好 in time', ({ inTime }) => inTime],
  ['超时 overdue', ({ overdue }) => overdue],
  ['重办 reopened', ({ reopened }) => reopened],
  ['未确认 not confirmed', ({ notConfirmed }) => notConfirmed],
  ['不属网格职责 not the grid’s remit', ({ referred }) => referred],
  ['不属网格职责 % not the grid’s remit %', (figures) => percent(notRemit(figures))],
  ['满意 satisfied', ({ rated }) => rated.satisfied],
  ['评价过 rated', ({ rated }) => ratings.reduce((sum, rating) => sum + rated[rating], 0)],
  ['满意 % satisfied %', (figures) => percent(satisfaction(figures))],
  [
    '一半在多少小时内办好 median hours',
    ({ medianHours }) => (medianHours === null ? '' : Math.round(medianHours * 10) / 10),
  ],
];

/** Rows of cells, headings first. */
export const tableOf = (lines: readonly Line[]): (number | string)[][] => [
  ['', ...columns.map(([heading]) => heading)],
  ...lines.map(({ of, figures }) => [of, ...columns.map(([, cell]) => cell(figures))]),
];
