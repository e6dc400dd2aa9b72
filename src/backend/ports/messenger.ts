/** Something changed that phones may want to know of. Ids only: what it says is read through the API. */
export type Announcement = { type: 'notice'; id: string } | { type: 'request'; id: string };

/** Carries announcements to every process of this deployment. One may be lost; a phone also polls. */
export interface Messenger {
  announce(announcement: Announcement): Promise<void>;
  subscribe(listener: (announcement: Announcement) => void): Promise<() => Promise<void>>;
}
