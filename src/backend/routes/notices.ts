import type { Notice } from '@contract/api';
import { mayRead, publishingNode } from '@contract/notice/access';
import type { Audience } from '@contract/notice/audience';
import { isBuildingCode } from '@contract/region/code';
import type { Handlers } from '../http/handler';
import { momentOf } from '../http/moment';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { PublishedNotice } from '../ports/notice-source';
import type { Person } from '../ports/store';

type Keys = 'GET /v1/notices' | 'GET /v1/notices/:id' | 'POST /v1/notices' | 'PUT /v1/notices/:id/read';

/** Where a person is reached; undefined before they have said where they live. */
export const readerOf = ({ home }: Pick<Person, 'home'>) =>
  home ? { home: home.node, ...(home.building === null ? {} : { building: home.building }) } : undefined;

export function noticeRoutes({
  noticeSource,
  directory,
  messenger,
  clock,
}: Pick<Ports, 'noticeSource' | 'directory' | 'messenger' | 'clock'>): Handlers<Keys> {
  async function views(notices: readonly (PublishedNotice & { read: boolean })[]): Promise<Notice[]> {
    const authors = await directory.regions([...new Set(notices.map((notice) => notice.authorNode))]);
    const names = new Map(authors.map((author) => [author.code, author.name]));
    return notices.map((notice) => viewOf(notice, names.get(notice.authorNode) ?? notice.authorNode));
  }

  /** A notice that the person may read. To anyone else it does not exist. */
  async function open(id: string, person: Person): Promise<PublishedNotice> {
    const notice = await noticeSource.get(id);
    if (!notice || !mayRead(notice.audience, { reader: readerOf(person), grants: person.grants }))
      throw new Refusal('not-found');
    return notice;
  }

  async function known({ include, except }: Audience): Promise<void> {
    const regions = await directory.regions([...include, ...except].filter((node) => !isBuildingCode(node)));
    const found = new Set(regions.map((region) => region.code));
    const exists = async (node: string) =>
      isBuildingCode(node) ? (await directory.building(node)) !== undefined : found.has(node);
    for (const [name, nodes] of Object.entries({ include, except }))
      for (const [index, node] of nodes.entries())
        if (!(await exists(node)))
          throw new Refusal('region-unknown', {
            fields: [{ pointer: `/audience/${name}/${index}`, reason: 'unknown' }],
          });
  }

  return {
    'GET /v1/notices': async ({ caller: { person }, query: { before, limit = 50 } }) => {
      const reader = readerOf(person);
      if (!reader) throw new Refusal('home-required');
      const me = { ...reader, personId: person.id };
      const page = { limit, ...(before === undefined ? {} : { before: momentOf(before, '/before') }) };
      return {
        notices: await views(await noticeSource.feed(me, page)),
        unread: await noticeSource.unread(me),
      };
    },
    'GET /v1/notices/:id': async ({ caller: { person }, params }) => {
      const notice = await open(params.id, person);
      const [view] = await views([{ ...notice, read: await noticeSource.hasRead(notice.id, person.id) }]);
      return view as Notice;
    },
    'POST /v1/notices': async ({ caller: { person }, body }) => {
      const audience = { include: body.audience.include, except: body.audience.except ?? [] };
      const authorNode = publishingNode(audience, person.grants);
      if (authorNode === undefined) throw new Refusal('audience-outside');
      const languages = body.info.map((info) => info.language);
      if (new Set(languages).size < languages.length)
        throw new Refusal('invalid-request', {
          fields: [{ pointer: '/info', reason: 'a language twice' }],
        });
      const expiresAt = body.expiresAt === undefined ? null : momentOf(body.expiresAt, '/expiresAt');
      if (expiresAt && expiresAt <= clock.now()) throw new Refusal('notice-expired-already');
      await known(audience);
      const notice = await noticeSource.publish({
        msgType: 'Alert',
        severity: body.severity,
        category: body.category,
        // Chinese first, as it is read.
        info: [...body.info].sort((a, b) => b.language.localeCompare(a.language)),
        authorId: person.id,
        authorNode,
        audience,
        expiresAt,
      });
      await messenger.announce({ type: 'notice', id: notice.id });
      const [view] = await views([{ ...notice, read: false }]);
      return view as Notice;
    },
    'PUT /v1/notices/:id/read': async ({ caller: { person }, params }) => {
      const notice = await open(params.id, person);
      await noticeSource.markRead(notice.id, person.id);
    },
  };
}

const viewOf = (notice: PublishedNotice & { read: boolean }, author: string): Notice => ({
  id: notice.id,
  msgType: notice.msgType,
  severity: notice.severity,
  category: notice.category,
  info: notice.info,
  author: { node: notice.authorNode, name: author },
  audience: { include: [...notice.audience.include], except: [...notice.audience.except] },
  sentAt: notice.sentAt.toISOString(),
  expiresAt: notice.expiresAt?.toISOString() ?? null,
  read: notice.read,
});
