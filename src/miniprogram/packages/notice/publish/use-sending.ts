import type { NoticeDraft } from '@contract/api';
import { usePhone } from '../../../backend/phone-context';
import { useKey } from '../../../backend/use-key';
import { contentOf, type Writing } from './writing';

/** What became of it: out as this event, or where its draft stands. */
export type Sent = { eventId: string } | { draft: NoticeDraft };

/** The three ways out: at once, through a draft that waits for its hour or for a second person, or kept as a draft. */
export function useSending(change: (part: Partial<Writing>) => void) {
  const { client, queries } = usePhone();
  const { onceFor: outOnce } = useKey();
  const { onceFor: keptOnce } = useKey();
  const { onceFor: handedOnce } = useKey();

  /** With the server, as it stands here. */
  async function keep(writing: Writing): Promise<{ id: string; version: number }> {
    const content = contentOf(writing);
    const text = JSON.stringify(content);
    const { draft, follows } = writing;
    if (draft?.content === text) return draft;
    const kept = draft
      ? await client.call('PUT /v1/notice-drafts/:id', {
          params: { id: draft.id },
          body: { version: draft.version, content },
        })
      : await client.call(
          'POST /v1/notice-drafts',
          await keptOnce([content, follows], () => ({ content, ...(follows ?? {}) })),
        );
    change({ draft: { id: kept.id, version: kept.version, content: text } });
    return kept;
  }

  async function handIn(writing: Writing): Promise<Sent> {
    const { id, version } = await keep(writing);
    const { publishAt } = writing;
    const once = await handedOnce([id, version, publishAt], () => ({
      act: 'submit' as const,
      version,
      ...(publishAt ? { publishAt } : {}),
    }));
    return { draft: await client.call('POST /v1/notice-drafts/:id/acts', { params: { id }, ...once }) };
  }

  async function out(writing: Writing): Promise<Sent> {
    const content = contentOf(writing);
    const { follows } = writing;
    if (!follows) {
      const once = await outOnce(content, () => content);
      return { eventId: (await client.call('POST /v1/notices', once)).id };
    }
    const { eventId, seenVersion } = follows;
    const once = await outOnce([follows, content], () => ({
      msgType: 'Update' as const,
      seenVersion,
      content,
    }));
    await client.call('POST /v1/notices/:id/messages', { params: { id: eventId }, ...once });
    return { eventId };
  }

  return {
    async keep(writing: Writing): Promise<void> {
      await keep(writing);
      await queries.invalidateQueries();
    },
    async send(writing: Writing, approval: boolean): Promise<Sent> {
      const direct = !approval && writing.publishAt === undefined && writing.draft === undefined;
      const sent = direct ? await out(writing) : await handIn(writing);
      await queries.invalidateQueries();
      return sent;
    },
  };
}
