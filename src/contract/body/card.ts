/** What a body says of itself: everybody may read it. */
export interface Card {
  /** As it is to be dialled. */
  call?: string;
  where?: string;
  /** When somebody is there, in words. */
  hours?: string;
  /** The next meeting (epoch ms), and where it is. */
  meetsAt?: number;
  meetsWhere?: string;
  /** A line for each point; in the order of the meeting. */
  agenda: readonly string[];
}

/** Characters, and lines of an agenda. */
export const cardLimits = {
  call: 40,
  where: 100,
  hours: 100,
  meetsWhere: 100,
  point: 100,
  points: 12,
} as const;

/** Further ahead than this, a date is a slip of the pen (ms). */
const FURTHEST_MEETING = 366 * 24 * 60 * 60 * 1000;

export type CardFault =
  | { field: 'where'; reason: 'unreachable' }
  | { field: 'call'; reason: 'not-a-number' }
  | { field: 'meetsAt'; reason: 'past' | 'too-far' | 'no-date' };

/** A fixed or mobile number with an extension at most, as it is to be dialled. */
export const isCallable = (text: string): boolean =>
  text.length <= cardLimits.call && /^\+?\d[\d -]{1,18}\d(?:转\d{1,6})?$/.test(text);

/**
 * Everything wrong with a card about to be kept; empty when all is well. A meeting to be announced lies ahead; one that
 * stood there already may stay, and is shown as what was.
 * @param now epoch ms
 */
export function checkCard(card: Card, now: number, before?: Pick<Card, 'meetsAt'>): CardFault[] {
  const faults: CardFault[] = [];
  if (card.call === undefined && card.where === undefined)
    faults.push({ field: 'where', reason: 'unreachable' });
  if (card.call !== undefined && !isCallable(card.call))
    faults.push({ field: 'call', reason: 'not-a-number' });
  const { meetsAt } = card;
  if (meetsAt === undefined) {
    if (card.meetsWhere !== undefined) faults.push({ field: 'meetsAt', reason: 'no-date' });
  } else {
    if (meetsAt <= now && meetsAt !== before?.meetsAt) faults.push({ field: 'meetsAt', reason: 'past' });
    if (meetsAt > now + FURTHEST_MEETING) faults.push({ field: 'meetsAt', reason: 'too-far' });
  }
  return faults;
}
