import type { Bilingual } from '@contract/text';

export interface Venue {
  id: string;
  name: string;
  node: string;
}

export interface ExposureDraft {
  venueId: string;
  from: Date;
  until: Date;
  advice: Bilingual;
  /** The officer who answers for it; shown to nobody. */
  publisherId: string;
}

export interface Exposure extends Omit<ExposureDraft, 'publisherId'> {
  id: string;
  venueName: string;
  publishedAt: Date;
}

/** Venues with a poster, and what was published about them. Who was where is nowhere in here. */
export interface Venues {
  add(venue: Omit<Venue, 'id'>): Promise<Venue>;
  get(id: string): Promise<Venue | undefined>;
  /** Those under any of the nodes, by name. */
  under(nodes: readonly string[]): Promise<Venue[]>;
  publish(draft: ExposureDraft): Promise<Exposure>;
  /** Also one that was withdrawn. */
  exposure(id: string): Promise<(Exposure & { node: string }) | undefined>;
  /** Not withdrawn, with a window that ends after a moment; the newest first. */
  exposures(since: Date): Promise<Exposure[]>;
  withdraw(id: string): Promise<void>;
}
