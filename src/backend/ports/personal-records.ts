import type { HeldRows } from '@contract/personal-data/held';

/** Everything the deployment holds about somebody, by the registry of personal data. */
export interface PersonalRecords {
  /** Every table, in the registry's order; `personIds`: theirs, with those of accounts that were joined into it. */
  of(personId: string): Promise<{ personIds: string[]; tables: HeldRows[] }>;
}
