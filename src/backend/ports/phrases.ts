/** What somebody answers with again and again, in the order they gave. */
export interface Phrases {
  of(personId: string): Promise<string[]>;
  /** In place of those before. */
  write(personId: string, texts: readonly string[]): Promise<void>;
}
