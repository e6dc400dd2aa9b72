import type { Card } from '@contract/body/card';
import type { BodyKind } from '@contract/body/body';
import type { ImportedContact } from '../import/rows';
import type { Changes } from './county-register';

/** A body with its card. Times are epoch ms. */
export interface Body extends Card {
  id: string;
  kind: BodyKind;
  name: string;
  node: string;
  /** The body wrote its card itself: the county's list changes nothing in it any more. */
  keptByItself: boolean;
  touchedAt: number;
}

/** For somebody of a self-governing body to keep its card. Shown once: it cannot be looked up afterwards. */
export interface BodyInvitation {
  kind: BodyKind;
  node: string;
  name: string;
  code: string;
}

export interface ContactChanges extends Changes {
  invitations: BodyInvitation[];
  /** Listed, but kept by themselves: left as they are. */
  theirOwn: number;
}

/** Whom residents turn to beside the grid, and who keeps whose card. One that was closed is found nowhere, and no code of it is good. */
export interface Bodies {
  /** At any of the nodes, by name. */
  at(nodes: readonly string[], kind?: BodyKind): Promise<Body[]>;
  get(id: string): Promise<Body | undefined>;
  /** The one of this name at a node. */
  named(node: string, name: string): Promise<Body | undefined>;
  /**
   * The county's list: all rows or none, and nothing that it does not speak of is taken out. A self-governing body that
   * is new gets an invitation; an office's card that says the same is confirmed by it. A row that says from when a body is no
   * more closes it, whoever keeps its card; one that speaks of it again without that brings it back.
   */
  putContacts(contacts: readonly ImportedContact[]): Promise<ContactChanges>;

  /** A single-use code for a body, good until then. */
  invite(bodyId: string, expiresAt: Date): Promise<string>;
  /** Uses a code up: its bearer keeps the card now, and nobody else. Undefined for one that is unknown, used or over. */
  keepBy(code: string, personId: string): Promise<Body | undefined>;
  /** The person who keeps a body's card. */
  stewardOf(bodyId: string): Promise<string | undefined>;
  /** Those whose card a person keeps, by name. */
  keptBy(personId: string): Promise<Body[]>;
  /** Its own words from here on. */
  write(bodyId: string, card: Card): Promise<Body>;
}
