import type { Category } from '../service-request/category';
import type { Bilingual, Language } from '../text';
import { fieldNames } from './field-names';
import { basisInWords, type Held, inWords, placeColumns, retentionInWords, type Said } from './in-words';
import { dataSources, personalData, type PersonalTable } from './registry';

/** What a table holds about somebody, as it stands there. */
export interface HeldRows {
  table: string;
  rows: readonly Readonly<Record<string, Held>>[];
}

export interface HeldCell {
  field: string;
  /** As it is kept; null where it is sealed. */
  value: Held;
  words: Bilingual;
}

/** The same with what the registry says of it. */
export interface HeldTable {
  table: string;
  name: Bilingual;
  source: Bilingual;
  until: Bilingual;
  fields: { field: string; name: Bilingual; purpose: Bilingual; basis: Bilingual }[];
  rows: HeldCell[][];
}

const sealed: Bilingual = { zh: '有，只有机器能读', en: 'Held; only machines can read it' };
const nameOf = (field: string): Bilingual => fieldNames[field] ?? { zh: field, en: field };

/** Codes of places to be looked up before they can be said. */
export const placesIn = (held: readonly HeldRows[]): string[] => [
  ...new Set(
    held.flatMap(({ rows }) =>
      rows.flatMap((row) =>
        placeColumns.flatMap((column) => {
          const code = row[column];
          return typeof code === 'string' ? [code] : [];
        }),
      ),
    ),
  ),
];

/** Entries of the catalogue to be looked up before what was filed can be said: code and version. */
export const categoriesIn = (held: readonly HeldRows[]): [code: string, version: string][] =>
  held.flatMap(({ rows }) =>
    rows.flatMap(({ category, catalogue_version }): [string, string][] =>
      typeof category === 'string' && typeof catalogue_version === 'string'
        ? [[category, catalogue_version]]
        : [],
    ),
  );

/** What is held about somebody, table by table, in words. */
export function describeHeld(held: readonly HeldRows[], said: Said): HeldTable[] {
  return held.flatMap(({ table, rows }) => {
    const entry = personalData[table];
    return entry ? [describeTable(table, entry, rows, said)] : [];
  });
}

function describeTable(table: string, entry: PersonalTable, rows: HeldRows['rows'], said: Said): HeldTable {
  // What is plain says something beside the rest: when, which. Numbers for machines have no name and are left out.
  const saying = (column: string): boolean => column !== 'id' && column !== 'version' && column in fieldNames;
  const shown = [...Object.keys(entry.fields), ...entry.plain.filter(saying)];
  return {
    table,
    name: entry.name ?? { zh: table, en: table },
    source: dataSources[entry.source ?? 'system'],
    until: retentionInWords(entry.retention),
    fields: Object.entries(entry.fields).map(([field, { purpose, basis }]) => ({
      field,
      name: nameOf(field),
      purpose,
      basis: basisInWords[basis],
    })),
    rows: rows.map((row) =>
      shown.flatMap((field) => {
        const value = row[field];
        if (value === undefined) return [];
        return entry.sealed?.includes(field) && value !== null
          ? [{ field, value: null, words: sealed }]
          : [{ field, value, words: cellInWords(field, row, said) }];
      }),
    ),
  };
}

const filedAs = (row: HeldRows['rows'][number], { category }: Said): Category | undefined =>
  typeof row.category === 'string' && typeof row.catalogue_version === 'string'
    ? category(row.category, row.catalogue_version)
    : undefined;

/** What was filed, and answered to a category's questions, is said in the category's own words of then. */
function cellInWords(field: string, row: HeldRows['rows'][number], said: Said): Bilingual {
  const value = row[field] ?? null;
  const category = filedAs(row, said);
  if (field === 'category' && category) return category.name;
  if (field !== 'answers' || category?.kind !== 'grid') return inWords(field, value, said);
  const answers = value as Readonly<Record<string, Held>>;
  const given = category.attributes.filter(({ code }) => answers[code] !== undefined);
  const inLanguage = (language: Language): string =>
    given
      .map(({ code, text, choices = [] }) => {
        const keys = [answers[code]].flat() as Held[];
        const chosen = keys.map(
          (key) => choices.find((one) => one.key === key)?.name[language] ?? String(key),
        );
        return `${text[language]} ${chosen.join(', ')}`;
      })
      .join('; ');
  return { zh: inLanguage('zh'), en: inLanguage('en') };
}
