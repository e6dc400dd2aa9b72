import type { NoticeContent } from '@contract/api';
import { mayPublish, publishingNode } from '@contract/notice/access';
import { needsApproval } from '@contract/notice/approval';
import type { Audience } from '@contract/notice/audience';
import { type Attachment, type Content, contradictions } from '@contract/notice/content';
import { type By, messageOf, type NoticeMessage } from '@contract/notice/message';
import { followed } from '@contract/notice/references';
import { isBuildingCode } from '@contract/region/code';
import type { Bilingual } from '@contract/text';
import { momentOf } from '../http/moment';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { Following, PublishedNotice } from '../ports/notice-source';
import type { Person } from '../ports/store';
import { soundsOf } from '../search/pinyin';

type Author = Pick<Person, 'id' | 'grants'>;

export type PublishingPorts = Pick<
  Ports,
  'clock' | 'directory' | 'fileStore' | 'messenger' | 'noticeSource' | 'noticeApproval' | 'pdfs'
>;

/** What a message is checked for before it goes out, and its going out: at once, or from a draft. */
export function noticePublishing({
  clock,
  directory,
  fileStore,
  messenger,
  noticeSource,
  noticeApproval,
  pdfs,
}: PublishingPorts) {
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

  /** Only one's own files go with a notice, and those that went with it before: to attach is to show to others. */
  async function filesOf(
    attached: readonly Attachment[],
    author: Pick<Author, 'id'>,
    before: readonly Attachment[],
  ): Promise<Attachment[]> {
    return Promise.all(
      attached.map(async (attachment, index) => {
        const known = before.find(({ id }) => id === attachment.id);
        if (known) return { ...known, name: attachment.name };
        const photo = await fileStore.describe(attachment.id);
        const pdf = photo ?? (await pdfs.describe(attachment.id));
        if (!pdf || pdf.ownerId !== author.id)
          throw new Refusal('invalid-request', {
            fields: [{ pointer: `/attachments/${index}`, reason: 'unknown' }],
          });
        return {
          id: pdf.id,
          name: attachment.name,
          type: photo?.type ?? 'application/pdf',
          bytes: pdf.bytes,
        };
      }),
    );
  }

  /**
   * As it is kept: exceptions named, Chinese first, times as moments that exist, files as they are.
   * @param before files of what it changes
   */
  async function contentOf(
    body: NoticeContent,
    author: Pick<Author, 'id'>,
    before: readonly Attachment[] = [],
  ): Promise<Content> {
    return {
      ...body,
      ...(body.attachments ? { attachments: await filesOf(body.attachments, author, before) } : {}),
      urgency: body.urgency ?? 'Unknown',
      certainty: body.certainty ?? 'Unknown',
      audience: { include: body.audience.include, except: body.audience.except ?? [] },
      info: [...body.info].sort((a, b) => b.language.localeCompare(a.language)),
    };
  }

  /** @returns where it goes out from; refused with what does not fit */
  async function checked(content: Content, author: Pick<Author, 'grants'>): Promise<string> {
    const node = publishingNode(content.audience, author.grants);
    if (node === undefined) throw new Refusal('audience-outside');
    const moments = { onset: content.onset, expiresAt: content.expiresAt, knockAt: content.knockAt };
    for (const [name, moment] of Object.entries(moments))
      if (moment !== undefined) momentOf(moment, `/${name}`);
    const now = clock.now().getTime();
    if (content.expiresAt !== undefined && Date.parse(content.expiresAt) <= now)
      throw new Refusal('notice-expired-already');
    const fields = contradictions(content, now);
    if (fields.length > 0) throw new Refusal('invalid-request', { fields });
    await known(content.audience);
    return node;
  }

  /** What an Update or a Cancel follows. */
  async function following(
    eventId: string,
    seenVersion: number,
    { grants }: Pick<Author, 'grants'>,
  ): Promise<{ following: Following; newest: PublishedNotice }> {
    const newest = await noticeSource.get(eventId);
    if (!newest || !mayPublish(grants, newest.authorNode)) throw new Refusal('not-found');
    const by = followed(newest, seenVersion, grants);
    if (!by.ok) throw new Refusal(by.failure === 'not-the-author' ? 'not-found' : by.failure);
    return { following: { eventId, ...by.value }, newest };
  }

  async function out(message: NoticeMessage, after?: Following): Promise<PublishedNotice> {
    const published = await noticeSource.publish(message, after);
    if (!published.ok) throw new Refusal('notice-changed');
    await messenger.announce({ type: 'notice', id: published.value.eventId });
    return published.value;
  }

  return {
    contentOf,
    checked,
    following,
    needsApproval: (content: Pick<Content, 'severity' | 'audience'>) =>
      needsApproval(content, noticeApproval),
    publish: (content: Content, by: By, after?: Following): Promise<PublishedNotice> =>
      out(
        messageOf(content, by, { msgType: after ? 'Update' : 'Alert', pinyin: soundsOf(content.info) }),
        after,
      ),
    /** The same card, struck through: why, above what it said. It lasts as long as the notice would have. */
    cancel: (
      newest: PublishedNotice,
      after: Following,
      { authorId, node, because }: { authorId: string; node: string; because: Bilingual },
    ): Promise<PublishedNotice> =>
      out(
        {
          ...newest,
          msgType: 'Cancel',
          authorId,
          authorNode: node,
          info: newest.info.map((info) => ({
            ...info,
            description: because[info.language] || because.zh,
          })),
          pinned: false,
          acknowledge: false,
          knockAt: null,
          approvedBy: null,
        },
        after,
      ),
  };
}
