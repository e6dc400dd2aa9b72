const day = 24 * 60 * 60 * 1000;

/** A card that nobody looked at for so long says since when: half a year, twice in which a council ought to meet. */
export const CARD_OLD_AFTER = 180 * day;

/**
 * What a date on a card is by now: a meeting that lies ahead, or one that was and whose successor nobody wrote down.
 * @param now epoch ms
 */
export function meetingAge(meetsAt: number | undefined, now: number): 'none' | 'ahead' | 'was' {
  if (meetsAt === undefined) return 'none';
  return meetsAt > now ? 'ahead' : 'was';
}

/** Whether a card is old: nobody has changed or confirmed it for half a year. */
export const isOld = (touchedAt: number, now: number): boolean => now - touchedAt > CARD_OLD_AFTER;
