import type { InputOf } from '@contract/api';
import { maskName } from '@contract/health-code/masked-name';
import { missingIn, ownerAfter, takesFirst } from '@contract/service-request/handling';
import { type RequestEvent, type RequestState, transition } from '@contract/service-request/lifecycle';
import { saysOutcome } from '@contract/service-request/outcome';
import { refusalTexts, toldMeanwhile } from '@contract/service-request/told';
import { mayBeSpoken } from '@contract/service-request/voice';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { DeskEvent, DeskRequestWithTimeline } from '../ports/request-desk';
import type { Person } from '../ports/store';
import { handOvers } from './hand-over';
import { ownPhotos } from './own-photos';
import { ownVoice } from './own-voice';
import { tooSoonOrLate } from './request-moments';

type Step = InputOf<'POST /v1/service-requests/:id/events'>['body'];
type Relation = 'filer' | 'handler';
type Said = Pick<
  DeskEvent,
  'photos' | 'voice' | 'words' | 'destination' | 'forAll' | 'outcome' | 'nextOwner' | 'nextNode'
>;

/** One step in the life of a request, and what follows from it by itself. */
export function requestSteps(
  ports: Pick<Ports, 'clock' | 'directory' | 'fileStore' | 'requestDesk' | 'store' | 'voiceNotes'>,
) {
  const { clock, fileStore, requestDesk, store, voiceNotes } = ports;
  const handOver = handOvers(ports);

  /** Two acted on one picture: who comes second is told who was first, and with what. */
  async function overtaken(id: string): Promise<Refusal> {
    const last = (await requestDesk.get(id))?.timeline.at(-1);
    if (!last) return new Refusal('changed-meanwhile');
    const by = last.role === 'handler' && last.actorId ? await store.people.get(last.actorId) : undefined;
    const maskedName = by?.name ? maskName(by.name) : undefined;
    return new Refusal('changed-meanwhile', { text: toldMeanwhile({ ...last, maskedName }) });
  }

  function stateAfter(request: DeskRequestWithTimeline, event: RequestEvent, role: Relation): RequestState {
    const outcome = transition(request.state, event, role);
    const reason = outcome.ok ? tooSoonOrLate(event, request, clock.now().getTime()) : outcome.reason;
    if (reason) throw new Refusal('event-refused', { detail: reason, text: refusalTexts[reason] });
    return outcome.ok ? outcome.next : request.state;
  }

  async function put(
    request: DeskRequestWithTimeline,
    event: RequestEvent,
    role: Relation,
    actorId: string,
    said: Said,
  ): Promise<DeskRequestWithTimeline> {
    const state = stateAfter(request, event, role);
    const owner = ownerAfter(event, actorId, request.ownerId, said);
    const step = { ...said, event, role, actorId, state };
    const appended = await requestDesk.append(request.id, request.version, step, owner);
    if (!appended.ok) throw await overtaken(request.id);
    return appended.value;
  }

  return {
    /** @throws Refusal for what the life of a request does not allow, what says nothing, and what came second */
    async take(
      request: DeskRequestWithTimeline,
      role: Relation,
      person: Person,
      { event, version, take, photos, voice, words, destination, forAll, outcome, ...next }: Step,
    ): Promise<DeskRequestWithTimeline> {
      if (request.version !== version) throw await overtaken(request.id);
      const first = role === 'handler' && take === true && takesFirst(request.state, request.ownerId, event);
      const taken = first ? await put(request, 'accept', role, person.id, { photos: [] }) : request;
      stateAfter(taken, event, role);
      if (role === 'filer' && voice !== undefined && !mayBeSpoken(request))
        throw new Refusal('voice-names-you');
      const spoken = await ownVoice(voiceNotes, voice, person);
      const said: Said = {
        photos: photos ?? [],
        ...(spoken ? { voice: spoken } : {}),
        ...(words?.trim() ? { words: words.trim() } : {}),
        ...(destination?.trim() ? { destination: destination.trim() } : {}),
        ...(forAll && role === 'handler' ? { forAll: true } : {}),
        ...(outcome === undefined ? {} : { outcome }),
      };
      const pointer = saysOutcome(request.category, event, outcome) ? missingIn(event, said) : 'outcome';
      if (pointer)
        throw new Refusal('invalid-request', { fields: [{ pointer: `/${pointer}`, reason: 'missing' }] });
      const done = await put(taken, event, role, person.id, {
        ...said,
        photos: await ownPhotos(fileStore, photos, person),
        ...(event === 'assign' ? await handOver.checked(taken, next) : {}),
      });
      return event === 'assign' ? handOver.escalated(done) : done;
    },
  };
}
