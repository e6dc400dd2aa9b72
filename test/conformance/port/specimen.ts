import type { OutsideDesk, SignedCall } from '../../../src/backend/ports/outside-desk';
import type { OutsideMatter } from '../../../src/contract/service-request/outside-desk';
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

/** What a module's default export opens. */
export type OpenSpecimen<S> = () => Promise<S>;

/** A desk outside ready to be tried. */
export interface RequestDeskSpecimen {
  desk: OutsideDesk;
  /** One it would take, another each time. */
  matter(): OutsideMatter;
  /** One it refuses; absent where it refuses nothing. */
  unwanted?(): OutsideMatter;
  /** How many of it the other side has. */
  held(matter: OutsideMatter): Promise<number>;
  /** Has the other side finish it. */
  finish(matter: OutsideMatter, words: string): Promise<void>;
  /** Lets as much time pass as it takes until what was taken can be found. */
  settle?(): Promise<void>;
  /** Makes it unable to answer, until mended; absent where it cannot be cut off. */
  cut?(): Promise<void>;
  mend?(): Promise<void>;
  /** The next call is taken, and its answer lost. */
  loseAnswer?(): Promise<void>;
  /** A call that the other side signs. */
  signed?(body: string): SignedCall;
  close?(): Promise<void>;
}
