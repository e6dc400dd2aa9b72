import type { Notice } from '@contract/api';
import { mayPublish, mayRead, publishingNode } from '@contract/notice/access';
import { nudgedShown } from '@contract/notice/counts';
import { countsTable } from '@contract/notice/counts-by-place';
import { asOneWalks } from '@contract/notice/look-in';
import { lineage } from '@contract/region/code';
import { LEAST } from '@contract/figures/hide';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { PublishedNotice } from '../ports/notice-source';
import type { Person } from '../ports/store';
import { noticePublishing, type PublishingPorts } from './notice-publishing';
import { noticeViews, readerOf, readersBy, type Way, waysBy, waysOf } from './notice-view';

type Keys =
  | 'GET /v1/notices'
  | 'GET /v1/notices/:id'
  | 'GET /v1/notices/:id/versions'
  | 'POST /v1/notices'
  | 'POST /v1/notices/:id/messages'
  | 'PUT /v1/notices/:id/read'
  | 'PUT /v1/notices/:id/acknowledgements/:personId'
  | 'GET /v1/notices/:id/counts'
  | 'GET /v1/notices/:id/doors'
  | 'GET /v1/visit-lists'
  | 'POST /v1/notice-audiences'
  | 'GET /v1/published-notices';

const PAGE = 50;

