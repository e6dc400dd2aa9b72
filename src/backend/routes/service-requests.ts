import type { OutputOf } from '@contract/api';
import { relationTo } from '@contract/service-request/access';
import { catalogue, findCategory } from '@contract/service-request/catalogue';
import { checkAnswers, type Answers, type GridCategory } from '@contract/service-request/category';
import { missingIn, ownerAfter } from '@contract/service-request/handling';
import { transition } from '@contract/service-request/lifecycle';
import type { Handlers } from '../http/handler';
import { momentOf } from '../http/moment';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { Page } from '../ports/request-desk';
import type { Person } from '../ports/store';
import { lyingAt } from './service-request-place';
import { requestViews } from './service-request-view';

type Keys =
  | 'GET /v1/service-catalogue'
  | 'POST /v1/service-requests'
  | 'GET /v1/service-requests'
  | 'GET /v1/service-requests/:id'
  | 'POST /v1/service-requests/:id/events';

export function serviceRequestRoutes(
  ports: Pick<Ports, 'requestDesk' | 'directory' | 'store' | 'fileStore' | 'messenger'>,
): Handlers<Keys> {
  const { requestDesk, directory, fileStore, messenger } = ports;
  const views = requestViews(ports);

  /** A request as its filer or one of its team has it. To anyone else it does not exist. */
  async function mine(id: string, person: Person) {
    const request = await requestDesk.get(id);
    const relation = request
      ? relationTo(request, { personId: person.id, grants: person.grants })
      : ('none' as const);
    if (!request || relation === 'none') throw new Refusal('not-found');
    return { request, relation };
  }

  async function ownPhotos(ids: readonly string[] = [], person: Person): Promise<string[]> {
    for (const [index, id] of ids.entries()) {
      const photo = await fileStore.describe(id);
      if (photo?.ownerId !== person.id)
        throw new Refusal('photo-unknown', { fields: [{ pointer: `/photos/${index}`, reason: 'unknown' }] });
    }
    return [...ids];
  }

  return {
    // The contract's data is read-only; what is only written out needs no copy.
    'GET /v1/service-catalogue': () =>
      Promise.resolve(catalogue as unknown as OutputOf<'GET /v1/service-catalogue'>),
    'POST /v1/service-requests': async ({ caller: { person }, body }) => {
      if (person.privacyVersion === null) throw new Refusal('consent-required');
      const category = filed(body.category);
      checked(category, body.answers);
      if ((body.photos ?? []).length > category.photos)
        throw invalid('/photos', `at most ${category.photos} for this category`);
      const photos = await ownPhotos(body.photos, person);
      const lying = await lyingAt(directory, category, body.place, person.home);
      const request = await requestDesk.file({
        ...lying,
        category: category.code,
        catalogueVersion: catalogue.version,
        filerId: person.id,
        answers: body.answers,
        words: body.words?.trim() ?? '',
        photos,
      });
      await messenger.announce({ type: 'request', id: request.id });
      return views.whole(request, 'filer');
    },
    'GET /v1/service-requests': async ({ caller: { person }, query }) => {
      const { scope = 'mine', open, before, limit = 50 } = query;
      const page: Page = {
        limit,
        ...(open === undefined ? {} : { open }),
        ...(before === undefined ? {} : { before: momentOf(before, '/before') }),
      };
      if (scope === 'mine') return views.summaries(await requestDesk.filedBy(person.id, page));
      const nodes = person.grants.filter((grant) => grant.role !== 'checkpoint').map((grant) => grant.node);
      if (nodes.length === 0) throw new Refusal('forbidden');
      return views.summaries(await requestDesk.under(nodes, page));
    },
    'GET /v1/service-requests/:id': async ({ caller: { person }, params }) => {
      const { request, relation } = await mine(params.id, person);
      return views.whole(request, relation);
    },
    'POST /v1/service-requests/:id/events': async ({ caller: { person }, params, body }) => {
      const { request, relation } = await mine(params.id, person);
      if (request.version !== body.version) throw new Refusal('changed-meanwhile');
      const outcome = transition(request.state, body.event, relation);
      if (!outcome.ok) throw new Refusal('event-refused', { detail: outcome.reason });
      const said = {
        photos: body.photos ?? [],
        ...(body.words?.trim() ? { words: body.words.trim() } : {}),
        ...(body.destination?.trim() ? { destination: body.destination.trim() } : {}),
      };
      const missing = missingIn(body.event, said);
      if (missing) throw invalid(`/${missing}`, 'missing');
      const step = {
        ...said,
        event: body.event,
        role: relation,
        actorId: person.id,
        state: outcome.next,
        photos: await ownPhotos(body.photos, person),
      };
      const owner = ownerAfter(body.event, person.id, request.ownerId);
      const appended = await requestDesk.append(request.id, request.version, step, owner);
      if (!appended.ok) throw new Refusal(appended.failure);
      await messenger.announce({ type: 'request', id: request.id });
      return views.whole(appended.value, relation);
    },
  };
}

const invalid = (pointer: string, reason: string) =>
  new Refusal('invalid-request', { fields: [{ pointer, reason }] });

function filed(code: string): GridCategory {
  const category = findCategory(code);
  if (!category) throw new Refusal('category-unknown');
  if (category.kind !== 'grid') throw new Refusal('category-not-filed');
  return category;
}

function checked(category: GridCategory, answers: Answers): void {
  const fields = checkAnswers(category, answers).map(({ code, reason }) => ({
    pointer: `/answers/${code.replace(/~/g, '~0').replace(/\//g, '~1')}`,
    reason,
  }));
  if (fields.length > 0) throw new Refusal('answers-invalid', { fields });
}
