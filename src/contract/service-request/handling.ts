import { atLevel, levelOf } from '../region/code';
import { type RequestEvent, requestEvents, type RequestState } from './lifecycle';

/** To whom a matter is handed over: a colleague of the grid, another grid or community desk, or the whole team. */
export interface HandOver {
  nextOwner?: string | undefined;
  nextNode?: string | undefined;
}

/**
 * Who owns a request after an event. Whoever accepts it has it; handing over gives it to whom it names, or to the team's
 * shared queue; any other step of the team makes the one who takes it the owner of what had none.
 * @param actorId the person who acts, null for the system
 */
export function ownerAfter(
  event: RequestEvent,
  actorId: string | null,
  ownerId: string | null,
  { nextOwner }: HandOver = {},
): string | null {
  if (event === 'accept') return actorId;
  if (event === 'assign') return nextOwner ?? null;
  return requestEvents[event] === 'handler' ? (ownerId ?? actorId) : ownerId;
}

/** Taking a matter along with the first step, where nobody has it: an answer to what is new is one act, not two. */
export const takesFirst = (state: RequestState, ownerId: string | null, event: RequestEvent): boolean =>
  (state === 'submitted' || (state === 'assigned' && ownerId === null)) &&
  (['start', 'reply', 'ask', 'resolve'] as readonly RequestEvent[]).includes(event);

/** A matter goes to another grid, or to a community's desk, of the same county; never to where it is already. */
export const mayMove = (from: string, to: string): boolean =>
  to !== from &&
  (levelOf(to) === 'grid' || levelOf(to) === 'community') &&
  atLevel(to, 'county') === atLevel(from, 'county');

/** So many bounces, and it goes up by itself: nobody here takes it to be theirs. */
export const BOUNCES = 2;

/** A step of the timeline, as far as handing over goes. */
interface OwnedStep extends HandOver {
  event: RequestEvent;
  actorId: string | null;
}

const takenUp: readonly RequestEvent[] = ['submit', 'dispute', 'reopen'];

/**
 * How often a matter was given away since it was last taken up: by who had it, or found it with nobody.
 * Reassigning what a colleague has is none.
 */
export function bouncesIn(timeline: readonly OwnedStep[]): number {
  let owner: string | null = null;
  let bounces = 0;
  for (const step of timeline) {
    if (takenUp.includes(step.event)) bounces = 0;
    if (step.event === 'assign' && (owner === null || owner === step.actorId)) bounces += 1;
    owner = ownerAfter(step.event, step.actorId, owner, step);
  }
  return bounces;
}

/** Another of the team, who is there. */
export const mayStandIn = (
  standIn: string,
  absent: { for: string; team: readonly string[]; away: readonly string[] },
): boolean => standIn !== absent.for && absent.team.includes(standIn) && !absent.away.includes(standIn);

/** Of what lies with a team: what nobody has, what is mine (or of whom I stand in for), what is late, what waits, what came up. */
export const queueParts = ['unowned', 'mine', 'overdue', 'waiting', 'up'] as const;
export type QueuePart = (typeof queueParts)[number];

/** What a step of the timeline says. */
export interface EventContent {
  words?: string | undefined;
  photos: readonly string[];
  /** A voice note says as much as words. */
  voice?: unknown;
  destination?: string | undefined;
}

const speaking: readonly RequestEvent[] = ['add', 'answer', 'reply', 'ask'];

/** What a step lacks to mean anything: a question without words, a referral to nobody, a hand-over without its reason. */
export function missingIn(event: RequestEvent, content: EventContent): 'words' | 'destination' | undefined {
  if (event === 'refer' && !content.destination?.trim()) return 'destination';
  const hasWords = Boolean(content.words?.trim());
  if (event === 'assign') return hasWords ? undefined : 'words';
  const isSilent = !hasWords && content.photos.length === 0 && content.voice === undefined;
  return speaking.includes(event) && isSilent ? 'words' : undefined;
}
