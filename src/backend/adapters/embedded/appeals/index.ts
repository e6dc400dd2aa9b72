import { type AppealEvent, openAppealStates } from '@contract/appeal/lifecycle';
import { fail, ok } from '@contract/result';
import { randomUUID } from 'node:crypto';
import type { AuditLog } from '../../../ports/audit-log';
import type { Appeals, AppealStep, AppealWithTimeline } from '../../../ports/appeals';
import type { Clock } from '../../../ports/clock';
import type { Unit } from '../database/unit';
import { appealOf, photosOfStep, stepOf } from './rows';

export interface AppealsDeps {
  unit: Unit;
  clock: Clock;
  auditLog: Pick<AuditLog, 'append'>;
  /** With which what is personal in the log goes. */
  emergency: () => Promise<{ id: string } | undefined>;
}

const answers: Partial<Record<AppealEvent, string>> = { grant: 'appeal-granted', refuse: 'appeal-refused' };

/** Appeals in the deployment's own database. */
export function createAppeals({ unit, clock, auditLog, emergency }: AppealsDeps): Appeals {
  const appeals = () => unit.db.selectFrom('appeal').selectAll();
  const open = () => appeals().where('state', 'in', openAppealStates).orderBy('due_at').orderBy('id');

  async function get(id: string): Promise<AppealWithTimeline | undefined> {
    const row = await appeals().where('id', '=', id).executeTakeFirst();
    if (!row) return undefined;
    const steps = await unit.db
      .selectFrom('appeal_event')
      .selectAll()
      .select(photosOfStep)
      .where('appeal_id', '=', id)
      .orderBy('seq')
      .execute();
    return { ...appealOf(row), timeline: steps.map(stepOf) };
  }

  async function present(id: string): Promise<AppealWithTimeline> {
    const appeal = await get(id);
    if (!appeal) throw new RangeError('no such appeal');
    return appeal;
  }

  async function write(appealId: string, seq: number, step: AppealStep, at: Date): Promise<void> {
    const { actorId, photos, words, remedy, colour, event, role, state, node } = step;
    await unit.db
      .insertInto('appeal_event')
      .values({
        appeal_id: appealId,
        seq,
        event,
        role,
        state,
        node,
        actor_id: actorId,
        words: words ?? null,
        remedy: remedy ?? null,
        colour: colour ?? null,
        at,
      })
      .execute();
    if (photos.length === 0) return;
    await unit.db
      .insertInto('appeal_photo')
      .values(photos.map((photoId, position) => ({ appeal_id: appealId, seq, photo_id: photoId, position })))
      .execute();
  }

  /** What an official answered. */
  async function log({ id, reason }: AppealWithTimeline, step: AppealStep): Promise<void> {
    const act = answers[step.event];
    if (act === undefined || step.actorId === null) return;
    const during = await emergency();
    await auditLog.append({
      act,
      node: step.node,
      body: { appeal: id, rule: reason.rule, remedy: step.remedy },
      personal: { by: step.actorId, ...(step.words === undefined ? {} : { words: step.words }) },
      ...(during ? { deletedWith: { emergencyId: during.id } } : {}),
    });
  }

  return {
    get,
    file: (draft) =>
      unit.together(async () => {
        const now = clock.now();
        const { personId, filedBy, way, home, node, reason, dueAt, words, photos } = draft;
        const filed = await unit.db
          .insertInto('appeal')
          .values({
            id: randomUUID(),
            person_id: personId,
            filed_by: filedBy,
            way,
            home,
            node,
            reason: JSON.stringify(reason),
            state: 'filed',
            owner_id: null,
            due_at: dueAt,
            version: 1,
            filed_at: now,
            changed_at: now,
          })
          .onConflict((same) => same.doNothing())
          .returning('id')
          .executeTakeFirst();
        if (!filed) return fail('open-already');
        const role = way === 'desk' ? 'bearer' : 'appellant';
        const step: AppealStep = { event: 'file', role, actorId: filedBy, state: 'filed', node, photos };
        await write(filed.id, 1, { ...step, ...(words === undefined ? {} : { words }) }, now);
        return ok(await present(filed.id));
      }),
    async of(personId) {
      const rows = await appeals()
        .where('person_id', '=', personId)
        .orderBy('filed_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(appealOf);
    },
    async openFor({ nodes, ownerId }) {
      const rows = await open()
        .where((eb) =>
          eb.or([eb('owner_id', '=', ownerId), ...nodes.map((node) => eb('home', 'like', `${node}%`))]),
        )
        .execute();
      return rows.map(appealOf);
    },
    open: async () => (await open().execute()).map(appealOf),
    append: (id, seen, step, { ownerId, dueAt, warned } = {}) =>
      unit.together(async () => {
        const now = clock.now();
        const moved = await unit.db
          .updateTable('appeal')
          .set({
            state: step.state,
            node: step.node,
            version: seen + 1,
            changed_at: now,
            ...(ownerId === undefined ? {} : { owner_id: ownerId }),
            ...(dueAt === undefined ? {} : { due_at: dueAt }),
            ...(warned === undefined ? {} : { warned }),
          })
          .where('id', '=', id)
          .where('version', '=', seen)
          .returning('version')
          .executeTakeFirst();
        if (!moved) return fail('changed-meanwhile');
        await write(id, moved.version, step, now);
        const appeal = await present(id);
        await log(appeal, step);
        return ok(appeal);
      }),
    async withPhoto(photoId) {
      const rows = await unit.db
        .selectFrom('appeal_photo')
        .select('appeal_id')
        .distinct()
        .where('photo_id', '=', photoId)
        .execute();
      return rows.map((row) => row.appeal_id);
    },
  };
}
