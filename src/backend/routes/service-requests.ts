import { servingRole } from '@contract/role';
import { isOfTeam } from '@contract/service-request/behalf';
import { checkAnswers, type Answers, type GridCategory } from '@contract/service-request/category';
import { spotOf } from '@contract/service-request/duplicates';
import { filedUnder, type FiledUnder } from '@contract/service-request/filed-under';
import { standsForWords } from '@contract/service-request/voice';
import type { Handlers } from '../http/handler';
import { momentOf } from '../http/moment';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { Page, RequestDraft } from '../ports/request-desk';
import type { Person } from '../ports/store';
import { filingFor } from './filing-for';
import { onBehalf } from './on-behalf';
import { ownPhotos } from './own-photos';
import { requestSteps } from './request-steps';
import { ownVoice } from './own-voice';
import { lyingAt } from './service-request-place';
import { publicSide } from './service-request-public';
import { requestViews } from './service-request-view';

type Keys =
  | 'POST /v1/service-requests'
  | 'GET /v1/service-requests'
  | 'GET /v1/service-requests/:id'
  | 'POST /v1/service-requests/:id/events'
  | 'PUT /v1/service-requests/:id/releases/:part';

export function serviceRequestRoutes(
  ports: Pick<
    Ports,
    | 'absences'
    | 'clock'
    | 'requestDesk'
    | 'outsideDesks'
    | 'serviceCatalogue'
    | 'publicRequests'
    | 'directory'
    | 'store'
    | 'family'
    | 'fileStore'
    | 'voiceNotes'
    | 'messenger'
    | 'readingLog'
    | 'consents'
    | 'visits'
  >,
): Handlers<Keys> {
  const {
    absences,
    clock,
    requestDesk,
    outsideDesks,
    serviceCatalogue,
    directory,
    family,
    fileStore,
    voiceNotes,
    messenger,
    readingLog,
    consents,
  } = ports;
  const views = requestViews(ports);
  const { release } = publicSide(ports);
  const steps = requestSteps(ports);
  const { personFor, relationFor } = onBehalf(ports);
  const filing = filingFor({ ...ports, personFor });

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

  /** What somebody filed for others who still let them: they see how it goes. */
  async function forOthers(person: Person, page: Page) {
    const filed = await requestDesk.filedForOthers(person.id, page);
    const allowed = await Promise.all(
      [...new Set(filed.map(({ filerId }) => filerId))].map(
        async (id) => [id, await family.may(person.id, id, 'file')] as const,
      ),
    );
    const still = new Map(allowed);
    return filed.filter(({ filerId }) => still.get(filerId));
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
      const handledBy = outsideDesks.handlerOf(category);
      const spoken = body.voice !== undefined && standsForWords({ anonymous: body.anonymous, handledBy });
      checked(category, body.answers, spoken);
      if ((body.photos ?? []).length > category.photos)
        throw invalid('/photos', `at most ${category.photos} for this category`);
      const photos = await ownPhotos(fileStore, body.photos, person);
      const voice = await ownVoice(voiceNotes, body.voice, person);
      const whose = await filing.of(person, category, body);
      const { filer, behalf, anonymous } = whose;
      const { node, place, at, placeName } = await lyingAt(directory, category, body.place, whose.home);
      filing.check(whose, person, { node, place: body.place });
      const spot = spotOf(category, { anonymous }, at);
      if ((category.callback === true) !== (body.callback !== undefined))
        throw invalid('/callback', category.callback ? 'missing' : 'not asked for here');
      const draft = {
        node,
        place: await agreedTo(filer, place),
        anonymous,
        ...(behalf ? { behalf } : {}),
        ...(spot ? { spot: { ...spot, name: placeName } } : {}),
        category: category.code,
        catalogueVersion: version,
        filerId: filer.id,
        answers: body.answers,
        words: body.words?.trim() ?? '',
        photos,
        ...(body.callback === undefined ? {} : { callback: body.callback }),
        ...(voice ? { voice } : {}),
      };
      const request = await requestDesk.file(draft, person.id);
      await messenger.announce({ type: 'request', id: request.id });
      return views.whole(request, isOfTeam(behalf) ? 'handler' : 'filer', person);
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
        const own = (await requestDesk.filedBy(filer.id, page)).filter(({ behalf }) => !isOfTeam(behalf));
        if (personId !== undefined) return views.own(own, person.id);
        const all = [...own, ...(await forOthers(person, page))];
        all.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
        return views.own(all.slice(0, limit), person.id);
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
      const records = requests.filter(({ behalf }) => !isOfTeam(behalf));
      await readingLog.note(
        ...records.map(({ filerId, node }) => ({
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
      const phone = relation === 'handler' ? await requestDesk.callbackOf(request.id) : undefined;
      const whole = await views.whole(request, relation, person);
      return phone === undefined ? whole : { ...whole, callbackPhone: phone };
    },
    'POST /v1/service-requests/:id/events': async ({ caller: { person }, params, body }) => {
      const { request, relation } = await mine(params.id, person, 'file');
      const after = await steps.take(request, relation, person, body);
      await messenger.announce({ type: 'request', id: request.id });
      return views.whole(after, relation, person);
    },
    'PUT /v1/service-requests/:id/releases/:part': async ({ caller: { person }, params, body }) => {
      const { request, relation } = await mine(params.id, person, 'read');
      await release(request, params.part, body.released, person);
      await messenger.announce({ type: 'request', id: request.id });
      return views.whole(request, relation, person);
    },
  };
}

const invalid = (pointer: string, reason: string) =>
  new Refusal('invalid-request', { fields: [{ pointer, reason }] });

function checked(category: GridCategory, answers: Answers, spoken: boolean): void {
  const fields = checkAnswers(category, answers, { spoken }).map(({ code, reason }) => ({
    pointer: `/answers/${code.replace(/~/g, '~0').replace(/\//g, '~1')}`,
    reason,
  }));
  if (fields.length > 0) throw new Refusal('answers-invalid', { fields });
}
