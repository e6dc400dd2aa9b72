import { missingInAppeal, reasonStands } from '@contract/appeal/answer';
import { dueAfter } from '@contract/appeal/clock';
import { climb, hearingPlaces } from '@contract/appeal/hearing';
import { appealTransition } from '@contract/appeal/lifecycle';
import { isEmergencyInForce } from '@contract/health-code/trust-list';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { Appeal, AppealWithTimeline } from '../ports/appeals';
import type { Person } from '../ports/store';
import { appealAccess } from './appeal-access';
import { appealHearing } from './appeal-hearing';
import { appealViews } from './appeal-view';
import { ownPhotos } from './own-photos';

type Keys = 'POST /v1/appeals' | 'GET /v1/appeals' | 'GET /v1/appeals/:id' | 'POST /v1/appeals/:id/events';

export type AppealPorts = Pick<
  Ports,
  | 'appeals'
  | 'clock'
  | 'colours'
  | 'directory'
  | 'dutyRoster'
  | 'facts'
  | 'family'
  | 'fileStore'
  | 'issuer'
  | 'messenger'
  | 'proposals'
  | 'readingLog'
  | 'store'
>;

export function appealRoutes(ports: AppealPorts): Handlers<Keys> {
  const { appeals, clock, colours, fileStore, issuer, messenger, proposals, readingLog } = ports;
  const now = (): number => clock.now().getTime();
  const hearing = appealHearing(ports);
  const { whose, relationTo } = appealAccess(ports, hearing);
  const views = appealViews(ports);

  /** An appeal as the person, their family, whoever carried it or its hearer has it. To anyone else it does not exist. */
  async function mine(id: string, person: Person, act: 'file' | 'read') {
    const appeal = await appeals.get(id);
    const relation = appeal && (await relationTo(appeal, person, act));
    if (!appeal || !relation) throw new Refusal('not-found');
    return { appeal, relation };
  }

  /** What the rules say of it now, every source asked again. */
  async function recount(appeal: AppealWithTimeline): Promise<AppealWithTimeline> {
    const fresh = await colours.of(appeal.personId);
    const event = reasonStands(appeal.reason, fresh) ? 'stand' : 'clear';
    const outcome = appealTransition(appeal.state, event, 'system');
    if (!outcome.ok) throw new Refusal('event-refused', { detail: outcome.reason });
    const counted = await appeals.append(appeal.id, appeal.version, {
      event,
      role: 'system',
      actorId: null,
      state: outcome.next,
      node: appeal.node,
      photos: [],
      colour: fresh.colour,
    });
    if (!counted.ok) throw new Refusal(counted.failure);
    return counted.value;
  }

  /** A wrong fact goes by the same way as every act of an official; what it brought goes with it. */
  async function removeFact({ reason, personId }: Appeal, hearer: Person, words: string) {
    const { factId } = reason;
    if (factId === undefined) throw new Refusal('fact-not-removed');
    const proposed = await proposals.propose({ kind: 'fact-removal', factId }, hearer, words);
    if (!proposed.ok && proposed.failure !== 'not-found') throw new Refusal(proposed.failure);
    if (!proposed.ok || proposed.value.state !== 'applied') throw new Refusal('fact-not-removed');
    return { colour: (await colours.last(personId)).colour };
  }

  return {
    'POST /v1/appeals': async ({ caller: { person: caller }, body }) => {
      if (caller.privacyVersion === null) throw new Refusal('consent-required');
      if (!isEmergencyInForce(await issuer.trustList(), now())) throw new Refusal('no-emergency');
      const { person, way } = await whose(caller, body, 'file');
      const photos = await ownPhotos(fileStore, body.photos, caller);
      const words = body.words?.trim();
      if (missingInAppeal('file', { words, photos })) throw missing('words');
      const told = await colours.last(person.id);
      const reason = told.reasons.find(
        ({ rule, factId }) =>
          body.rule === undefined ||
          (rule === body.rule && (body.factId === undefined || factId === body.factId)),
      );
      if (!reason) throw new Refusal('appeal-reason-gone');
      const home = person.home?.node ?? issuer.county;
      const contested = { personId: person.id, filedBy: caller.id, home, reason };
      const bench = await hearing.benchOf(contested);
      const filed = await appeals.file({
        ...contested,
        way,
        node: climb(bench, hearingPlaces(home)[0] ?? home),
        dueAt: new Date(dueAfter(now())),
        photos,
        ...(words ? { words } : {}),
      });
      if (!filed.ok) throw new Refusal('appeal-open-already');
      const counted = await recount(filed.value);
      await messenger.announce({ type: 'appeal', id: counted.id });
      return views.whole(counted, way === 'desk' ? 'bearer' : 'appellant', caller.id);
    },
    'GET /v1/appeals': async ({ caller: { person }, query: { scope = 'mine', personId } }) => {
      if (scope === 'mine') {
        const of = await whose(person, { personId }, 'read');
        return views.summaries(await appeals.of(of.person.id), person.id);
      }
      const nodes = person.grants.filter(({ role }) => role === 'officer').map(({ node }) => node);
      if (nodes.length === 0) throw new Refusal('forbidden');
      const heard: Appeal[] = [];
      for (const appeal of await appeals.openFor({ nodes, ownerId: person.id }))
        if (await hearing.mayHear(appeal, person.id)) heard.push(appeal);
      await readingLog.note(
        ...heard.map((appeal) => ({
          subjectId: appeal.personId,
          readerId: person.id,
          role: 'officer' as const,
          what: 'appeal',
        })),
      );
      return views.summaries(heard, person.id);
    },
    'GET /v1/appeals/:id': async ({ caller: { person }, params }) => {
      const { appeal, relation } = await mine(params.id, person, 'read');
      return views.whole(appeal, relation, person.id);
    },
    'POST /v1/appeals/:id/events': async ({ caller: { person }, params, body }) => {
      const { appeal, relation } = await mine(params.id, person, 'file');
      if (appeal.version !== body.version) throw new Refusal('changed-meanwhile');
      const outcome = appealTransition(appeal.state, body.event, relation);
      if (!outcome.ok) throw new Refusal('event-refused', { detail: outcome.reason });
      // Whoever took it may have put a hand to it since.
      if (relation === 'hearer' && (await hearing.barredFrom(appeal)).has(person.id))
        throw new Refusal('not-yours-to-answer');
      const photos = await ownPhotos(fileStore, body.photos, person);
      const { remedy } = body;
      const words = body.words?.trim() ?? '';
      const lacking = missingInAppeal(body.event, { words, photos, remedy });
      if (lacking) throw missing(lacking);
      const done =
        body.event === 'grant' && remedy === 'fact-removal' ? await removeFact(appeal, person, words) : {};
      const appended = await appeals.append(
        appeal.id,
        appeal.version,
        {
          event: body.event,
          role: relation,
          actorId: person.id,
          state: outcome.next,
          node: appeal.node,
          photos,
          ...(words ? { words } : {}),
          ...(body.event === 'grant' && remedy ? { remedy } : {}),
          ...done,
        },
        body.event === 'take' ? { ownerId: person.id } : {},
      );
      if (!appended.ok) throw new Refusal(appended.failure);
      await messenger.announce({ type: 'appeal', id: appeal.id });
      return views.whole(appended.value, relation, person.id);
    },
  };
}

const missing = (field: string) =>
  new Refusal('invalid-request', { fields: [{ pointer: `/${field}`, reason: 'missing' }] });
