/**
 * Something changed that phones may want to know of. Ids only: what it says is read through the API.
 * `person`: their home, grants or sessions; what follows from it is asked anew.
 */
export type Announcement = { type: 'notice' | 'request' | 'person'; id: string };

/** Carries announcements to every process of this deployment. */
export interface Messenger {
  /** Inside a transaction of the store: heard when that commits, and not at all otherwise. */
  announce(announcement: Announcement): Promise<void>;
  /**
   * @param missed some may have been lost: whoever relies on them reads afresh
   * @returns how to stop hearing
   */
  subscribe(heard: (announcement: Announcement) => void, missed: () => void): Promise<() => Promise<void>>;
}
