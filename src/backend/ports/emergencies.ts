import type { EmergencyTimes } from '@contract/emergency/state';
import type { EmergencyTerms } from '@contract/proposal/act';

export interface Emergency {
  id: string;
  /** Six digits. */
  county: string;
  terms: EmergencyTerms;
  openedAt: Date;
  renewals: readonly { at: Date; endsAt: string }[];
  /** Null while officers have not ended it and its end has not come. */
  endedAt: Date | null;
  /** What was deleted when it ended: counts by table, as signed in the log. Null until that is done. */
  record: { counts: Readonly<Record<string, number>>; deletedAt: Date } | null;
}

/** As the rules reckon with it. */
export const timesOf = ({ openedAt, terms, endedAt, record }: Emergency): EmergencyTimes => ({
  openedAt: openedAt.getTime(),
  endsAt: Date.parse(terms.endsAt),
  endedAt: endedAt?.getTime() ?? null,
  deletedAt: record?.deletedAt.getTime() ?? null,
});

/** Declared emergencies. Outside one there is no code, no colour and no fact. */
export interface Emergencies {
  inForce(): Promise<Emergency | undefined>;
  /** The one whose data is here: in force, or ended and still being deleted. */
  present(): Promise<Emergency | undefined>;
  /** The last one that ended, for whoever still asks. */
  last(): Promise<Emergency | undefined>;
  get(id: string): Promise<Emergency | undefined>;
  /** @throws while another is in force or not yet deleted */
  open(county: string, terms: EmergencyTerms, proposalId: string): Promise<Emergency>;
  renew(id: string, terms: EmergencyTerms, proposalId: string): Promise<void>;
  /** By officers, or by itself where there is no proposal. What it brought goes next, by a job. */
  end(id: string, proposalId: string | null): Promise<void>;
  /**
   * Ends what has run out; deletes what ended emergencies brought, and their keys; leaves counts and a signed record.
   * Goes on where a killed process stopped; safe to call again.
   * @returns those of which nothing is left now
   */
  deleteEnded(): Promise<Emergency[]>;
}
