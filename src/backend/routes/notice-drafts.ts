import type { NoticeContent, NoticeDraft as DraftView } from '@contract/api';
import { mayPublish } from '@contract/notice/access';
import { mayApprove } from '@contract/notice/approval';
import { type DraftAct, draftAfter } from '@contract/notice/draft';
import { maskName } from '@contract/health-code/masked-name';
import type { Handlers } from '../http/handler';
import { momentOf } from '../http/moment';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { NoticeDraft } from '../ports/notice-drafts';
import type { Person } from '../ports/store';
import { noticePublishing, type PublishingPorts } from './notice-publishing';

type Keys =
  | 'GET /v1/notice-drafts'
  | 'POST /v1/notice-drafts'
  | 'PUT /v1/notice-drafts/:id'
  | 'POST /v1/notice-drafts/:id/acts';

type DraftPorts = PublishingPorts & Pick<Ports, 'noticeDrafts' | 'store'>;

/** Where a draft stands after an act. */
function stateAfter(draft: NoticeDraft, act: DraftAct, needsApproval: boolean): NoticeDraft['state'] {
  const next = draftAfter(draft.state, act, needsApproval);
  if (!next.ok) throw new Refusal('draft-refused', { detail: next.failure });
  return next.value;
}

/** A draft that is ready goes out, once: by the act that made it ready, or when its time has come. */
export function draftsGoingOut(ports: DraftPorts) {
  const { noticeDrafts, store, clock } = ports;
  const publishing = noticePublishing(ports);

  /** Its author's grants count as they are now: who no longer serves the place sends nothing there. */
  async function send(draft: NoticeDraft): Promise<NoticeDraft> {
    const author = draft.authorId === null ? undefined : await store.people.get(draft.authorId);
    if (!author) throw new Refusal('audience-outside');
    const node = await publishing.checked(draft.content, author);
    const { follows, approvedBy, content } = draft;
    const after = follows && (await publishing.following(follows.eventId, follows.seenVersion, author));
    const state = stateAfter(draft, 'publish', false);
    const changed = await noticeDrafts.change(draft.id, draft.version, { state });
    // Another process sends it.
    if (!changed.ok) throw new Refusal('changed-meanwhile');
    await publishing.publish(content, { authorId: author.id, node, approvedBy }, after?.following);
    return changed.value;
  }

  return {
    send,
    /** Those whose time has come. What no longer fits comes back to its author with the reason. */
    async sendDue(together: (work: () => Promise<void>) => Promise<void>): Promise<void> {
      for (const draft of await noticeDrafts.due(clock.now()))
        try {
          await together(async () => void (await send(draft)));
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          if (error.code === 'changed-meanwhile') continue;
          await noticeDrafts.change(draft.id, draft.version, {
            state: 'draft',
            returnedBecause: error.code,
          });
        }
    },
  };
}

export function noticeDraftRoutes(ports: DraftPorts): Handlers<Keys> {
  const { clock, noticeDrafts, store } = ports;
  const publishing = noticePublishing(ports);
  const { send } = draftsGoingOut(ports);

  async function viewOf(draft: NoticeDraft, viewer: Person): Promise<DraftView> {
    const author = draft.authorId === null ? undefined : await store.people.get(draft.authorId);
    const { follows, publishAt, returnedBecause } = draft;
    return {
      id: draft.id,
      state: draft.state,
      node: draft.node,
      content: draft.content as NoticeContent,
      authorMaskedName: author?.name ? maskName(author.name) : null,
      mine: draft.authorId === viewer.id,
      ...(follows ?? {}),
      ...(publishAt ? { publishAt: publishAt.toISOString() } : {}),
      needsApproval: publishing.needsApproval(draft.content),
      mayApprove: draft.state === 'awaiting' && approves(draft, viewer),
      ...(returnedBecause === null ? {} : { returnedBecause }),
      version: draft.version,
      changedAt: draft.changedAt.toISOString(),
    };
  }

  const approves = (draft: NoticeDraft, { id, grants }: Person): boolean =>
    mayApprove({ authorId: draft.authorId ?? '', node: draft.node }, { id, grants });

  /** One's own, or one that could be oneself's to approve. To anyone else it does not exist. */
  async function theirs(id: string, person: Person): Promise<NoticeDraft> {
    const draft = await noticeDrafts.get(id);
    if (!draft || (draft.authorId !== person.id && !approves(draft, person))) throw new Refusal('not-found');
    return draft;
  }

  async function change(
    draft: NoticeDraft,
    version: number,
    to: Parameters<typeof noticeDrafts.change>[2],
  ): Promise<NoticeDraft> {
    const changed = await noticeDrafts.change(draft.id, version, to);
    if (!changed.ok) throw new Refusal('changed-meanwhile');
    return changed.value;
  }

  /** Approved, or in need of nobody: out at once unless it waits for its time. */
  const goes = async (draft: NoticeDraft): Promise<NoticeDraft> =>
    draft.state === 'scheduled' && (draft.publishAt ?? new Date(0)) <= clock.now() ? send(draft) : draft;

  return {
    'GET /v1/notice-drafts': async ({ caller: { person } }) => {
      const nodes = person.grants.filter(({ role }) => role === 'officer').map(({ node }) => node);
      const open = await noticeDrafts.open(person.id, nodes);
      return { drafts: await Promise.all(open.map((draft) => viewOf(draft, person))) };
    },
    'POST /v1/notice-drafts': async ({ caller: { person }, body }) => {
      const { eventId, seenVersion } = body;
      const after =
        eventId === undefined || seenVersion === undefined
          ? undefined
          : await publishing.following(eventId, seenVersion, person);
      const content = await publishing.contentOf(body.content, person, after?.newest.attachments);
      const node = await publishing.checked(content, person);
      const draft = await noticeDrafts.add({
        authorId: person.id,
        node,
        content,
        ...(eventId === undefined || seenVersion === undefined ? {} : { follows: { eventId, seenVersion } }),
      });
      return viewOf(draft, person);
    },
    'PUT /v1/notice-drafts/:id': async ({ caller: { person }, params, body }) => {
      const draft = await theirs(params.id, person);
      if (draft.authorId !== person.id) throw new Refusal('forbidden');
      const content = await publishing.contentOf(body.content, person, draft.content.attachments);
      const node = await publishing.checked(content, person);
      const state = stateAfter(draft, 'save', false);
      return viewOf(await change(draft, body.version, { content, node, state }), person);
    },
    'POST /v1/notice-drafts/:id/acts': async ({ caller: { person }, params, body }) => {
      const draft = await theirs(params.id, person);
      const { act, version, publishAt, because } = body;
      const judges = act === 'approve' || act === 'return';
      if (judges ? !approves(draft, person) : draft.authorId !== person.id) throw new Refusal('forbidden');
      if (act === 'return' && because === undefined)
        throw new Refusal('invalid-request', { fields: [{ pointer: '/because', reason: 'missing' }] });
      const state = stateAfter(draft, act, publishing.needsApproval(draft.content));
      if (act === 'submit') await publishing.checked(draft.content, person);
      if (act === 'submit' && !mayPublish(person.grants, draft.node)) throw new Refusal('audience-outside');
      const next = await change(draft, version, {
        state,
        ...(act === 'submit'
          ? { publishAt: momentOf(publishAt ?? clock.now().toISOString(), '/publishAt'), approvedBy: null }
          : {}),
        ...(act === 'approve' ? { approvedBy: person.id } : {}),
        ...(act === 'return' || act === 'submit' ? { returnedBecause: because ?? null } : {}),
      });
      return viewOf(await goes(next), person);
    },
  };
}
