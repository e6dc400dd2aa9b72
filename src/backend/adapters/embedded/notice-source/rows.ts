import type { NoticeMessage } from '@contract/notice/message';
import type { Certainty, MessageType, NoticeCategory, Severity, Urgency } from '@contract/notice/notice';
import type { Selectable } from 'kysely';
import type { Following, Origin, PublishedNotice } from '../../../ports/notice-source';
import type { Schema } from '../database/schema';
import { wholesOf } from './codes';

export type NoticeRow = Selectable<Schema['notice']>;

export const noticeOf = (row: NoticeRow): PublishedNotice => ({
  id: row.id,
  eventId: row.event_id,
  version: row.version,
  seq: Number(row.seq),
  references: row.references_id,
  msgType: row.msg_type as MessageType,
  severity: row.severity as Severity,
  urgency: row.urgency as Urgency,
  certainty: row.certainty as Certainty,
  category: row.category as NoticeCategory,
  info: row.info,
  authorId: row.author_id,
  authorNode: row.author_node,
  audience: { include: row.include, except: row.except_nodes },
  sentAt: row.sent_at,
  onset: row.onset,
  expiresAt: row.expires_at,
  web: row.web,
  pinned: row.pinned,
  acknowledge: row.acknowledge,
  knockAt: row.knock_at,
  policy: row.policy,
  attachments: row.attachments,
  approvedBy: row.approved_by,
  pinyin: row.pinyin,
});

export const columnsOf = (
  message: NoticeMessage,
  { id, following, origin }: { id: string; following: Following | undefined; origin: Origin | undefined },
) => ({
  id,
  event_id: following?.eventId ?? id,
  version: following?.version ?? 1,
  references_id: following?.references ?? null,
  source: origin?.source ?? null,
  identifier: origin?.identifier ?? null,
  msg_type: message.msgType,
  severity: message.severity,
  urgency: message.urgency,
  certainty: message.certainty,
  category: message.category,
  info: JSON.stringify(message.info),
  author_id: message.authorId,
  author_node: message.authorNode,
  include: [...message.audience.include],
  include_grids: wholesOf(message.audience.include),
  except_nodes: [...message.audience.except],
  onset: message.onset,
  expires_at: message.expiresAt,
  web: message.web,
  pinned: message.pinned,
  acknowledge: message.acknowledge,
  knock_at: message.knockAt,
  policy: message.policy ? JSON.stringify(message.policy) : null,
  attachments: JSON.stringify(message.attachments),
  approved_by: message.approvedBy,
  pinyin: message.pinyin,
});
