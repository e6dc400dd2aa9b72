import type { JoinedRequest, JoinedSummary, NearRequest } from '@contract/api';
import type { GridCategory } from '@contract/service-request/category';
import {
  isNear,
  mayJoin,
  metresBetween,
  outcomeOf,
  recentSince,
  type Spot,
  spotAt,
  toldOfAnswers,
} from '@contract/service-request/duplicates';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { DeskRequestWithTimeline } from '../ports/request-desk';
import type { SpottedRequest } from '../ports/request-joins';
import type { Person } from '../ports/store';
import { onBehalf } from './on-behalf';
import { dueView, requestViews } from './service-request-view';

type Keys =
  | 'POST /v1/service-requests/near'
  | 'GET /v1/joined-requests'
  | 'GET /v1/joined-requests/:id'
  | 'PUT /v1/joined-requests/:id'
  | 'DELETE /v1/joined-requests/:id';

type JoinPorts = Pick<
  Ports,
  | 'absences'
  | 'clock'
  | 'directory'
  | 'family'
  | 'messenger'
  | 'outsideDesks'
  | 'publicRequests'
  | 'readingLog'
  | 'requestDesk'
  | 'requestJoins'
  | 'serviceCatalogue'
  | 'store'
  | 'visits'
>;

/** What neighbours reported in public places: asked about before it is reported again, joined, followed, left. */
export function joinedRequestRoutes(ports: JoinPorts): Handlers<Keys> {
  const { clock, directory, messenger, requestDesk, requestJoins, serviceCatalogue } = ports;
  const { masked, nodeNames } = requestViews(ports);

  /** @param version as it was then; as it is now without one */
  async function gridCategory(code: string, version?: string): Promise<GridCategory | undefined> {
    const category = await serviceCatalogue.category(code, version);
    return category?.kind === 'grid' ? category : undefined;
  }

  async function reportedOf(request: SpottedRequest) {
    const category = await gridCategory(request.category, request.catalogueVersion);
    return {
      id: request.id,
      category: request.category,
      categoryName: category?.name ?? { zh: request.category, en: request.category },
      state: request.state,
      placeName: request.spot.name,
      createdAt: request.createdAt.toISOString(),
      answers: category ? (toldOfAnswers(category, request.answers) as JoinedSummary['answers']) : {},
    };
  }

  async function summaryOf(
    request: SpottedRequest,
    nodes: ReadonlyMap<string, string>,
  ): Promise<JoinedSummary> {
    return {
      ...(await reportedOf(request)),
      number: request.number,
      nodeName: nodes.get(request.node) ?? request.node,
      changedAt: request.changedAt.toISOString(),
      neighbours: 1 + request.joined,
      due: request.due ? dueView(request.due) : null,
    };
  }

  async function viewOf(request: SpottedRequest & DeskRequestWithTimeline): Promise<JoinedRequest> {
    const steps = outcomeOf(request.timeline);
    const team = await masked(steps.flatMap(({ step }) => (step.role === 'handler' ? [step.actorId] : [])));
    const ups = steps.flatMap(({ step }) => (step.event === 'escalate' ? [step.destination ?? ''] : []));
    const nodes = await nodeNames([request.node, ...ups]);
    return {
      ...(await summaryOf(request, nodes)),
      timeline: steps.map(({ step, withWords }) => {
        const { seq, event, state, role, actorId, words, photos, voice, destination } = step;
        const maskedName = role === 'handler' && actorId !== null ? team.get(actorId) : undefined;
        return {
          seq,
          event,
          at: step.at.toISOString(),
          state,
          by: { role, ...(maskedName ? { maskedName } : {}) },
          photos: withWords ? photos : [],
          ...(withWords && words !== undefined ? { words } : {}),
          ...(withWords && voice !== undefined ? { voice } : {}),
          ...(destination === undefined ? {} : { destination: nodes.get(destination) ?? destination }),
        };
      }),
    };
  }

  /** Of a matter that neighbours may be told of; any other does not exist. */
  async function spotted(id: string): Promise<SpottedRequest & DeskRequestWithTimeline> {
    const request = await requestDesk.get(id);
    if (!request?.spot) throw new Refusal('not-found');
    return { ...request, spot: request.spot };
  }

  const { isFiler } = onBehalf(ports);

  async function placeAsked({
    addressId,
    point,
  }: {
    addressId?: string;
    point?: { lng: number; lat: number };
  }) {
    const address = addressId === undefined ? undefined : await directory.address(addressId);
    return spotAt({ point: address?.point ?? point, building: address?.building });
  }

  async function nearTo(category: GridCategory, spot: Spot, person: Person): Promise<NearRequest[]> {
    const { near } = category;
    if (!near) return [];
    const now = clock.now().getTime();
    const asked = { category: category.code, spot };
    const found = await requestJoins.around({
      ...asked,
      metres: near.metres,
      since: recentSince(near, now),
    });
    const close = found.filter((request) => isNear(request, asked, near, now));
    const joined = await requestJoins.among(
      close.map(({ id }) => id),
      person.id,
    );
    const shown = await Promise.all(
      close.map(async (request): Promise<NearRequest> => {
        const mine = isFiler(request, person) ? 'filed' : joined.has(request.id) ? 'joined' : undefined;
        return {
          ...(await reportedOf(request)),
          metres: Math.round(metresBetween(request.spot, spot)),
          neighbours: 1 + request.joined,
          ...(mine ? { mine } : {}),
        };
      }),
    );
    return shown.sort((a, b) => a.metres - b.metres);
  }

  return {
    'POST /v1/service-requests/near': async ({ caller: { person }, body }) => {
      const category = await gridCategory(body.category);
      if (!category) throw new Refusal('category-unknown');
      const spot = await placeAsked(body);
      return spot ? nearTo(category, spot, person) : [];
    },
    'GET /v1/joined-requests': async ({ caller: { person } }) => {
      const requests = await requestJoins.of(person.id);
      const nodes = await nodeNames(requests.map(({ node }) => node));
      return Promise.all(requests.map((request) => summaryOf(request, nodes)));
    },
    'GET /v1/joined-requests/:id': async ({ caller: { person }, params }) => {
      const request = await spotted(params.id);
      if (!(await requestJoins.has(request.id, person.id))) throw new Refusal('not-found');
      return viewOf(request);
    },
    'PUT /v1/joined-requests/:id': async ({ caller: { person }, params }) => {
      if (person.privacyVersion === null) throw new Refusal('consent-required');
      const request = await spotted(params.id);
      // Whose it is follows it already.
      if (isFiler(request, person)) throw new Refusal('not-found');
      if (!(await requestJoins.has(request.id, person.id))) {
        if (!mayJoin(request.state)) throw new Refusal('joining-over');
        await requestJoins.join(request.id, person.id);
        await messenger.announce({ type: 'request', id: request.id });
      }
      return viewOf(await spotted(request.id));
    },
    'DELETE /v1/joined-requests/:id': async ({ caller: { person }, params }) => {
      const request = await requestDesk.get(params.id);
      if (!request?.spot || !(await requestJoins.has(request.id, person.id))) throw new Refusal('not-found');
      await requestJoins.leave(request.id, person.id);
      await messenger.announce({ type: 'request', id: request.id });
    },
  };
}
