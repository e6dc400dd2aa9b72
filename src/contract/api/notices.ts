import { type Static, Type } from '@sinclair/typebox';
import { messageTypes, noticeCategories, severities } from '../notice/notice';
import { languages } from '../text';
import { Id, Instant, literals, strict } from './common';
import { defineEndpoints } from './endpoint';

/** A node of the tree or a building. */
const Node = Type.String({ pattern: '^(\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}|\\d{15}|\\d{18})$' });

export const NoticeInfo = strict({
  language: literals(languages),
  headline: Type.String({ minLength: 1, maxLength: 160 }),
  description: Type.String({ maxLength: 8000 }),
  instruction: Type.Optional(Type.String({ maxLength: 4000 })),
});
export type NoticeInfo = Static<typeof NoticeInfo>;

export const Notice = Type.Object({
  id: Id,
  msgType: literals(messageTypes),
  severity: literals(severities),
  category: literals(noticeCategories),
  /** Chinese first. */
  info: Type.Array(NoticeInfo),
  author: Type.Object({ node: Node, name: Type.String() }),
  audience: Type.Object({ include: Type.Array(Node), except: Type.Array(Node) }),
  sentAt: Instant,
  expiresAt: Type.Union([Instant, Type.Null()]),
  read: Type.Boolean(),
});
export type Notice = Static<typeof Notice>;

export const notices = defineEndpoints({
  'GET /v1/notices': {
    summary: 'Notices for where I live, newest first',
    tag: 'notices',
    callers: ['resident'],
    query: strict({
      before: Type.Optional(Instant),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
    }),
    responses: { 200: Type.Object({ notices: Type.Array(Notice), unread: Type.Integer() }) },
    errors: ['home-required'],
  },
  'GET /v1/notices/:id': {
    summary: 'One notice that is for me, or that I may publish over',
    tag: 'notices',
    callers: ['resident'],
    params: strict({ id: Id }),
    responses: { 200: Notice },
  },
  'POST /v1/notices': {
    summary: 'Publish to nodes under my own',
    tag: 'notices',
    callers: ['officer'],
    idempotent: true,
    body: strict({
      severity: literals(severities),
      category: literals(noticeCategories),
      info: Type.Array(NoticeInfo, { minItems: 1, maxItems: 2 }),
      audience: strict({
        include: Type.Array(Node, { minItems: 1, maxItems: 200 }),
        except: Type.Optional(Type.Array(Node, { maxItems: 200 })),
      }),
      expiresAt: Type.Optional(Instant),
    }),
    responses: { 201: Notice },
    errors: ['audience-outside', 'region-unknown', 'notice-expired-already'],
  },
  'PUT /v1/notices/:id/read': {
    summary: 'I have read it',
    tag: 'notices',
    callers: ['resident'],
    params: strict({ id: Id }),
    responses: { 204: null },
  },
});
