import { mayReopen, mayUrge } from '@contract/service-request/clock';
import type { Refusal, RequestEvent } from '@contract/service-request/lifecycle';
import type { DeskRequestWithTimeline } from '../ports/request-desk';

/** Why an event that the state allows is refused at this moment (epoch ms); undefined when it is not. */
export function tooSoonOrLate(
  event: RequestEvent,
  { timeline }: Pick<DeskRequestWithTimeline, 'timeline'>,
  now: number,
): Refusal | undefined {
  if (event === 'urge' && !mayUrge(timeline, now)) return 'urged-lately';
  if (event === 'reopen' && !mayReopen(timeline, now)) return 'too-late-to-reopen';
  return undefined;
}
