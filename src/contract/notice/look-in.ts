/**
 * Why somebody asks to be looked in on. Their own yes, withdrawable, and for the order of a list of doors alone: nobody
 * who reads the list learns why a door stands on it.
 */
export const wishReasons = ['alone', 'oxygen', 'wheelchair'] as const;
export type WishReason = (typeof wishReasons)[number];

/** A door, and what orders it. Nothing of it but the door leaves the server. */
export interface Door {
  building: string;
  buildingName: string;
  door: string;
  wished: boolean;
}

/** Those who asked to be looked in on first, then as one walks: by building and door. */
export const asOneWalks = (doors: readonly Door[]): Door[] =>
  [...doors].sort(
    (a, b) =>
      Number(b.wished) - Number(a.wished) ||
      a.building.localeCompare(b.building) ||
      a.door.localeCompare(b.door, 'zh', { numeric: true }),
  );
