import type { RequestDue, RequestSummary, ServiceRequest, TimelineEntry } from '@contract/api';
import { maskName } from '@contract/health-code/masked-name';
import { mayKnowActor } from '@contract/service-request/anonymity';
import { isOfTeam } from '@contract/service-request/behalf';
import { reopenBy } from '@contract/service-request/clock';
import { possibleEvents } from '@contract/service-request/lifecycle';
import { handBacks } from '@contract/service-request/outside-desk';
import { isVisitEvent } from '@contract/visit/visit';
import type { Bilingual } from '@contract/text';
import type { Ports } from '../ports';
import type { DeskEvent, DeskRequest, DeskRequestWithTimeline, Due } from '../ports/request-desk';
import type { Person } from '../ports/store';
import { communityOf, publicSide } from './service-request-public';
import { tooSoonOrLate } from './request-moments';
import { type StandIn, standIns } from './stand-ins';
import { impossibleVisits, slotsOf, visitViews } from './visit-view';
import { visitedAs } from './visited';

type Relation = ServiceRequest['relation'];
type Names = ReadonlyMap<string, string>;
interface Owners {
  names: Names;
  away: ReadonlyMap<string, StandIn>;
}
/** The caller and for whom they stand in; the places they serve. */
export interface AtDesk {
  owners: readonly string[];
  nodes: readonly string[];
}

/** Requests as people see them: names masked, codes with their names. */
export function requestViews(
  ports: Pick<
    Ports,
    | 'absences'
    | 'clock'
    | 'directory'
    | 'store'
    | 'serviceCatalogue'
    | 'publicRequests'
    | 'outsideDesks'
    | 'visits'
  >,
) {
  const { clock, absences, directory, store, serviceCatalogue, outsideDesks, visits } = ports;
  const publicity = publicSide(ports);

  /** @param but left out: whoever it is needs no name for themself */
  async function maskedNames(ids: readonly (string | null)[], but?: string): Promise<Names> {
    const distinct = [...new Set(ids)].filter((id) => id !== null).filter((id) => id !== but);
    const people = await Promise.all(distinct.map(async (id) => [id, await store.people.get(id)] as const));
    return new Map(
      people.flatMap(([id, person]): [string, string][] =>
        person?.name && person.id !== but ? [[id, maskName(person.name)]] : [],
      ),
    );
  }

  async function nodeNames(nodes: readonly string[]): Promise<Names> {
    const regions = await directory.regions([...new Set(nodes)]);
    return new Map(regions.map((region) => [region.code, region.name]));
  }

  /** As it was called when the request was filed. */
  async function nameOf({ category: code, catalogueVersion }: DeskRequest): Promise<Bilingual> {
    const category = await serviceCatalogue.category(code, catalogueVersion);
    return category?.name ?? { zh: code, en: code };
  }

  /** Who owns them, and who stands in where an owner is away. */
  async function ownersOf(requests: readonly DeskRequest[]): Promise<Owners> {
    const ids = requests.flatMap(({ ownerId }) => ownerId ?? []);
    return { names: await maskedNames(ids), away: await standIns({ absences, store }, ids) };
  }

  /** @param desk whose they are and where they went up to, for those who handle them */
  async function summaries(requests: readonly DeskRequest[], desk?: AtDesk): Promise<RequestSummary[]> {
    const owners = await ownersOf(requests);
    const nodes = await nodeNames(requests.flatMap(placesOf));
    const arranged = await visitViews(store, await visits.of(requests.map(({ id }) => id)));
    return Promise.all(
      requests.map(async (request) => ({
        ...summaryOf(request, await nameOf(request), owners, nodes),
        ...arranged.get(request.id),
        ...(desk && {
          mine: request.ownerId !== null && desk.owners.includes(request.ownerId),
          up: request.escalatedTo !== undefined && desk.nodes.includes(request.escalatedTo),
        }),
      })),
    );
  }

  async function whole(
    request: DeskRequestWithTimeline,
    relation: Relation,
    viewer: Pick<Person, 'id' | 'grants'>,
  ): Promise<ServiceRequest> {
    const owners = await ownersOf([request]);
    const until = reopenBy(request.timeline);
    const known = request.timeline.filter(({ role }) => mayKnowActor(request, relation, role));
    const actors = known.flatMap(({ actorId, nextOwner }) => [actorId, nextOwner ?? null]);
    // The filer is "you" to themselves; everyone else has a masked name, who acted for the filer too.
    const people = await maskedNames(actors, relation === 'filer' ? viewer.id : undefined);
    const nodes = await nodeNames([
      ...placesOf(request),
      communityOf(request),
      ...request.timeline.flatMap(({ nextNode, event, destination }) =>
        [nextNode, event === 'escalate' ? destination : undefined].filter((node) => node !== undefined),
      ),
    ]);
    const { anonymous, behalf } = request;
    const hides = relation === 'filer' || anonymous || isOfTeam(behalf);
    const filer = hides ? undefined : (await maskedNames([request.filerId])).get(request.filerId);
    const shown = await publicity.of(request, viewer, nodes.get(communityOf(request)));
    const now = clock.now().getTime();
    // Nothing is arranged that its timeline does not say.
    const isVisited = request.timeline.some(({ event }) => isVisitEvent(event));
    const arranged = isVisited ? await visits.of([request.id]) : [];
    const unvisited = impossibleVisits(await visitedAs(serviceCatalogue, request), arranged[0], now);
    return {
      ...summaryOf(request, await nameOf(request), owners, nodes),
      ...(await visitViews(store, arranged)).get(request.id),
      catalogueVersion: request.catalogueVersion,
      answers: Object.fromEntries(
        Object.entries(request.answers).map(([code, answer]) => [
          code,
          typeof answer === 'object' ? [...answer] : answer,
        ]),
      ),
      photos: request.photos,
      ...(until === undefined ? {} : { reopenBy: new Date(until).toISOString() }),
      timeline: request.timeline.map((entry) =>
        entryOf(entry, known.includes(entry) ? people : new Map(), nodes, outsideDesks.titleOf),
      ),
      ...(await outsideOf(request.id)),
      possible: possibleEvents(request.state, relation).filter(
        (event) => tooSoonOrLate(event, request, now) === undefined && !unvisited.includes(event),
      ),
      relation,
      ...(filer ? { filerMaskedName: filer } : {}),
      ...(behalf ? { behalf } : {}),
      ...(relation === 'filer'
        ? askedOf(request, await maskedNames([request.filedBy ?? null]), viewer.id)
        : {}),
      // For whoever filed it, never for who handled it.
      ...(relation === 'filer' && request.rating ? { rating: request.rating } : {}),
      ...(request.mediaUrl === undefined ? {} : { mediaUrl: request.mediaUrl }),
      ...(shown ? { public: shown } : {}),
    };
  }

  /** What somebody has to do with as its filer: of what they filed for others they see for whom. */
  async function own(requests: readonly DeskRequest[], personId: string): Promise<RequestSummary[]> {
    const shown = await summaries(requests);
    const askers = await maskedNames(requests.map(({ filedBy }) => filedBy ?? null));
    return shown.map((summary, at) => ({ ...summary, ...askedOf(requests[at], askers, personId) }));
  }

  async function outsideOf(id: string): Promise<Pick<ServiceRequest, 'outside'>> {
    const copy = await outsideDesks.copyOf(id);
    if (!copy) return {};
    const { title: name, ...rest } = copy;
    return { outside: { name, ...rest } };
  }

  return { summaries, own, whole, masked: maskedNames, nodeNames };
}

