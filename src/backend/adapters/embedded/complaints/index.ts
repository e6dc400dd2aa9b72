import type {
  ComplaintEvent,
  ComplaintKind,
  ComplaintRole,
  ComplaintState,
} from '@contract/complaint/complaint';
import { codeLengths } from '@contract/region/code';
import { fail, ok } from '@contract/result';
import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Clock } from '../../../ports/clock';
import type { Complaint, Complaints, ComplaintStep } from '../../../ports/complaints';
import type { Schema } from '../database/schema';
import type { Unit } from '../database/unit';

/** So many are listed at once. */
const atOnce = 100;

/** Complaints in the deployment's own database. */
export function createComplaints(unit: Unit, clock: Clock): Complaints {
  const whole = () =>
    unit.db
      .selectFrom('complaint')
      .selectAll('complaint')
      .select((from) =>
        jsonArrayFrom(
          from
            .selectFrom('complaint_event')
            .select(['seq', 'event', 'role', 'actor_id', 'words', 'at'])
            .whereRef('complaint_event.complaint_id', '=', 'complaint.id')
            .orderBy('seq'),
        ).as('timeline'),
      )
      .limit(atOnce);
  const get: Complaints['get'] = async (id) => {
    const row = await whole().where('complaint.id', '=', id).executeTakeFirst();
    return row && complaintOf(row);
  };
  async function present(id: string): Promise<Complaint> {
    const complaint = await get(id);
    if (!complaint) throw new RangeError('no such complaint');
    return complaint;
  }
  const write = (id: string, seq: number, { event, role, actorId, words }: ComplaintStep, at: Date) =>
    unit.db
      .insertInto('complaint_event')
      .values({ complaint_id: id, seq, event, role, actor_id: actorId, words: words ?? null, at })
      .execute();

  return {
    get,
    file: ({ filerId, county, kind, photoId, words, answerBy, handling }) =>
      unit.together(async () => {
        const id = randomUUID();
        const now = clock.now();
        await unit.db
          .insertInto('complaint')
          .values({
            id,
            filer_id: filerId,
            county,
            kind,
            state: 'waiting',
            answer_by: answerBy,
            photo_id: photoId,
            request_id: handling?.requestId ?? null,
            node: handling?.node ?? null,
            version: 1,
            created_at: now,
            changed_at: now,
          })
          .execute();
        await write(id, 1, { event: 'file', role: 'filer', actorId: filerId, words }, now);
        return present(id);
      }),
    of: async (filerId) =>
      (await whole().where('filer_id', '=', filerId).orderBy('created_at', 'desc').execute()).map(
        complaintOf,
      ),
    async under({ app, handling }) {
      if (app.length + handling.length === 0) return [];
      const rows = await whole()
        .where((eb) =>
          eb.or([
            ...app.map((node) => eb.and([eb('kind', '<>', 'handling'), eb('county', 'like', `${node}%`)])),
            ...handling.map((node) => eb('node', 'like', `${node}%`)),
          ]),
        )
        .orderBy(sql`answer_by asc nulls last`)
        .orderBy('changed_at', 'desc')
        .execute();
      return rows.map(complaintOf);
    },
    async overdue(now, limit) {
      const rows = await whole()
        .where('request_id', 'is not', null)
        .where('escalated', '=', false)
        .where(sql`length(node)`, '>', codeLengths.county)
        .where('answer_by', '<=', now)
        .orderBy('answer_by')
        .limit(limit)
        .execute();
      return rows.map(complaintOf);
    },
    async withPhoto(photoId) {
      const row = await whole().where('photo_id', '=', photoId).executeTakeFirst();
      return row && complaintOf(row);
    },
    append: (id, seen, step, { state, answerBy, handling = {} }) =>
      unit.together(async () => {
        const now = clock.now();
        const moved = await unit.db
          .updateTable('complaint')
          .set({ state, answer_by: answerBy, version: seen + 1, changed_at: now, ...handling })
          .where('id', '=', id)
          .where('version', '=', seen)
          .returning('version')
          .executeTakeFirst();
        if (!moved) return fail('changed-meanwhile');
        await write(id, moved.version, step, now);
        return ok(await present(id));
      }),
  };
}

type Row = Selectable<Schema['complaint']> & {
  /** Through JSON: moments as text. */
  timeline: (Omit<Selectable<Schema['complaint_event']>, 'complaint_id' | 'at'> & { at: string | Date })[];
};

const complaintOf = (row: Row): Complaint => ({
  id: row.id,
  filerId: row.filer_id,
  county: row.county,
  kind: row.kind as ComplaintKind,
  state: row.state as ComplaintState,
  answerBy: row.answer_by,
  photoId: row.photo_id,
  ...(row.request_id !== null && row.node !== null
    ? { handling: { requestId: row.request_id, node: row.node, escalated: row.escalated } }
    : {}),
  version: row.version,
  createdAt: row.created_at,
  changedAt: row.changed_at,
  timeline: row.timeline.map(({ seq, event, role, actor_id: actorId, words, at }) => ({
    seq,
    event: event as ComplaintEvent,
    role: role as ComplaintRole,
    actorId,
    at: new Date(at),
    ...(words === null ? {} : { words }),
  })),
});
