import type { ErrorCode } from '@contract/errors';
import { phoneErrors } from '@contract/phone-errors';
import type { Bilingual, Language } from '@contract/text';
import { usePreferences } from '../preferences';
import { codeTexts } from './code';
import { commonTexts } from './common';
import { meTexts } from './me';
import { noticesTexts } from './notices';
import { servicesTexts, stateTexts } from './services';
import { venueTexts } from './venues';
import { welcomeTexts } from './welcome';

const texts = {
  ...commonTexts,
  ...codeTexts,
  ...welcomeTexts,
  ...servicesTexts,
  ...stateTexts,
  ...noticesTexts,
  ...meTexts,
  ...venueTexts,
};

export type TextKey = keyof typeof texts;
type Values = Readonly<Record<string, string | number>>;

export function fill(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** A refusal, with the server's words for it where it came from there. */
export interface RefusedWith {
  code: ErrorCode | 'offline';
  text?: Bilingual | undefined;
}

type Texts = Readonly<Record<string, Bilingual>>;

/** The texts of one language. */
export interface Speech<Key extends string = TextKey> {
  language: Language;
  (key: Key, values?: Values): string;
  /** A text that comes with the data. */
  of(text: Bilingual): string;
  /** What a refusal means and what to do next. */
  error(refused: RefusedWith): string;
}

export function speechIn<Own extends string = never>(
  language: Language,
  own?: Readonly<Record<Own, Bilingual>>,
): Speech<TextKey | Own> {
  const all: Texts = own ? { ...texts, ...own } : texts;
  const speak = (key: TextKey | Own, values?: Values): string => fill(all[key]?.[language] ?? key, values);
  return Object.assign(speak, {
    language,
    of: (text: Bilingual) => text[language],
    error: ({ code, text }: RefusedWith) => {
      if (code === 'offline') return speak('common.offline');
      const known =
        text ?? (code in phoneErrors ? phoneErrors[code as keyof typeof phoneErrors].text : undefined);
      return known?.[language] ?? speak('common.failed');
    },
  });
}

/** The texts in the language of this person. */
export function useText(): Speech {
  return speechIn(usePreferences().language);
}

/** The same with those of one package: they come with it, and not with the first opening. */
export function useTextWith<Own extends string>(
  own: Readonly<Record<Own, Bilingual>>,
): Speech<TextKey | Own> {
  return speechIn(usePreferences().language, own);
}
