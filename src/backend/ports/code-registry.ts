import type { Colour } from '@contract/health-code/colour';

/** One spell of one colour under one key: the place it has in a status list. */
export interface StatusSpell {
  list: number;
  index: number;
}

/** What is known of issued codes: the index a key's spell has, and what an index says now. */
export interface CodeRegistry {
  /**
   * The spell of a key: the same while key and colour stay, a new random one otherwise.
   * Remembers until when the credential runs, so that the index is not reused before.
   */
  spellFor(personId: string, holderKey: Uint8Array, colour: Colour, expiresAt: Date): Promise<StatusSpell>;
  /** 0 as issued, 1 revoked, 2 lowered to yellow, 3 lowered to red (IETF Token Status List, 2 bits). */
  statusOf(spell: StatusSpell): Promise<0 | 1 | 2 | 3 | undefined>;
}
