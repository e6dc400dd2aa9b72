import { generalNudge, type NudgeKind, nudgeTime, type Said, STALE_AFTER_MS } from '@contract/nudge/kind';
import { nudgedEvents, stepToTell } from '@contract/nudge/request-step';
import { fieldsOf } from '@contract/nudge/template';
import { isForAny } from '@contract/notice/places';
import { nudgeAt } from '@contract/notice/quiet';
import { alerts } from '@contract/notice/references';
import { isMuted } from '@contract/notice/shown';
import { isOfTeam } from '@contract/service-request/behalf';
import type { Language } from '@contract/text';
import type { Ports } from '../ports';
import type { JobData, Jobs } from '../ports/jobs';
import type { Announcement, Messenger } from '../ports/messenger';
import type { NudgeGrant, NudgeGrants } from '../ports/nudge-grants';
import type { NudgeFailure, Nudger } from '../ports/nudger';
import type { DeskRequest } from '../ports/request-desk';
import type { Person } from '../ports/store';
import { readersBy, waysBy } from './notice-view';

export const NUDGES = 'nudges';
/** People in one run of the job: it has five minutes, and a call may wait for ten seconds. */
const AT_ONCE = 20;

const isNudged = (type: Announcement['type']): type is NudgeKind =>
  type === 'request' || type === 'colour' || type === 'notice';

/** A messenger whose announcements also nudge those who asked for it: after the commit, by a job. */
export function alsoNudging(
  messenger: Messenger,
  jobs: Pick<Jobs, 'enqueue'>,
  grants: Pick<NudgeGrants, 'awaited'>,
): Messenger {
  return {
    ...messenger,
    async announce(announcement) {
      await messenger.announce(announcement);
      const { type, id } = announcement;
      if (!isNudged(type) || !(await grants.awaited(type, type === 'request' ? id : undefined))) return;
      // A nudge may be lost: what it would have said is in the app.
      await jobs.enqueue(NUDGES, { kind: type, id }, { singletonKey: `${type} ${id}` });
    },
  };
}

type FollowPorts = Pick<Ports, 'family' | 'requestJoins'>;

/** Whether and as what somebody follows a request, so that they may be told of it. */
export async function follows(
  request: DeskRequest,
  personId: string,
  { family, requestJoins }: FollowPorts,
): Promise<'all' | 'outcome' | undefined> {
  if (!isOfTeam(request.behalf)) {
    if (request.filerId === personId) return 'all';
    if (await family.may(personId, request.filerId, 'read')) return 'all';
    if (request.filedBy === personId && (await family.may(personId, request.filerId, 'file'))) return 'all';
  }
  return request.spot && (await requestJoins.has(request.id, personId)) ? 'outcome' : undefined;
}

type NudgingPorts = FollowPorts &
  Pick<
    Ports,
    | 'clock'
    | 'colours'
    | 'jobs'
    | 'noticeSource'
    | 'noticeReaders'
    | 'nudgeGrants'
    | 'requestDesk'
    | 'serviceCatalogue'
    | 'store'
  >;

/** What somebody is told, and of what: with the same key nobody is told twice. */
interface News {
  key: string;
  at: Date;
  page: string;
  said(language: Language): Said;
}
/** What is news to a person, if anything is. */
type NewsFor = (person: Person) => Promise<News | undefined>;

