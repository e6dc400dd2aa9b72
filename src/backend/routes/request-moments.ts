import { mayReopen, mayUrge } from '@contract/service-request/clock';
import { asksNobody } from '@contract/service-request/behalf';
import type { Refusal, RequestEvent } from '@contract/service-request/lifecycle';
import type { DeskRequestWithTimeline } from '../ports/request-desk';

/** Why an event that the state allows is refused of this request at this moment (epoch ms); undefined when it is not. */
export function tooSoonOrLate(
  event: RequestEvent,
  { behalf, timeline }: Pick<DeskRequestWithTimeline, 'behalf' | 'timeline'>,
  now: number,
): Refusal | undefined {
  if (event === 'urge' && !mayUrge(timeline, now)) return 'urged-lately';
  if (event === 'reopen' && !mayReopen(timeline, now)) return 'too-late-to-reopen';
  if (asksNobody(behalf, event)) return 'nobody-to-ask';
  return undefined;
}
