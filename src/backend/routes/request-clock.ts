import { parentOf } from '@contract/region/code';
import { transition } from '@contract/service-request/lifecycle';
import type { Ports } from '../ports';
import type { DeskRequest } from '../ports/request-desk';

/** So many at a time; the next minute goes on where this one ended. */
const AT_ONCE = 500;

/**
 * What a minute brings to requests: the team is warned, what is overdue goes one level up, once, and what nobody
 * confirmed closes itself. Everything follows from the clock and what is stored, so that a restart or a second process
 * changes nothing.
 */
export function requestClock({
  requestDesk,
  messenger,
  clock,
}: Pick<Ports, 'requestDesk' | 'messenger' | 'clock'>) {
  async function put(request: DeskRequest, event: 'escalate' | 'time-out', destination?: string) {
    const outcome = transition(request.state, event, 'system');
    if (!outcome.ok) return;
    // Where somebody acted in the same moment nothing was written: the next minute looks at what it is then.
    await requestDesk.append(
      request.id,
      request.version,
      {
        event,
        role: 'system',
        actorId: null,
        state: outcome.next,
        photos: [],
        ...(destination === undefined ? {} : { destination }),
      },
      request.ownerId,
    );
  }

  async function tend(request: DeskRequest, now: Date): Promise<void> {
    const { due } = request;
    if (!due) return;
    if (due.at > now) await requestDesk.warned(request.id);
    else if (due.waitsFor === 'confirm') await put(request, 'time-out');
    else await put(request, 'escalate', parentOf(request.node) ?? request.node);
    await messenger.announce({ type: 'request', id: request.id });
  }

  return {
    async tendAll(): Promise<void> {
      const now = clock.now();
      for (const request of await requestDesk.pressing(now, AT_ONCE)) await tend(request, now);
    },
  };
}
