/** Deletes what is over, as the registry of personal data says. */
export interface Retention {
  /** @returns rows deleted, by table */
  sweep(): Promise<Record<string, number>>;
}