/** For whom it was filed, to who filed it; who asked, to whom it is for. */
function askedOf(
  request: DeskRequest | undefined,
  askers: Names,
  viewerId: string,
): Pick<RequestSummary, 'forPersonId' | 'askedByMaskedName'> {
  if (request?.filedBy === undefined) return {};
  if (request.filedBy === viewerId) return { forPersonId: request.filerId };
  const name = askers.get(request.filedBy);
  return name === undefined ? {} : { askedByMaskedName: name };
}

/** It goes up to a node of which the request knows the code. */
const placesOf = ({ node, escalatedTo }: DeskRequest): string[] => [
  node,
  ...(escalatedTo === undefined ? [] : [escalatedTo]),
];

function summaryOf(
  request: DeskRequest,
  categoryName: Bilingual,
  owners: Owners,
  nodes: Names,
): RequestSummary {
  const standIn = owners.away.get(request.ownerId ?? '');
  return {
    id: request.id,
    number: request.number,
    category: request.category,
    categoryName,
    state: request.state,
    node: request.node,
    nodeName: nodes.get(request.node) ?? request.node,
    placeText: request.place.text,
    words: request.words,
    createdAt: request.createdAt.toISOString(),
    changedAt: request.changedAt.toISOString(),
    ownerMaskedName: owners.names.get(request.ownerId ?? '') ?? null,
    ...(standIn ? { standInMaskedName: standIn.maskedName } : {}),
    urged: request.urged,
    due: request.due ? dueView(request.due) : null,
    ...(request.escalatedTo === undefined
      ? {}
      : { escalatedTo: nodes.get(request.escalatedTo) ?? request.escalatedTo }),
    ...(request.anonymous ? { anonymous: true } : {}),
    ...(request.joined > 0 ? { joined: request.joined } : {}),
    version: request.version,
  };
}

export const dueView = ({ waitsFor, at, warnAt, standsUntil, provisional }: Due): RequestDue => ({
  waitsFor,
  at: at.toISOString(),
  warnAt: warnAt.toISOString(),
  ...(standsUntil === undefined ? {} : { standsUntil: standsUntil.toISOString() }),
  provisional,
});

function entryOf(
  entry: DeskRequestWithTimeline['timeline'][number],
  people: Names,
  nodes: Names,
  titleOf: (desk: string) => Bilingual,
): TimelineEntry {
  const { seq, event, at, role, actorId, state, words, photos, voice, forAll, desk, destination, outcome } =
    entry;
  const maskedName = actorId === null ? undefined : people.get(actorId);
  return {
    seq,
    event,
    at: at.toISOString(),
    by: {
      role,
      ...(maskedName ? { maskedName } : {}),
      ...(desk === undefined ? {} : { desk: titleOf(desk), ...becauseOf(destination) }),
    },
    state,
    photos,
    ...(voice === undefined ? {} : { voice }),
    ...slotsOf(entry),
    ...(outcome === undefined ? {} : { outcome }),
    ...(words === undefined ? {} : { words }),
    ...(forAll ? { forAll } : {}),
    ...(desk === undefined ? whereto(entry, people, nodes) : {}),
  };
}

const becauseOf = (destination: string | undefined): Pick<TimelineEntry['by'], 'because'> => {
  const because = handBacks.find((known) => known === destination);
  return because === undefined ? {} : { because };
};

/** Whither a step leads: who is responsible, where it goes up to, who has it next. */
function whereto(
  { event, destination, nextNode, nextOwner }: DeskEvent,
  people: Names,
  nodes: Names,
): { destination?: string } {
  const node = event === 'escalate' ? destination : nextNode;
  if (node !== undefined) return { destination: nodes.get(node) ?? node };
  const name = nextOwner === undefined ? destination : people.get(nextOwner);
  return name === undefined ? {} : { destination: name };
}
