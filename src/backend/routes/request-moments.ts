import { mayReopen, mayUrge } from '@contract/service-request/clock';
import type { Refusal, RequestEvent } from '@contract/service-request/lifecycle';
import type { DeskRequestWithTimeline } from '../ports/request-desk';

/** Why an event that the state allows is refused at this moment (epoch ms); undefined when it is not. */
export function tooSoonOrLate(
  event: RequestEvent,
  { timeline }: Pick<DeskRequestWithTimeline, 'timeline'>,
  now: number,
): Refusal | undefined {
  const steps = timeline.map(({ at, ...step }) => ({ ...step, at: at.getTime() }));
  if (event === 'urge' && !mayUrge(steps, now)) return 'urged-lately';
  if (event === 'reopen' && !mayReopen(steps, now)) return 'too-late-to-reopen';
  return undefined;
}