/** The sending end: finds who said yes to it, uses that up, then sends. */
export function nudging(ports: NudgingPorts, nudger: Nudger) {
  const {
    clock,
    colours,
    jobs,
    noticeReaders,
    noticeSource,
    nudgeGrants,
    requestDesk,
    serviceCatalogue,
    store,
  } = ports;

  async function ofRequest(id: string): Promise<NewsFor | undefined> {
    const request = await requestDesk.get(id);
    if (!request) return undefined;
    const category = await serviceCatalogue.category(request.category, request.catalogueVersion);
    return async (person) => {
      const sees = await follows(request, person.id, ports);
      const step = sees && stepToTell(request.timeline, { personId: person.id, sees, now: clock.now() });
      const state = step && nudgedEvents[step.event];
      if (!step || !state || !category) return undefined;
      return {
        key: `request ${request.id} ${step.seq}`,
        at: step.at,
        page: sees === 'all' ? `packages/request/detail/index?id=${id}` : `packages/request/mine/index`,
        said: (language) => ({
          category: category.name[language],
          state: state[language],
          time: nudgeTime(step.at),
          number: request.number,
        }),
      };
    };
  }

  async function ofColours(batchId: string): Promise<NewsFor> {
    const changed = new Set(await colours.changedIn(batchId));
    const at = clock.now();
    const news: News = {
      key: `colour ${batchId}`,
      at,
      page: 'pages/code/index',
      said: (language) => generalNudge('colour', at, language),
    };
    return ({ id }) => Promise.resolve(changed.has(id) ? news : undefined);
  }

  async function ofNotice(id: string): Promise<NewsFor | undefined> {
    const notice = await noticeSource.get(id);
    if (!notice || !alerts(notice) || clock.now().getTime() - notice.sentAt.getTime() >= STALE_AFTER_MS)
      return undefined;
    const news: News = {
      key: `notice ${id} ${notice.version}`,
      at: notice.sentAt,
      page: `packages/notice/detail/index?id=${id}`,
      said: (language) => generalNudge('notice', notice.sentAt, language),
    };
    return async (person) => {
      if (person.id === notice.authorId) return undefined;
      const { followed, muted } = await noticeReaders.of(person.id);
      const isTheirs = isForAny(notice.audience, readersBy(waysBy(person, followed)));
      return isTheirs && !isMuted(notice, muted) ? news : undefined;
    };
  }

  const newsOf: Record<NudgeKind, (id: string) => Promise<NewsFor | undefined>> = {
    request: ofRequest,
    colour: ofColours,
    notice: ofNotice,
  };

  /** Each of their phones in turn, until one takes it: a refusal says for certain that it was not sent. */
  async function send(
    personId: string,
    grant: NudgeGrant,
    news: News,
    language: Language,
  ): Promise<NudgeFailure | undefined> {
    const template = nudger.templates.get(grant.kind);
    const claim = template && (await nudgeGrants.claim(personId, grant, news));
    if (!template || claim === undefined) return undefined;
    const fields = fieldsOf(template, news.said(language), news.said('zh'));
    let failure: NudgeFailure | undefined = 'not-granted';
    for (const to of await nudgeGrants.subjectsOf(personId, nudger.provider)) {
      const sent = await nudger.send({ to, templateId: template.id, page: news.page, fields });
      failure = sent.ok ? undefined : sent.failure;
      if (failure !== 'not-granted') break;
    }
    if (failure === 'not-granted') await nudgeGrants.drop(personId, template.id);
    else if (failure === 'invalid' || failure === 'quota' || failure === 'not-sent')
      await nudgeGrants.giveBack(claim);
    return failure;
  }

  /** At night it waits for the morning; said once, however often it was updated meanwhile. */
  async function waitsForMorning(id: string): Promise<boolean> {
    const notice = await noticeSource.get(id);
    const now = clock.now().getTime();
    const at = notice ? nudgeAt(now, notice.severity) : now;
    if (at <= now) return false;
    const job = { runAt: new Date(at), singletonKey: `notice ${id} ${at}` };
    await jobs.enqueue(NUDGES, { kind: 'notice', id }, job);
    return true;
  }

  return async ({ kind: of, id: about, after }: JobData): Promise<void> => {
    const kind = of as NudgeKind;
    const id = String(about);
    if (kind === 'notice' && (await waitsForMorning(id))) return;
    const template = nudger.templates.get(kind);
    const newsFor = template && (await newsOf[kind](id));
    if (!template || !newsFor) return;
    const grant: NudgeGrant = {
      kind,
      templateId: template.id,
      ...(kind === 'request' ? { requestId: id } : {}),
    };
    const page = { at: clock.now(), after: typeof after === 'string' ? after : undefined, limit: AT_ONCE };
    const holders = await nudgeGrants.holders(grant, page);
    for (const personId of holders) {
      const person = await store.people.get(personId);
      const news = person && (await newsFor(person));
      const failure = person && news && (await send(person.id, grant, news, person.language ?? 'zh'));
      // The job is tried again, and finds those who have not been told.
      if (failure === 'not-sent') throw new Error('nobody takes nudges now');
      // Nor would the others be taken today.
      if (failure === 'quota') return;
    }
    const last = holders.length === AT_ONCE ? holders.at(-1) : undefined;
    if (last !== undefined) await jobs.enqueue(NUDGES, { kind, id, after: last });
  };
}
