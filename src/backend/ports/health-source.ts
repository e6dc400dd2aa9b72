import type { Fact } from '@contract/health-rules/fact';
import type { Result } from '@contract/result';

/** Somebody as a source knows them: a city platform by person key (hex) alone, which nobody has whom no one has confirmed. */
export interface SourcePerson {
  id: string;
  personKey: string | null;
}

/**
 * Where facts come from; a deployment may have several at once. What a source no longer says is no longer so.
 * It waits no longer than a phone's refresh can.
 */
export interface HealthSource {
  /** Stable: what it said last is kept under it, and stands while it does not answer. */
  name: string;
  /** - `unavailable`: it does not answer now */
  factsOf(person: SourcePerson): Promise<Result<readonly Fact[], 'unavailable'>>;
  /**
   * About whom something changed, oldest first, so that it reaches people who do not open the app. A source that has
   * none is asked when somebody refreshes, and only then.
   * @param after the cursor of the page before; null begins with the oldest change it still knows
   * - `cursor-unknown`: it no longer knows that cursor; begin again
   */
  changes?(after: string | null): Promise<Result<ChangedPeople, 'unavailable' | 'cursor-unknown'>>;
}

export interface ChangedPeople {
  /** Hex. */
  personKeys: readonly string[];
  /** Where to go on: at the same place while nothing changes. */
  cursor: string;
  /** There is another page already. */
  more: boolean;
}
