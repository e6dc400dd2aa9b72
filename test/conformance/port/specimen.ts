import type { HealthSource, SourcePerson } from '../../../src/backend/ports/health-source';

/** A health source ready to be tried. */
export interface HealthSourceSpecimen {
  source: HealthSource;
  /** Somebody it says something of. */
  known: SourcePerson;
  /** Somebody it knows nothing of. */
  stranger: SourcePerson;
  /** Makes it unable to answer, until mended; absent where it cannot be cut off. */
  cut?(): Promise<void>;
  mend?(): Promise<void>;
  close?(): Promise<void>;
}

export type OpenSpecimen = () => Promise<HealthSourceSpecimen>;
