import type { Earlier } from '@contract/cap/ours';
import type { PublishedNotice } from './notice-source';

/** A notice as anybody may read it. */
export interface PublicNotice extends PublishedNotice {
  /** Written here, and not taken from another system. */
  ours: boolean;
}

/** One message, with what names it to other systems. */
export interface PublicMessage extends PublicNotice {
  /** GB/T 35965.1. */
  identifier: string;
  /** The messages of its event before it, oldest first. */
  earlier: readonly Earlier[];
}

/** What hangs at the door: anybody may read it, without saying who they are. */
export interface PublicNotices {
  /** Of each event of this deployment's own the newest message, while it lasts, newest first. */
  ours(limit: number): Promise<PublicNotice[]>;
  /** The same of what is for a node, or for a part of it; what other systems warn of too. */
  for(node: string, limit: number): Promise<PublicNotice[]>;
  /** One message of our own, also once it is over. */
  message(id: string): Promise<PublicMessage | undefined>;
}
