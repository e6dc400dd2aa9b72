import { errors, type ErrorCode } from '@contract/errors';
import type { Bilingual, Language } from '@contract/text';
import { usePreferences } from '../preferences';
import { codeTexts } from './code';
import { commonTexts } from './common';
import { meTexts } from './me';
import { noticesTexts } from './notices';
import { deskTexts, requestTexts, servicesTexts } from './services';
import { welcomeTexts } from './welcome';

const texts = {
  ...commonTexts,
  ...codeTexts,
  ...welcomeTexts,
  ...servicesTexts,
  ...requestTexts,
  ...deskTexts,
  ...noticesTexts,
  ...meTexts,
};

export type TextKey = keyof typeof texts;
type Values = Readonly<Record<string, string | number>>;

export function fill(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The texts of one language. */
export interface Speech {
  language: Language;
  (key: TextKey, values?: Values): string;
  /** A text that comes with the data. */
  of(text: Bilingual): string;
  /** What a refusal means and what to do next. */
  error(code: ErrorCode | 'offline'): string;
}

export function speechIn(language: Language): Speech {
  const speak = (key: TextKey, values?: Values): string => fill(texts[key][language], values);
  return Object.assign(speak, {
    language,
    of: (text: Bilingual) => text[language],
    error: (code: ErrorCode | 'offline') =>
      code === 'offline' ? speak('common.offline') : errors[code].text[language],
  });
}

/** The texts in the language of this person. */
export function useText(): Speech {
  return speechIn(usePreferences().language);
}
