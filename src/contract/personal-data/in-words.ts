import type { Category } from '../service-request/category';
import type { Bilingual } from '../text';
import { fieldNames } from './field-names';
import { personalData, type Retention } from './registry';
import { valueNames } from './value-names';

/** A value of a row as the tables keep it: JSON, moments as text. */
export type Held = string | number | boolean | null | readonly Held[] | { readonly [name: string]: Held };

/** What one needs to say a value to somebody: who they are, and what places are called. */
export interface Said {
  personIds: readonly string[];
  /** Regions and buildings by code, a region with those above it. */
  places: ReadonlyMap<string, string>;
  /** An entry of the catalogue as the version has it under which something was filed. */
  category(code: string, version: string): Category | undefined;
}

const same = (text: string): Bilingual => ({ zh: text, en: text });
const moment = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const aheadOfUtcMs = 8 * 3_600_000;

/** A moment as China's clocks show it. */
function momentInWords(text: string): Bilingual {
  const at = new Date(Date.parse(text) + aheadOfUtcMs);
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  const clock = at.toISOString().slice(11, 16);
  return {
    zh: `${year} 年 ${month + 1} 月 ${day} 日 ${clock}`,
    en: `${day} ${months[month] ?? ''} ${year}, ${clock}`,
  };
}

const joined = (parts: readonly Bilingual[], comma: Bilingual = { zh: '、', en: ', ' }): Bilingual => ({
  zh: parts.map(({ zh }) => zh).join(comma.zh),
  en: parts.map(({ en }) => en).join(comma.en),
});

/** A value in words. Other people's numbers stay what they are: others'. */
export function inWords(column: string, value: Held, said: Said): Bilingual {
  if (value === null || value === '') return { zh: '没有', en: 'None' };
  if (typeof value === 'string') return textInWords(column, value, said);
  if (typeof value !== 'object') return valueNames[String(value)] ?? same(String(value));
  if (Array.isArray(value))
    return value.length === 0
      ? { zh: '没有', en: 'None' }
      : joined((value as readonly Held[]).map((one) => inWords(column, one, said)));
  return objectInWords(column, value as Readonly<Record<string, Held>>, said);
}

function textInWords(column: string, text: string, { personIds, places }: Said): Bilingual {
  if (personIds.includes(text)) return { zh: '你', en: 'You' };
  if (moment.test(text)) return momentInWords(text);
  if (uuid.test(text))
    return column.endsWith('_id') || column.endsWith('_by') ? { zh: '另一个', en: 'Another' } : same(text);
  const place = placeColumns.includes(column) ? places.get(text) : undefined;
  if (place !== undefined) return same(place);
  if (column === 'what') return personalData[text]?.name ?? valueNames[text] ?? same(text);
  // What people wrote is theirs, even where it is a word of ours.
  return free.includes(column) ? same(text) : (valueNames[text] ?? same(text));
}

/** Columns with codes of regions or buildings in them. */
export const placeColumns: readonly string[] = [
  'home_node',
  'home_building',
  'node',
  'author_node',
  'county',
];
const free: readonly string[] = ['name', 'words', 'called_as', 'device', 'destination', 'hours'];

function objectInWords(column: string, value: Readonly<Record<string, Held>>, said: Said): Bilingual {
  const { zh, en, text, headline } = value;
  if (typeof zh === 'string' && typeof en === 'string') return { zh, en };
  if (typeof headline === 'string') return same(headline);
  if (typeof text === 'string') {
    const point = value.point as { lng?: number; lat?: number } | undefined;
    return same(point?.lng === undefined ? text : `${text}（${point.lng}, ${point.lat ?? ''}）`);
  }
  const parts = Object.entries(value).map(([name, part]) => {
    const words = inWords(column, part, said);
    const label = fieldNames[name] ?? same(name);
    return { zh: `${label.zh}：${words.zh}`, en: `${label.en}: ${words.en}` };
  });
  return joined(parts, { zh: '；', en: '; ' });
}

/** Until when a row is kept. */
export function retentionInWords(retention: Retention): Bilingual {
  if ('until' in retention) return { zh: '到你注销账号', en: 'Until you close your account' };
  if ('with' in retention) {
    const name = personalData[retention.with]?.name ?? same(retention.with);
    return { zh: `和“${name.zh}”一起删`, en: `As long as “${name.en}”` };
  }
  const moment = fieldNames[retention.after] ?? same(retention.after);
  if (retention.days === 0) return { zh: `“${moment.zh}”一过就删`, en: `Until “${moment.en}”` };
  const years = retention.days / 365;
  const long = Number.isInteger(years)
    ? { zh: `${years} 年`, en: years === 1 ? '1 year' : `${years} years` }
    : { zh: `${retention.days} 天`, en: `${retention.days} days` };
  return { zh: `“${moment.zh}”以后 ${long.zh}`, en: `${long.en} after “${moment.en}”` };
}

export const basisInWords: Readonly<Record<'consent' | 'legal-duty' | 'contract', Bilingual>> = {
  consent: { zh: '你同意的', en: 'You agreed' },
  'legal-duty': { zh: '法律要求', en: 'The law asks for it' },
  contract: { zh: '给你办事要用', en: 'Needed to serve you' },
};
