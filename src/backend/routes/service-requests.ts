import { servingRole } from '@contract/role';
import { checkAnswers, type Answers, type GridCategory } from '@contract/service-request/category';
import { filedUnder, type FiledUnder } from '@contract/service-request/filed-under';
import type { Handlers } from '../http/handler';
import { momentOf } from '../http/moment';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { Page, RequestDraft } from '../ports/request-desk';
import type { Person } from '../ports/store';
import { onBehalf } from './on-behalf';
import { ownPhotos } from './own-photos';
import { requestSteps } from './request-steps';
import { ownVoice } from './own-voice';
import { lyingAt } from './service-request-place';
import { requestViews } from './service-request-view';

type Keys =
  | 'POST /v1/service-requests'
  | 'GET /v1/service-requests'
  | 'GET /v1/service-requests/:id'
  | 'POST /v1/service-requests/:id/events';

export function serviceRequestRoutes(
  ports: Pick<
    Ports,
    | 'absences'
    | 'clock'
    | 'requestDesk'
    | 'serviceCatalogue'
    | 'directory'
    | 'store'
    | 'family'
    | 'fileStore'
    | 'voiceNotes'
    | 'messenger'
    | 'readingLog'
    | 'consents'
  >,
): Handlers<Keys> {
  const {
    absences,
    clock,
    requestDesk,
    serviceCatalogue,
    directory,
    fileStore,
    voiceNotes,
    messenger,
    readingLog,
    consents,
  } = ports;
  const views = requestViews(ports);
  const steps = requestSteps(ports);
  const { personFor, relationFor } = onBehalf(ports);

  /** A request as its filer, who acts for them, or one of its team has it. To anyone else it does not exist. */
  async function mine(id: string, person: Person, act: 'read' | 'file') {
    const request = await requestDesk.get(id);
    const relation = request ? await relationFor(request, person, act) : ('none' as const);
    if (!request || relation === 'none') throw new Refusal('not-found');
    return { request, relation };
  }

  async function filed(code: string, seen: string | undefined): Promise<FiledUnder> {
    const now = await serviceCatalogue.inForce();
    const by = filedUnder(code, now, seen === undefined ? now : await serviceCatalogue.version(seen));
    if (!by.ok) throw new Refusal(by.failure);
    return by.value;
  }

  /** A point found the grid; it is kept only of those who agreed to that. */
  async function agreedTo(
    { id }: Person,
    { point, ...place }: RequestDraft['place'],
  ): Promise<RequestDraft['place']> {
    const keeps = point && (await consents.of(id)).some(({ kind }) => kind === 'location');
    return keeps ? { ...place, point } : place;
  }

  return {
    'POST /v1/service-requests': async ({ caller: { person }, body }) => {
      if (person.privacyVersion === null) throw new Refusal('consent-required');
      const { category, version } = await filed(body.category, body.catalogueVersion);
      checked(category, body.answers);
      if ((body.photos ?? []).length > category.photos)
        throw invalid('/photos', `at most ${category.photos} for this category`);
      const photos = await ownPhotos(fileStore, body.photos, person);
      const voice = await ownVoice(voiceNotes, body.voice, person);
      const filer = await personFor(person, body.personId, 'file');
      const { node, place } = await lyingAt(directory, category, body.place, filer.home);
      const draft = {
        node,
        place: await agreedTo(filer, place),
        category: category.code,
        catalogueVersion: version,
        filerId: filer.id,
        answers: body.answers,
        words: body.words?.trim() ?? '',
        photos,
        ...(voice ? { voice } : {}),
      };
      const request = await requestDesk.file(draft, person.id);
      await messenger.announce({ type: 'request', id: request.id });
      return views.whole(request, 'filer', person.id);
    },
    'GET /v1/service-requests': async ({ caller: { person }, query }) => {
      const { scope = 'mine', personId, open, before, part, category, limit = 50 } = query;
      const page: Page = {
        limit,
        ...(open === undefined ? {} : { open }),
        ...(before === undefined ? {} : { before: momentOf(before, '/before') }),
      };
      if (scope === 'mine') {
        const filer = await personFor(person, personId, 'read');
        return views.summaries(await requestDesk.filedBy(filer.id, page));
      }
      const nodes = person.grants.filter((grant) => grant.role !== 'checkpoint').map((grant) => grant.node);
      if (nodes.length === 0) throw new Refusal('forbidden');
      const owners = [person.id, ...(await absences.coveredBy(person.id))];
      const asked = {
        now: clock.now(),
        limit,
        owners,
        ...(part === undefined ? {} : { part }),
        ...(category === undefined ? {} : { category }),
      };
      const requests = await (open === true && before === undefined
        ? requestDesk.queue(nodes, asked)
        : requestDesk.under(nodes, page));
      await readingLog.note(
        ...requests.map(({ filerId, node }) => ({
          subjectId: filerId,
          readerId: person.id,
          role: servingRole(person.grants, node) ?? 'worker',
          what: 'service_request',
        })),
      );
      return views.summaries(requests, { owners, nodes });
    },
    'GET /v1/service-requests/:id': async ({ caller: { person }, params }) => {
      const { request, relation } = await mine(params.id, person, 'read');
      return views.whole(request, relation, person.id);
    },
    'POST /v1/service-requests/:id/events': async ({ caller: { person }, params, body }) => {
      const { request, relation } = await mine(params.id, person, 'file');
      const after = await steps.take(request, relation, person, body);
      await messenger.announce({ type: 'request', id: request.id });
      return views.whole(after, relation, person.id);
    },
  };
}

const invalid = (pointer: string, reason: string) =>
  new Refusal('invalid-request', { fields: [{ pointer, reason }] });

function checked(category: GridCategory, answers: Answers): void {
  const fields = checkAnswers(category, answers).map(({ code, reason }) => ({
    pointer: `/answers/${code.replace(/~/g, '~0').replace(/\//g, '~1')}`,
    reason,
  }));
  if (fields.length > 0) throw new Refusal('answers-invalid', { fields });
}
