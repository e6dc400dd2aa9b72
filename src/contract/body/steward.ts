import type { Grant } from '../role';

/** An invitation to keep a card is good for so long (ms). */
export const INVITATION_LASTS = 14 * 24 * 60 * 60 * 1000;

/**
 * Self-government stays outside the grid: nobody who works in the grid tree keeps a body's card, wherever their post is
 * and whoever invited them. A steward is bound by the body's own invitation, never by a grant.
 */
export const mayBeSteward = (grants: readonly Grant[]): boolean =>
  !grants.some(({ role }) => role === 'worker' || role === 'officer');

/** Whether somebody keeps this card: its steward, as long as they stand outside the grid. */
export const keepsCard = (
  person: { id: string; grants: readonly Grant[] },
  stewardId: string | undefined,
): boolean => stewardId === person.id && mayBeSteward(person.grants);
