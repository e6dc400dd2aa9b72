/** The interface speaks Chinese first, and English. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** A sentence in every language of the interface. */
export type Bilingual = Readonly<Record<Language, string>>;
