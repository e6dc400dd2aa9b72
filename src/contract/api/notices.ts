import { type Static, Type } from '@sinclair/typebox';
import { wishReasons } from '../notice/look-in';
import { certainties, messageTypes, noticeCategories, severities, urgencies } from '../notice/notice';
import { MOST_FOLLOWED } from '../notice/places';
import { languages } from '../text';
import { Id, Instant, literals, RegionCode, strict } from './common';
import { defineEndpoints } from './endpoint';

/** A node of the tree or a building. */
export const Node = Type.String({ pattern: '^(\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}|\\d{15}|\\d{18})$' });
const Day = Type.String({ format: 'date' });
const Web = Type.String({ format: 'uri', pattern: '^https://', maxLength: 500 });
const Words = (maxLength: number) =>
  strict({ zh: Type.String({ minLength: 1, maxLength }), en: Type.String({ maxLength }) });

export const NoticeInfo = strict({
  language: literals(languages),
  headline: Type.String({ minLength: 1, maxLength: 160 }),
  description: Type.String({ maxLength: 8000 }),
  instruction: Type.Optional(Type.String({ maxLength: 4000 })),
});
export type NoticeInfo = Static<typeof NoticeInfo>;

/** Who is entitled, what to bring, until when, where, and what to file. */
export const PolicyBody = strict({
  who: strict({ words: Words(400), bornFrom: Type.Optional(Day), bornUntil: Type.Optional(Day) }),
  bring: Words(400),
  until: Type.Optional(Day),
  hours: Type.Optional(Words(200)),
  where: Type.Optional(Words(400)),
  service: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9-]{1,40}$' })),
});

export const NoticeAttachment = strict({
  id: Id,
  name: Type.String({ minLength: 1, maxLength: 120 }),
  type: literals(['application/pdf', 'image/jpeg', 'image/png', 'image/webp']),
  bytes: Type.Integer({ minimum: 1 }),
});

const AudienceBody = strict({
  include: Type.Array(Node, { minItems: 1, maxItems: 200 }),
  except: Type.Optional(Type.Array(Node, { maxItems: 200 })),
});

const content = {
  severity: literals(severities),
  category: literals(noticeCategories),
  urgency: Type.Optional(literals(urgencies)),
  certainty: Type.Optional(literals(certainties)),
  info: Type.Array(NoticeInfo, { minItems: 1, maxItems: 2 }),
  audience: AudienceBody,
  onset: Type.Optional(Instant),
  expiresAt: Type.Optional(Instant),
  web: Type.Optional(Web),
  pinned: Type.Optional(Type.Boolean()),
  acknowledge: Type.Optional(Type.Boolean()),
  knockAt: Type.Optional(Instant),
  policy: Type.Optional(PolicyBody),
  attachments: Type.Optional(Type.Array(NoticeAttachment, { maxItems: 9 })),
};
export const NoticeContent = strict(content);
export type NoticeContent = Static<typeof NoticeContent>;

/** One card for each event: its newest message. */
export const Notice = Type.Object({
  /** Of the event: the same through all its updates. */
  id: Id,
  version: Type.Integer({ minimum: 1 }),
  /** How phones and the server agree on what has been seen; grows with every message. */
  cursor: Type.Integer(),
  msgType: literals(messageTypes),
  severity: literals(severities),
  urgency: literals(urgencies),
  certainty: literals(certainties),
  category: literals(noticeCategories),
  /** Chinese first. */
  info: Type.Array(NoticeInfo),
  author: Type.Object({ node: Node, name: Type.String() }),
  audience: Type.Object({ include: Type.Array(Node), except: Type.Array(Node) }),
  /** Names of the parts it is for, where that is not all of the reader's place: buildings 3, 5 and 7. */
  parts: Type.Array(Type.Object({ node: Node, name: Type.String() })),
  /** The reader may live in one of the parts: they gave no building. */
  maybe: Type.Optional(Type.Literal(true)),
  /** The place followed by which it came, where it is not one's own. */
  followed: Type.Optional(Type.String()),
  sentAt: Instant,
  onset: Type.Optional(Instant),
  expiresAt: Type.Union([Instant, Type.Null()]),
  web: Type.Optional(Type.String()),
  pinned: Type.Boolean(),
  acknowledge: Type.Boolean(),
  /** For whom of oneself and those one acts for it was said that they know. */
  acknowledgedFor: Type.Array(Id),
  knockAt: Type.Optional(Instant),
  policy: Type.Optional(PolicyBody),
  attachments: Type.Array(NoticeAttachment),
  /** Syllables and initials of its headline, so that it is found offline too. */
  pinyin: Type.String(),
  read: Type.Boolean(),
});
export type Notice = Static<typeof Notice>;