export function noticeRoutes(
  ports: PublishingPorts & Pick<Ports, 'noticeReaders' | 'noticeReach' | 'family' | 'readingLog'>,
): Handlers<Keys> {
  const { noticeSource, noticeReaders, noticeReach, directory, family, readingLog, clock } = ports;
  const publishing = noticePublishing(ports);
  const { views, namesOf } = noticeViews(ports);

  /** Whoever serves where any message of it went out follows what others make of it. */
  const hasPublished = async (id: string, { grants }: Person): Promise<boolean> =>
    grants.length > 0 &&
    (await noticeSource.versions(id)).some(({ authorNode }) => mayPublish(grants, authorNode));

  /** The newest of an event that the person may read. To anyone else it does not exist. */
  async function open(id: string, person: Person): Promise<{ notice: PublishedNotice; ways: Way[] }> {
    const notice = await noticeSource.get(id);
    const ways = await waysOf(noticeReaders, person);
    const viewer = { readers: readersBy(ways), grants: person.grants };
    if (!notice || !(mayRead(notice.audience, viewer) || (await hasPublished(id, person))))
      throw new Refusal('not-found');
    return { notice, ways };
  }

  async function shown(notice: PublishedNotice, person: Person, ways: readonly Way[]): Promise<Notice> {
    const read = (await noticeSource.hasRead(notice.id, person.id)) ? [notice.id] : [];
    const [view] = await views([notice], person, ways, { read: new Set(read) });
    return view as Notice;
  }

  async function overseen(id: string, person: Person): Promise<PublishedNotice> {
    const notice = await noticeSource.get(id);
    if (!notice || publishingNode(notice.audience, person.grants) === undefined)
      throw new Refusal('not-found');
    return notice;
  }

  return {
    'GET /v1/notices': async ({ caller: { person }, query: { before, limit = PAGE, words, after } }) => {
      const home = readerOf(person);
      if (!home) throw new Refusal('home-required');
      const me = { personId: person.id, readers: [home], withFollowed: true };
      const { notices, read, more, unread, cursor, isNews, names, followed } = await noticeSource.opened(me, {
        limit,
        ...(before === undefined ? {} : { before }),
        ...(words === undefined ? {} : { words }),
        ...(after === undefined ? {} : { after }),
      });
      if (isNews) await noticeSource.delivered(person.id, cursor);
      const shown = await views(notices, person, waysBy(person, followed), { read, names });
      return { notices: shown, more, unread, cursor };
    },
    'GET /v1/notices/:id': async ({ caller: { person }, params }) => {
      const { notice, ways } = await open(params.id, person);
      return shown(notice, person, ways);
    },
    'GET /v1/notices/:id/versions': async ({ caller: { person }, params }) => {
      await open(params.id, person);
      const versions = await noticeSource.versions(params.id);
      const names = await namesOf([...new Set(versions.map(({ authorNode }) => authorNode))]);
      return {
        versions: versions.map(({ version, msgType, info, severity, authorNode, sentAt, expiresAt }) => ({
          version,
          msgType,
          info: info.map((each) => ({ ...each })),
          severity,
          author: { node: authorNode, name: names.get(authorNode) ?? authorNode },
          sentAt: sentAt.toISOString(),
          expiresAt: expiresAt?.toISOString() ?? null,
        })),
      };
    },
    'POST /v1/notices': async ({ caller: { person }, body }) => {
      const content = await publishing.contentOf(body, person);
      const node = await publishing.checked(content, person);
      if (publishing.needsApproval(content)) throw new Refusal('notice-approval-required');
      const notice = await publishing.publish(content, { authorId: person.id, node });
      return shown(notice, person, await waysOf(noticeReaders, person));
    },
    'POST /v1/notices/:id/messages': async ({ caller: { person }, params, body }) => {
      const { following, newest } = await publishing.following(params.id, body.seenVersion, person);
      const ways = await waysOf(noticeReaders, person);
      if (body.msgType === 'Cancel') {
        const node = newest.authorNode;
        const by = { authorId: person.id, node, because: body.because };
        return shown(await publishing.cancel(newest, following, by), person, ways);
      }
      const content = await publishing.contentOf(body.content, person, newest.attachments);
      const node = await publishing.checked(content, person);
      if (publishing.needsApproval(content)) throw new Refusal('notice-approval-required');
      const notice = await publishing.publish(content, { authorId: person.id, node }, following);
      return shown(notice, person, ways);
    },
    'PUT /v1/notices/:id/read': async ({ caller: { person }, params }) => {
      const { notice } = await open(params.id, person);
      await noticeSource.markRead(notice.id, person.id);
    },
    'PUT /v1/notices/:id/acknowledgements/:personId': async ({ caller: { person }, params }) => {
      if (params.personId !== person.id && !(await family.may(person.id, params.personId, 'read')))
        throw new Refusal('not-in-family');
      const { notice } = await open(params.id, person);
      if (!notice.acknowledge) throw new Refusal('nothing-to-acknowledge');
      await noticeSource.acknowledge(notice.eventId, params.personId, person.id);
    },
    'GET /v1/notices/:id/counts': async ({ caller: { person }, params, query: { under } }) => {
      const notice = await overseen(params.id, person);
      const table = countsTable(await noticeReach.counts(notice), notice.authorNode, under);
      if (!table) throw new Refusal('not-found');
      const { total, rows } = table;
      const shown = [...rows.map(({ node }) => node), ...(under === undefined ? [] : [under])];
      const names = await namesOf(shown);
      const called = (node: string) => ({ node, name: names.get(node) ?? node });
      return {
        ...(under === undefined
          ? { total: { ...total, nudged: nudgedShown(await noticeReach.nudged(notice.eventId), total) } }
          : { at: called(under), total }),
        places: rows.map(({ node, counts, hasBelow }) => ({ ...called(node), hasBelow, ...counts })),
      };
    },
    'GET /v1/notices/:id/doors': async ({ caller: { person }, params }) => {
      const notice = await noticeSource.get(params.id);
      const grids = person.grants.filter(({ role }) => role === 'worker').map(({ node }) => node);
      const now = clock.now();
      if (!notice || !grids.some((grid) => touches(notice, grid))) throw new Refusal('not-found');
      const { knockAt, expiresAt, msgType } = notice;
      if (!knockAt || knockAt > now || !expiresAt || expiresAt <= now || msgType === 'Cancel')
        throw new Refusal('no-visit-list');
      const doors = await noticeReach.doors(notice.eventId, notice.audience, grids);
      const look = { readerId: person.id, role: 'worker' as const, what: 'person' };
      await readingLog.note(
        ...doors.flatMap(({ people }) => people.map((subjectId) => ({ subjectId, ...look }))),
      );
      return {
        doors: asOneWalks(doors).map(({ building, buildingName, door }) => ({
          building,
          buildingName,
          door,
        })),
      };
    },
    'GET /v1/visit-lists': async ({ caller: { person } }) => {
      const grids = person.grants.filter(({ role }) => role === 'worker').map(({ node }) => ({ home: node }));
      const open = { limit: PAGE, listOpen: true };
      const me = { personId: person.id, readers: grids };
      const { notices, read, names } = await noticeSource.opened(me, open);
      const ending = notices.filter(({ expiresAt }) => expiresAt !== null);
      return { notices: await views(ending, person, [], { read, names }) };
    },
    'POST /v1/notice-audiences': async ({ caller: { person }, body }) => {
      const audience = { include: body.audience.include, except: body.audience.except ?? [] };
      const node = publishingNode(audience, person.grants);
      if (node === undefined) throw new Refusal('audience-outside');
      const { people, maybe, homesWithout } = await noticeReach.preview(audience);
      const region = await directory.region(node);
      return {
        people: people < LEAST ? null : people,
        maybe: maybe < LEAST ? null : maybe,
        homesWithout,
        needsApproval: publishing.needsApproval({ severity: body.severity, audience }),
        from: { node, name: region?.name ?? node },
      };
    },
    'GET /v1/published-notices': async ({ caller: { person }, query: { before } }) => {
      const nodes = person.grants.filter(({ role }) => role !== 'checkpoint').map(({ node }) => node);
      const { notices, more } = await noticeSource.publishedFrom(nodes, {
        limit: PAGE,
        ...(before === undefined ? {} : { before }),
      });
      const read = new Set(notices.map(({ id }) => id));
      return { notices: await views(notices, person, [], { read }), more };
    },
  };
}

const touches = ({ audience }: PublishedNotice, grid: string): boolean =>
  audience.include.some((node) => lineage(grid).includes(node) || node.startsWith(grid));
