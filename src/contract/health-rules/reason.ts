import type { Bilingual, Language } from '../text';
import type { Fact } from './fact';
import { factKind } from './fact-kinds';

/** `{field}`, and `[ {field}]` for words that are left out where the fact does not say it. */
const optional = /\[([^\][]*)\]/g;
const placeholder = /\{([a-zA-Z]+)\}/g;

/** The fields a text names; `required` are those it cannot do without. */
export function placeholdersOf(text: string): { all: string[]; required: string[] } {
  return { all: namesIn(text), required: namesIn(text.replace(optional, '')) };
}

const namesIn = (text: string): string[] => [...text.matchAll(placeholder)].map(([, name = '']) => name);

/** A rule's reason with the fact's own values in it. */
export const reasonOf = (reason: Bilingual, fact?: SaidOf): Bilingual => ({
  zh: fill(reason.zh, 'zh', fact),
  en: fill(reason.en, 'en', fact),
});

type SaidOf = Pick<Fact, 'kind' | 'values'>;

function fill(text: string, language: Language, fact: SaidOf | undefined): string {
  if (!text.includes('{')) return text;
  return text
    .replace(optional, (_, part: string) => filled(part, language, fact) ?? '')
    .replace(placeholder, (_, name: string) => wordOf(name, language, fact) ?? '');
}

/** Undefined where the fact does not say all of it. */
function filled(part: string, language: Language, fact: SaidOf | undefined): string | undefined {
  let complete = true;
  const words = part.replace(placeholder, (_, name: string) => {
    const word = wordOf(name, language, fact);
    complete &&= word !== undefined;
    return word ?? '';
  });
  return complete ? words : undefined;
}

function wordOf(name: string, language: Language, fact: SaidOf | undefined): string | undefined {
  const value = fact?.values[name];
  if (fact === undefined || value === undefined) return undefined;
  const field = factKind(fact.kind)?.fields[name];
  if (field?.type === 'choice') return field.options[String(value)]?.[language];
  if (field?.type === 'number' && typeof value === 'number') return value.toFixed(field.decimals);
  return String(value);
}
