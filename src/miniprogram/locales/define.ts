import type { Bilingual } from '@contract/text';

/** Texts by key, both languages side by side: one lacking does not compile. `{name}` is filled in. */
export const defineTexts = <const T extends Readonly<Record<string, Bilingual>>>(texts: T): T => texts;
