import { transition } from '@contract/service-request/lifecycle';
import {
  eventsOf,
  type HandBack,
  isLate,
  type OutsideStep,
  type OutsideStepKind,
} from '@contract/service-request/outside-desk';
import { fail, ok, type Result } from '@contract/result';
import type { Clock } from '../../../ports/clock';
import type { Messenger } from '../../../ports/messenger';
import type { DeskEvent, DeskRequest, RequestDesk } from '../../../ports/request-desk';
import type { Unit } from '../database/unit';

/** Somebody acted in the same moment: all of this step is undone and tried on what it is now. */
class ChangedMeanwhile extends Error {}
const TRIES = 3;

export interface Taking {
  /**
   * Puts a step on the request's timeline, once.
   * @returns `known`: it is there already; `late`: it says nothing any more
   */
  step(
    requestId: string,
    step: OutsideStep,
  ): Promise<Result<'taken' | 'known' | 'late', 'unknown-matter' | 'changed-meanwhile'>>;
  /** Gives what could not be handed over to the grid's team. */
  handBack(requestId: string, why: HandBack): Promise<void>;
}

export function createTaking(
  unit: Unit,
  clock: Clock,
  desk: Pick<RequestDesk, 'get' | 'append'>,
  messenger: Pick<Messenger, 'announce'>,
): Taking {
  /** Until the transaction ends nobody else touches what is known of the matter. */
  const held = (requestId: string) =>
    unit.db
      .selectFrom('outside_matter')
      .select(['desk', 'state'])
      .where('request_id', '=', requestId)
      .forUpdate()
      .executeTakeFirst();

  async function put(
    request: DeskRequest,
    events: readonly DeskEvent['event'][],
    last: Pick<DeskEvent, 'desk' | 'words' | 'destination'>,
  ): Promise<void> {
    const by = last.desk === undefined ? {} : { desk: last.desk };
    let { state, version } = request;
    for (const [index, event] of events.entries()) {
      const outcome = transition(state, event, 'handler');
      if (!outcome.ok) throw new RangeError(`${event} in ${state}`);
      const step: DeskEvent = {
        event,
        role: 'handler',
        actorId: null,
        state: outcome.next,
        photos: [],
        ...(index === events.length - 1 ? last : by),
      };
      const owner = event === 'assign' ? null : request.ownerId;
      const appended = await desk.append(request.id, version, step, owner);
      if (!appended.ok) throw new ChangedMeanwhile();
      ({ state, version } = appended.value);
    }
    if (events.length > 0) await messenger.announce({ type: 'request', id: request.id });
  }

  async function again<T>(work: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await unit.together(work);
      } catch (error) {
        if (!(error instanceof ChangedMeanwhile) || tries === TRIES) throw error;
      }
    }
  }

  async function stepOnce(
    requestId: string,
    step: OutsideStep,
  ): Promise<'taken' | 'known' | 'late' | 'unknown-matter'> {
    const matter = await held(requestId);
    const request = matter && (await desk.get(requestId));
    if (!request) return 'unknown-matter';
    const earlier = await unit.db
      .selectFrom('outside_step')
      .selectAll()
      .where('request_id', '=', requestId)
      .execute();
    if (earlier.some(({ step_id }) => step_id === step.id)) return 'known';
    await unit.db
      .insertInto('outside_step')
      .values({
        request_id: requestId,
        step_id: step.id,
        kind: step.kind,
        at: step.at,
        heard_at: clock.now(),
      })
      .execute();
    const before = earlier.map(({ step_id, kind, at }) => ({
      id: step_id,
      kind: kind as OutsideStepKind,
      at,
    }));
    if (matter.state === 'returned' || isLate(step, before)) return 'late';
    const events = eventsOf(step, request.state);
    await put(request, events, {
      desk: matter.desk,
      ...(step.words === undefined ? {} : { words: step.words }),
    });
    await unit.db
      .updateTable('outside_matter')
      .set({ state: stateAfter(step.kind, matter.state, events.length > 0) })
      .where('request_id', '=', requestId)
      .execute();
    return events.length > 0 ? 'taken' : 'late';
  }

  return {
    async step(requestId, step) {
      try {
        const outcome = await again(() => stepOnce(requestId, step));
        return outcome === 'unknown-matter' ? fail(outcome) : ok(outcome);
      } catch (error) {
        if (error instanceof ChangedMeanwhile) return fail('changed-meanwhile');
        throw error;
      }
    },
    handBack: (requestId, why) =>
      again(async () => {
        const matter = await held(requestId);
        if (matter?.state !== 'to-send' && matter?.state !== 'in-doubt') return;
        const request = await desk.get(requestId);
        if (!request) return;
        const isGrids = transition(request.state, 'assign', 'handler').ok;
        await put(request, isGrids ? ['assign'] : [], { desk: matter.desk, destination: why });
        await unit.db
          .updateTable('outside_matter')
          .set({ state: why })
          .where('request_id', '=', requestId)
          .execute();
      }),
  };
}

/** What the copy there has come to. Whoever tells of a matter has it. */
function stateAfter(kind: OutsideStepKind, before: string, says: boolean): string {
  if (kind === 'finished') return 'finished';
  if (kind === 'returned') return says ? 'returned' : 'ended';
  return kind === 'replied' && before === 'finished' ? before : 'sent';
}
