import type { Bilingual, Language } from '../text';
import type { Tree } from './document';

/** Why a call is not answered, by GeoReport: 403 for a key, 404 for what does not exist, 400 for all else. */
export interface Fault {
  status: 400 | 403 | 404 | 405 | 429 | 500 | 503;
  text: Bilingual;
}

export const fault = (status: Fault['status'], zh: string, en: string): Fault => ({
  status,
  text: { zh, en },
});

/** The body of an answer that refuses. */
export const errorsOf = (faults: readonly Fault[], language: Language): Tree =>
  faults.map(({ status, text }) => ({ code: status, description: text[language] }));
