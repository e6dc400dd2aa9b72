import { writeAtom, type AtomEntry } from '@contract/cap/atom';
import { alertOfNotice, senderAt } from '@contract/cap/ours';
import { writeAlert } from '@contract/cap/write';
import { isBuildingCode, isRegionCode } from '@contract/region/code';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../http/refusal';
import { isUnchanged } from '../http/revalidation';
import type { Ports } from '../ports';
import type { PublicNotice } from '../ports/public-notices';
import { keepingFeeds } from './kept-feeds';
import { noticeViews } from './notice-view';

/** Of a feed, the newest. */
const MOST_ENTRIES = 200;
const CALLS_PER_MINUTE = 120;
/** Seconds. A message never changes; a feed may be this old on the way, and here. */
const FEED_AGE = 15;
const LASTING = 24 * 60 * 60;

const feedType = 'application/atom+xml; charset=utf-8';
const alertType = 'application/cap+xml; charset=utf-8';

export interface CapOut {
  ports: Pick<
    Ports,
    'clock' | 'directory' | 'family' | 'fileStore' | 'noticeSource' | 'pdfs' | 'publicNotices'
  >;
  /** Where other systems reach this deployment, without a slash at the end. */
  publicUrl: string;
  production: boolean;
  county: string;
}

/**
 * Notices for other systems and for the board at the door: CAP alerts with a feed of them, and the feed of a place.
 * Anybody may read them; their paths and formats are the standards' own, so they stand beside the house's endpoints.
 */
export function bindCap(server: FastifyInstance, { ports, publicUrl, production, county }: CapOut): void {
  const { publicNotices, directory, clock, fileStore, noticeSource, pdfs } = ports;
  const { namesOf } = noticeViews(ports);
  const sender = { sender: senderAt(publicUrl), production };
  const kept = keepingFeeds({
    now: () => clock.now().getTime(),
    cursor: () => noticeSource.last(),
    ageMs: FEED_AGE * 1000,
  });

  const alertUrl = (id: string): string => `${publicUrl}/cap/alerts/${id}`;
  const fileUrl = (id: string): string => `${publicUrl}/cap/files/${id}`;
  const pageUrl = (eventId: string): string => `${publicUrl}/#/packages/notice/detail/index?id=${eventId}`;

  async function named(notices: readonly PublicNotice[]): Promise<ReadonlyMap<string, string>> {
    const nodes = notices.flatMap(({ authorNode, audience }) => [
      authorNode,
      ...audience.include,
      ...audience.except,
    ]);
    return namesOf([...new Set(nodes)]);
  }

  /** @param first what an entry stands for: the alert for a system, the page for a person */
  const entryOf = (
    notice: PublicNotice,
    names: ReadonlyMap<string, string>,
    first: 'alert' | 'page',
  ): AtomEntry => {
    const [info] = notice.info;
    const alert = { href: alertUrl(notice.id), type: 'application/cap+xml' };
    const page = { href: pageUrl(notice.eventId), type: 'text/html' };
    return {
      id: `urn:uuid:${notice.id}`,
      title: `${notice.msgType === 'Cancel' ? '【已取消】' : ''}${info?.headline ?? ''}`,
      updated: notice.sentAt,
      author: names.get(notice.authorNode) ?? notice.authorNode,
      links: first === 'alert' ? [alert, page] : [page, ...(notice.ours ? [alert] : [])],
      category: notice.category,
      content: [info?.description, info?.instruction].filter(Boolean).join('\n'),
    };
  };

  async function feedOf(
    path: string,
    title: string,
    author: string,
    notices: readonly PublicNotice[],
    first: 'alert' | 'page',
  ): Promise<Buffer> {
    const names = await named(notices);
    const self = `${publicUrl}${path}`;
    return Buffer.from(
      writeAtom({
        id: self,
        title,
        self,
        author,
        // What is over leaves without a word: the newest of what is left says how new it is.
        updated: notices[0]?.sentAt ?? new Date(0),
        entries: notices.map((notice) => entryOf(notice, names, first)),
      }),
    );
  }

  const nameOf = async (node: string): Promise<string | undefined> =>
    isBuildingCode(node) ? (await directory.building(node))?.name : (await directory.region(node))?.name;

  const route = (
    url: string,
    maxAge: number,
    answer: (id: string) => Promise<{ type: string; body: Buffer } | undefined>,
  ) =>
    server.get(
      url,
      { schema: { hide: true }, config: { rateLimit: { max: CALLS_PER_MINUTE, timeWindow: '1 minute' } } },
      async (request: FastifyRequest, reply: FastifyReply) => {
        // Nothing here goes by cookies: a page from anywhere may read what anyone may.
        reply.header('access-control-allow-origin', '*').header('x-content-type-options', 'nosniff');
        const { id = '' } = request.params as { id?: string };
        const found = await answer(id);
        if (!found) throw new Refusal('not-found');
        if (isUnchanged(request, reply, found.body, maxAge)) return reply.code(304).send();
        return reply.type(found.type).send(found.body);
      },
    );

  const asFeed = (body: Buffer | undefined) => body && { type: feedType, body };
  route('/cap/feed', FEED_AGE, async () =>
    asFeed(
      await kept('/cap/feed', async () => {
        const place = (await nameOf(county)) ?? county;
        const notices = await publicNotices.ours(MOST_ENTRIES);
        return feedOf('/cap/feed', `${place} 通知 Notices`, place, notices, 'alert');
      }),
    ),
  );
  route('/notices/feed/:id', FEED_AGE, async (node) =>
    asFeed(
      await kept(`/notices/feed/${node}`, async () => {
        const place = isRegionCode(node) || isBuildingCode(node) ? await nameOf(node) : undefined;
        if (place === undefined) return undefined;
        const notices = await publicNotices.for(node, MOST_ENTRIES);
        return feedOf(`/notices/feed/${node}`, `${place} 通知 Notices`, place, notices, 'page');
      }),
    ),
  );
  route('/cap/alerts/:id', LASTING, async (id) => {
    const notice = isId(id) ? await publicNotices.message(id) : undefined;
    if (!notice) return undefined;
    const names = await named([notice]);
    const senderName = names.get(notice.authorNode) ?? notice.authorNode;
    const web = notice.web ?? pageUrl(notice.eventId);
    const alert = alertOfNotice({ ...notice, web }, sender, { senderName, names, fileUrl });
    return { type: alertType, body: Buffer.from(writeAlert(alert)) };
  });
  // A file is as public as a notice it goes with.
  route('/cap/files/:id', LASTING, async (id) => {
    if (!isId(id) || (await noticeSource.withFile(id)).length === 0) return undefined;
    const photo = await fileStore.describe(id);
    const body = photo ? await fileStore.read(id) : await pdfs.read(id);
    return body && { type: photo?.type ?? 'application/pdf', body };
  });
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
