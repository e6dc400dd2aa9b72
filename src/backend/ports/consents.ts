import type { ConsentKind } from '@contract/personal-data/consent';

export interface GivenConsent {
  kind: ConsentKind;
  version: string;
  givenAt: Date;
}

/** What people said yes to beside the privacy text. What was taken back stays known as taken back. */
export interface Consents {
  /** Those that stand. */
  of(personId: string): Promise<GivenConsent[]>;
  /** Whether it was given once and stands no more. */
  isTakenBack(personId: string, kind: ConsentKind): Promise<boolean>;
  /** The same version again changes nothing. */
  give(personId: string, kind: ConsentKind, version: string): Promise<void>;
  /** What was kept by it goes in the same step. */
  withdraw(personId: string, kind: ConsentKind): Promise<void>;
}
