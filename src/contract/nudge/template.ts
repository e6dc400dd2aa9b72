import { type NudgeContent, nudgeContents, type NudgeKind, type Said } from './kind';

/**
 * The types a field of a WeChat template can have here, with what each takes. WeChat refuses a whole message (47003)
 * for one value that does not fit. Others (`amount`, `car_number`, …) have nothing to say of ours.
 */
export const fieldTypes = {
  /** 20 characters of any kind. */
  thing: { most: 20, takes: /[^]/ },
  /** 32 digits, letters and symbols. */
  character_string: { most: 32, takes: /[\x21-\x7e]/ },
  /** 5 Han characters. */
  phrase: { most: 5, takes: /\p{Script=Han}/u },
  /** Kept whole: half a time is none. */
  time: { most: 20, takes: /[\d年月日: ]/ },
  date: { most: 20, takes: /[\d年月日: ]/ },
} as const;
export type FieldType = keyof typeof fieldTypes;

/** Which content can be said in which types. */
const suits: Readonly<Record<NudgeContent, readonly FieldType[]>> = {
  category: ['thing'],
  state: ['thing', 'phrase'],
  number: ['character_string', 'thing'],
  time: ['time', 'date'],
  what: ['thing'],
  how: ['thing'],
};

export interface NudgeTemplate {
  id: string;
  /** By the template's own name of the field: thing1 → category. */
  fields: Readonly<Record<string, NudgeContent>>;
}

const typeOf = (field: string): FieldType | undefined => {
  const [, type = ''] = /^([a-z_]+)\d{1,2}$/.exec(field) ?? [];
  return Object.hasOwn(fieldTypes, type) ? (type as FieldType) : undefined;
};

/** `<template id>/thing1:category/phrase2:state/…`; undefined for what is not like it, or says what a field cannot. */
export function readTemplate(kind: NudgeKind, text: string): NudgeTemplate | undefined {
  const [id = '', ...pairs] = text.split('/');
  if (!/^[A-Za-z0-9_-]{20,64}$/.test(id) || pairs.length === 0) return undefined;
  const fields: Record<string, NudgeContent> = {};
  for (const pair of pairs) {
    const [field = '', what = '', ...more] = pair.split(':');
    const content = nudgeContents[kind].find((one) => one === what);
    const type = typeOf(field);
    if (
      more.length > 0 ||
      !content ||
      !type ||
      !suits[content].includes(type) ||
      Object.hasOwn(fields, field)
    )
      return undefined;
    fields[field] = content;
  }
  return { id, fields };
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const graphemes = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

/** As much of a text as a field takes: whole characters as people see them, counted as WeChat counts them. */
export function clip(text: string, type: FieldType): string {
  const { most, takes } = fieldTypes[type];
  const fits = (one: string): boolean => [...one].every((character) => takes.test(character));
  // A line break or the like has no place in a message of one line.
  const plain = graphemes(text.replace(/[\p{Cc}\s]+/gu, ' '))
    .filter(fits)
    .join('')
    .replace(/ +/g, ' ')
    .trim();
  if (plain.length <= most) return plain;
  const mark = type === 'thing' ? '…' : '';
  let clipped = '';
  for (const one of graphemes(plain)) {
    if (clipped.length + one.length + mark.length > most) break;
    clipped += one;
  }
  return `${clipped.trimEnd()}${mark}`;
}

/**
 * The fields of a message, each within its limits.
 * @param phrases the same in Chinese, which a `phrase` is whatever language somebody reads
 */
export function fieldsOf({ fields }: NudgeTemplate, said: Said, phrases: Said): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, content]) => {
      const type = typeOf(field) ?? 'thing';
      return [field, clip((type === 'phrase' ? phrases : said)[content] ?? '', type)];
    }),
  );
}
