import { type RequestEvent, requestEvents } from './lifecycle';

/**
 * Who owns a request after an event. Whoever accepts it has it; handing over gives it back to the team's shared queue;
 * any other step of the team makes the one who takes it the owner of what had none.
 * @param actorId the person who acts, null for the system
 */
export function ownerAfter(
  event: RequestEvent,
  actorId: string | null,
  ownerId: string | null,
): string | null {
  if (event === 'accept') return actorId;
  if (event === 'assign') return null;
  return requestEvents[event] === 'handler' ? (ownerId ?? actorId) : ownerId;
}

/** What a step of the timeline says. */
export interface EventContent {
  words?: string | undefined;
  photos: readonly string[];
  destination?: string | undefined;
}

const speaking: readonly RequestEvent[] = ['add', 'answer', 'reply', 'ask'];

/** What a step lacks to mean anything: a question without words, a referral to nobody. */
export function missingIn(event: RequestEvent, content: EventContent): 'words' | 'destination' | undefined {
  if (event === 'refer' && !content.destination?.trim()) return 'destination';
  const isSilent = !content.words?.trim() && content.photos.length === 0;
  return speaking.includes(event) && isSilent ? 'words' : undefined;
}
