import { parentOf } from '@contract/region/code';
import { BOUNCES, bouncesIn, type HandOver, mayMove } from '@contract/service-request/handling';
import { transition } from '@contract/service-request/lifecycle';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { DeskRequest, DeskRequestWithTimeline } from '../ports/request-desk';

const notTo = (pointer: string, reason: string): Refusal =>
  new Refusal('invalid-request', { fields: [{ pointer, reason }] });

/** Handing a matter over: to whom it may go, and what becomes of one that nobody takes to be theirs. */
export function handOvers({ directory, requestDesk }: Pick<Ports, 'directory' | 'requestDesk'>) {
  return {
    /** @throws Refusal for a colleague who is none, or a place it cannot go to */
    async checked(request: DeskRequest, { nextOwner, nextNode }: HandOver): Promise<HandOver> {
      if (nextOwner !== undefined && nextNode !== undefined) throw notTo('/nextNode', 'one of the two');
      if (nextNode !== undefined) {
        const known = mayMove(request.node, nextNode) && (await directory.region(nextNode));
        if (!known) throw notTo('/nextNode', 'another grid or community desk of the county');
        return { nextNode };
      }
      if (nextOwner !== undefined) {
        const team = await directory.team(request.node);
        const other = nextOwner !== request.filerId && nextOwner !== request.ownerId;
        if (!other || !team.some(({ personId }) => personId === nextOwner))
          throw notTo('/nextOwner', 'another of the grid’s team');
        return { nextOwner };
      }
      // Back to the team's queue, where it would be already if nobody had it.
      if (request.ownerId === null) throw notTo('/nextOwner', 'missing');
      return {};
    },

    /** Given away too often, it goes up by itself; once, and not again while it is up there. */
    async escalated(request: DeskRequestWithTimeline): Promise<DeskRequestWithTimeline> {
      if (request.escalatedTo !== undefined || bouncesIn(request.timeline) < BOUNCES) return request;
      const outcome = transition(request.state, 'escalate', 'system');
      if (!outcome.ok) return request;
      const up = await requestDesk.append(
        request.id,
        request.version,
        {
          event: 'escalate',
          role: 'system',
          actorId: null,
          state: outcome.next,
          photos: [],
          destination: parentOf(request.node) ?? request.node,
        },
        request.ownerId,
      );
      return up.ok ? up.value : request;
    },
  };
}
