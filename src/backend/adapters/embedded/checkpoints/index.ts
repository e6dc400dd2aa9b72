import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { Checkpoints, Duty } from '../../../ports/checkpoints';
import type { Unit } from '../database/unit';
import { hashOfSpokenCode, newSpokenCode } from '../store/spoken-code';

const checkpointColumns = [
  'checkpoint.id',
  'checkpoint.name',
  'checkpoint.node',
  'checkpoint.desk_phone as deskPhone',
] as const;
const dutyColumns = ['id', 'checkpoint_id', 'person_id', 'session_id', 'started_at', 'ends_at'] as const;

interface DutyRow {
  id: string;
  checkpoint_id: string;
  person_id: string;
  session_id: string | null;
  started_at: Date;
  ends_at: Date;
}
const dutyOf = (row: DutyRow): Duty => ({
  id: row.id,
  checkpointId: row.checkpoint_id,
  personId: row.person_id,
  sessionId: row.session_id,
  startedAt: row.started_at,
  endsAt: row.ends_at,
});

/** Checkpoints, their phones and their counts in the deployment's own database. */
export function createCheckpoints(unit: Unit, clock: Clock): Checkpoints {
  const checkpoints = () => unit.db.selectFrom('checkpoint').select(checkpointColumns);
  const get: Checkpoints['get'] = (id) => checkpoints().where('id', '=', id).executeTakeFirst();

  return {
    get,
    open: ({ name, node, deskPhone }) =>
      unit.db
        .insertInto('checkpoint')
        .values({ id: randomUUID(), name, node, desk_phone: deskPhone, created_at: clock.now() })
        .returning(checkpointColumns)
        .executeTakeFirstOrThrow(),
    under: (nodes) =>
      checkpoints()
        .where((eb) => eb.or(nodes.map((node) => eb('node', 'like', `${node}%`))))
        .orderBy('name')
        .orderBy('id')
        .execute(),
    async setUpCode(checkpointId, expiresAt) {
      // Those that nobody used in time go here: they are nobody's data, and there are never many.
      await unit.db.deleteFrom('set_up_code').where('expires_at', '<=', clock.now()).execute();
      const code = newSpokenCode('LK1:');
      await unit.db
        .insertInto('set_up_code')
        .values({
          code_hash: hashOfSpokenCode(code, 'LK1:'),
          checkpoint_id: checkpointId,
          expires_at: expiresAt,
        })
        .execute();
      return code;
    },
    async takeSetUpCode(code) {
      // Taken by being deleted: of two phones with one code, the second finds nothing.
      const taken = await unit.db
        .deleteFrom('set_up_code')
        .where('code_hash', '=', hashOfSpokenCode(code, 'LK1:'))
        .where('expires_at', '>', clock.now())
        .returning('checkpoint_id')
        .executeTakeFirst();
      return taken && get(taken.checkpoint_id);
    },
    async begin({ checkpointId, personId, sessionId }, endsAt) {
      const row = await unit.db
        .insertInto('checkpoint_duty')
        .values({
          id: randomUUID(),
          checkpoint_id: checkpointId,
          person_id: personId,
          session_id: sessionId,
          started_at: clock.now(),
          ends_at: endsAt,
        })
        .onConflict((again) =>
          again.columns(['session_id', 'checkpoint_id']).doUpdateSet({ ends_at: endsAt }),
        )
        .returning(dutyColumns)
        .executeTakeFirstOrThrow();
      return dutyOf(row);
    },
    async duty(id) {
      const row = await unit.db
        .selectFrom('checkpoint_duty')
        .select(dutyColumns)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && dutyOf(row);
    },
    async dutiesOf(sessionId) {
      const rows = await unit.db
        .selectFrom('checkpoint_duty')
        .innerJoin('checkpoint', 'checkpoint.id', 'checkpoint_duty.checkpoint_id')
        .select(checkpointColumns)
        .select(['checkpoint_duty.id as duty_id', 'person_id', 'session_id', 'started_at', 'ends_at'])
        .where('session_id', '=', sessionId)
        .where('ends_at', '>', clock.now())
        .orderBy('ends_at', 'desc')
        .execute();
      return rows.map(({ id, name, node, deskPhone, duty_id, ...duty }) => ({
        ...dutyOf({ ...duty, id: duty_id, checkpoint_id: id }),
        checkpoint: { id, name, node, deskPhone },
      }));
    },
    async dutiesAt(checkpointIds) {
      if (checkpointIds.length === 0) return [];
      const rows = await unit.db
        .selectFrom('checkpoint_duty')
        .innerJoin('person', 'person.id', 'checkpoint_duty.person_id')
        .innerJoin('session', 'session.id', 'checkpoint_duty.session_id')
        .select(['checkpoint_duty.id', 'checkpoint_id', 'session_id', 'started_at', 'ends_at'])
        .select(['checkpoint_duty.person_id', 'person.name'])
        .where('checkpoint_id', 'in', [...checkpointIds])
        .where('ends_at', '>', clock.now())
        .where('session.expires_at', '>', clock.now())
        .orderBy('ends_at')
        .execute();
      return rows.map(({ name, ...row }) => ({ ...dutyOf(row), personName: name }));
    },
    async end(id) {
      const now = clock.now();
      await unit.db
        .updateTable('checkpoint_duty')
        .set({ ends_at: now })
        .where('id', '=', id)
        .where('ends_at', '>', now)
        .execute();
    },
    async count(dutyId, hours) {
      if (hours.length === 0) return;
      await unit.db
        .insertInto('checkpoint_count')
        .values(hours.map((count) => ({ duty_id: dutyId, ...count })))
        .onConflict((again) =>
          again.columns(['duty_id', 'hour']).doUpdateSet((eb) => ({
            pass: eb.ref('excluded.pass'),
            ask: eb.ref('excluded.ask'),
            stop: eb.ref('excluded.stop'),
          })),
        )
        .execute();
    },
    async countsSince(checkpointIds, since) {
      if (checkpointIds.length === 0) return [];
      const summed = (column: 'pass' | 'ask' | 'stop') => sql<string>`sum(${sql.ref(column)})`.as(column);
      const rows = await unit.db
        .selectFrom('checkpoint_count')
        .innerJoin('checkpoint_duty', 'checkpoint_duty.id', 'checkpoint_count.duty_id')
        .select(['checkpoint_id', 'hour'])
        .select([summed('pass'), summed('ask'), summed('stop')])
        .where('checkpoint_id', 'in', [...checkpointIds])
        .where('hour', '>', since)
        .groupBy(['checkpoint_id', 'hour'])
        .orderBy('hour')
        .execute();
      return rows.map((row) => ({
        checkpointId: row.checkpoint_id,
        hour: row.hour,
        pass: Number(row.pass),
        ask: Number(row.ask),
        stop: Number(row.stop),
      }));
    },
  };
}
