/**
 * Something changed that phones may want to know of. Ids only: what it says is read through the API.
 * `person`: their name, home, grants, sessions or family; what follows from it is asked anew.
 * `colour`: colours that changed together; the id is their batch's, since a change of the map turns thousands at once.
 */
export type Announcement =
  | {
      type:
        | 'notice'
        | 'request'
        | 'appeal'
        | 'exposure-notice'
        | 'duty'
        | 'emergency'
        | 'proposal'
        | 'complaint';
      id: string;
    }
  | { type: 'person' | 'colour'; id: string };

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