export const NoticeDraft = Type.Object({
  id: Id,
  state: literals(['draft', 'awaiting', 'scheduled', 'published', 'discarded']),
  node: Node,
  content: NoticeContent,
  authorMaskedName: Type.Union([Type.String(), Type.Null()]),
  mine: Type.Boolean(),
  /** Followed by this, not a new one. */
  eventId: Type.Optional(Id),
  seenVersion: Type.Optional(Type.Integer()),
  publishAt: Type.Optional(Instant),
  needsApproval: Type.Boolean(),
  mayApprove: Type.Boolean(),
  returnedBecause: Type.Optional(Type.String()),
  version: Type.Integer(),
  changedAt: Instant,
});
export type NoticeDraft = Static<typeof NoticeDraft>;

/** `null` where fewer than five. */
const Count = Type.Union([Type.Integer(), Type.Null()]);
const counts = { audience: Count, delivered: Count, opened: Count, acknowledged: Count };

const draftErrors = ['audience-outside', 'region-unknown', 'notice-expired-already'] as const;

export const notices = defineEndpoints({
  'GET /v1/notices': {
    summary: 'Notices for where I live and the places I follow, newest first; one card for each event',
    tag: 'notices',
    callers: ['resident'],
    query: strict({
      /** Only what came before it, by cursor: the next page. A moment would lose those that share it. */
      before: Type.Optional(Type.Integer({ minimum: 0 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
      /** A substring of the words, or pinyin. */
      words: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
      /** Only what came after; to go on after a break. */
      after: Type.Optional(Type.Integer({ minimum: 0 })),
    }),
    responses: {
      200: Type.Object({
        notices: Type.Array(Notice),
        /** There is more before the last of them. */
        more: Type.Boolean(),
        unread: Type.Integer(),
        /** The newest there is for anybody: ask `after` it next. */
        cursor: Type.Integer(),
      }),
    },
    revalidates: true,
    errors: ['home-required'],
  },
  'GET /v1/notices/:id': {
    summary: 'The newest of one event that is for me, or that I may publish over',
    tag: 'notices',
    callers: ['resident'],
    params: strict({ id: Id }),
    responses: { 200: Notice },
  },
  'GET /v1/notices/:id/versions': {
    summary: 'Everything that was published of one event, oldest first',
    tag: 'notices',
    callers: ['resident'],
    params: strict({ id: Id }),
    responses: {
      200: Type.Object({
        versions: Type.Array(
          Type.Object({
            version: Type.Integer(),
            msgType: literals(messageTypes),
            info: Type.Array(NoticeInfo),
            severity: literals(severities),
            author: Type.Object({ node: Node, name: Type.String() }),
            sentAt: Instant,
            expiresAt: Type.Union([Instant, Type.Null()]),
          }),
        ),
      }),
    },
  },
  'POST /v1/notices': {
    summary: 'Publish to nodes under my own, at once; what needs a second person goes by a draft',
    tag: 'notices',
    callers: ['worker', 'officer'],
    idempotent: true,
    body: NoticeContent,
    responses: { 201: Notice },
    errors: [...draftErrors, 'notice-approval-required'],
  },
  'POST /v1/notices/:id/messages': {
    summary: 'Update or cancel an event; one card changes, nothing of before is lost',
    tag: 'notices',
    callers: ['worker', 'officer'],
    idempotent: true,
    params: strict({ id: Id }),
    body: Type.Union([
      strict({ msgType: Type.Literal('Update'), seenVersion: Type.Integer(), content: NoticeContent }),
      strict({
        msgType: Type.Literal('Cancel'),
        seenVersion: Type.Integer(),
        because: Words(400),
      }),
    ]),
    responses: { 201: Notice },
    errors: [...draftErrors, 'notice-approval-required', 'notice-cancelled', 'notice-changed'],
  },
  'PUT /v1/notices/:id/read': {
    summary: 'I have read it',
    tag: 'notices',
    callers: ['resident'],
    params: strict({ id: Id }),
    responses: { 204: null },
  },
  'PUT /v1/notices/:id/acknowledgements/:personId': {
    summary: 'I know of it, or somebody does for whom I act',
    tag: 'notices',
    callers: ['resident'],
    params: strict({ id: Id, personId: Id }),
    responses: { 204: null },
    errors: ['not-in-family', 'nothing-to-acknowledge'],
  },
  'GET /v1/notices/:id/counts': {
    summary:
      'How many it reached, for those who may publish over it: all of them and by the places below, or those of one place; under five hidden',
    tag: 'notices',
    callers: ['worker', 'officer'],
    params: strict({ id: Id }),
    /** A place that stands in the table above it. */
    query: strict({ under: Type.Optional(RegionCode) }),
    responses: {
      200: Type.Object({
        /** Of which place; absent where it is all of them. */
        at: Type.Optional(Type.Object({ node: RegionCode, name: Type.String() })),
        total: Type.Object({
          ...counts,
          /** Of all of them alone. */
          nudged: Type.Optional(Count),
        }),
        /** Of one level: the first below on which there is more than one. */
        places: Type.Array(
          Type.Object({ node: RegionCode, name: Type.String(), hasBelow: Type.Boolean(), ...counts }),
        ),
      }),
    },
  },
  'GET /v1/notices/:id/doors': {
    summary:
      "Doors where nobody has said that they know of it, for the grid's team; from the announced hour to its end",
    tag: 'notices',
    callers: ['worker'],
    params: strict({ id: Id }),
    responses: {
      200: Type.Object({
        doors: Type.Array(
          Type.Object({ building: Type.String(), buildingName: Type.String(), door: Type.String() }),
        ),
      }),
    },
    errors: ['no-visit-list'],
  },
  'GET /v1/visit-lists': {
    summary: 'Notices whose list of doors is open now for the grids I serve; which doors, is asked of each',
    tag: 'notices',
    callers: ['worker'],
    responses: { 200: Type.Object({ notices: Type.Array(Notice) }) },
  },
  'POST /v1/notice-audiences': {
    summary: 'How many an audience reaches; in how many homes nobody has given that address (an estimate)',
    tag: 'notices',
    callers: ['worker', 'officer'],
    body: strict({ audience: AudienceBody, severity: literals(severities) }),
    responses: {
      200: Type.Object({
        people: Count,
        /** Of a grid of which only some buildings are meant, with no building given: counted apart. */
        maybe: Count,
        /** Null where no doors were imported. */
        homesWithout: Type.Union([Type.Integer(), Type.Null()]),
        needsApproval: Type.Boolean(),
        /** The node whose officer may approve. */
        from: Type.Object({ node: Node, name: Type.String() }),
      }),
    },
    errors: ['audience-outside', 'region-unknown'],
  },
  'GET /v1/notice-drafts': {
    summary: 'Drafts of mine, and those that wait for a second person where I could be that person',
    tag: 'notices',
    callers: ['worker', 'officer'],
    responses: { 200: Type.Object({ drafts: Type.Array(NoticeDraft) }) },
  },
  'POST /v1/notice-drafts': {
    summary: 'Keep a draft',
    tag: 'notices',
    callers: ['worker', 'officer'],
    idempotent: true,
    body: strict({
      content: NoticeContent,
      eventId: Type.Optional(Id),
      seenVersion: Type.Optional(Type.Integer()),
    }),
    responses: { 201: NoticeDraft },
    errors: [...draftErrors, 'notice-cancelled', 'notice-changed'],
  },
  'PUT /v1/notice-drafts/:id': {
    summary: 'Change a draft of mine; one that was handed in comes back first',
    tag: 'notices',
    callers: ['worker', 'officer'],
    params: strict({ id: Id }),
    body: strict({ version: Type.Integer(), content: NoticeContent }),
    responses: { 200: NoticeDraft },
    errors: [...draftErrors, 'changed-meanwhile', 'draft-refused'],
  },
  'POST /v1/notice-drafts/:id/acts': {
    summary:
      'Hand in, approve, return, take back or discard; approved or needing none it goes out at its time',
    tag: 'notices',
    callers: ['worker', 'officer'],
    idempotent: true,
    params: strict({ id: Id }),
    body: strict({
      act: literals(['submit', 'approve', 'return', 'recall', 'discard']),
      version: Type.Integer(),
      /** With `submit`: not before. */
      publishAt: Type.Optional(Instant),
      /** With `return`. */
      because: Type.Optional(Type.String({ minLength: 1, maxLength: 400 })),
    }),
    responses: { 200: NoticeDraft },
    errors: [...draftErrors, 'changed-meanwhile', 'draft-refused', 'notice-cancelled', 'notice-changed'],
  },
  'GET /v1/published-notices': {
    summary: 'What went out from the places I publish for, newest first',
    tag: 'notices',
    callers: ['worker', 'officer'],
    /** By cursor, as with what is for me. */
    query: strict({ before: Type.Optional(Type.Integer({ minimum: 0 })) }),
    responses: { 200: Type.Object({ notices: Type.Array(Notice), more: Type.Boolean() }) },
  },
  'GET /v1/me/notice-settings': {
    summary: 'The places I follow, what I muted, my door and whether I asked to be looked in on',
    tag: 'notices',
    callers: ['resident'],
    responses: {
      200: Type.Object({
        followed: Type.Array(Type.Object({ node: Node, name: Type.String(), label: Type.String() })),
        muted: Type.Array(literals(noticeCategories)),
        door: Type.Union([Type.String(), Type.Null()]),
        lookIn: Type.Array(literals(wishReasons)),
      }),
    },
  },
  'PUT /v1/me/notice-settings': {
    summary: 'Change them; an empty list of reasons takes the wish to be looked in on back',
    tag: 'notices',
    callers: ['resident'],
    body: strict({
      followed: Type.Optional(
        Type.Array(strict({ node: Node, label: Type.String({ minLength: 1, maxLength: 20 }) }), {
          maxItems: MOST_FOLLOWED,
        }),
      ),
      muted: Type.Optional(Type.Array(literals(noticeCategories), { maxItems: noticeCategories.length })),
      door: Type.Optional(Type.Union([Type.String({ minLength: 1, maxLength: 20 }), Type.Null()])),
      lookIn: Type.Optional(Type.Array(literals(wishReasons), { maxItems: wishReasons.length })),
    }),
    responses: { 204: null },
    errors: ['region-unknown', 'consent-required', 'home-required'],
  },
});
