import { sql } from 'kysely';
import type { Bodies } from '../../../ports/bodies';
import type { Clock } from '../../../ports/clock';
import type { Unit } from '../database/unit';
import { hashOfSpokenCode, newSpokenCode } from '../store/spoken-code';
import { putContacts } from './contacts';
import { bodyColumns, bodyOf, cardColumns } from './row';

/** Bodies, their cards and who keeps them, in the deployment's own database. */
export function createBodies(unit: Unit, clock: Clock): Bodies {
  /** Those there are: what the county said is no more is not found, and keeps its row. */
  const bodies = () =>
    unit.db
      .selectFrom('body')
      .select(bodyColumns)
      .where((row) =>
        row.or([row('body.closed_from', 'is', null), row('body.closed_from', '>', clock.now())]),
      );

  const get: Bodies['get'] = async (id) => {
    const row = await bodies().where('id', '=', id).executeTakeFirst();
    return row && bodyOf(row);
  };

  const invite: Bodies['invite'] = async (bodyId, expiresAt) => {
    // Those that nobody used in time go here: they are nobody's data, and there are never many.
    await unit.db.deleteFrom('body_invitation').where('expires_at', '<=', clock.now()).execute();
    const code = newSpokenCode('LB1:');
    await unit.db
      .insertInto('body_invitation')
      .values({ code_hash: hashOfSpokenCode(code, 'LB1:'), body_id: bodyId, expires_at: expiresAt })
      .execute();
    return code;
  };

  return {
    get,
    invite,
    async at(nodes, kind) {
      if (nodes.length === 0) return [];
      const rows = await bodies()
        .where('node', 'in', [...nodes])
        .$if(kind !== undefined, (of) => of.where('kind', '=', kind ?? ''))
        .orderBy('name')
        .orderBy('id')
        .execute();
      return rows.map(bodyOf);
    },
    async named(node, name) {
      const row = await bodies().where('node', '=', node).where('name', '=', name).executeTakeFirst();
      return row && bodyOf(row);
    },
    putContacts: (contacts) =>
      unit.together(async () => {
        // Two lists at once take turns, so that each compares with what is really there.
        await sql`select pg_advisory_xact_lock(hashtextextended('bodies', 0))`.execute(unit.db);
        return putContacts(unit, clock, invite, contacts);
      }),
    keepBy: (code, personId) =>
      unit.together(async () => {
        // Taken by being deleted: of two people with one code, the second finds nothing.
        const taken = await unit.db
          .deleteFrom('body_invitation')
          .where('code_hash', '=', hashOfSpokenCode(code, 'LB1:'))
          .where('expires_at', '>', clock.now())
          .returning('body_id')
          .executeTakeFirst();
        const body = taken && (await get(taken.body_id));
        if (!body) return undefined;
        const steward = { person_id: personId, since: clock.now() };
        await unit.db
          .insertInto('body_steward')
          .values({ body_id: body.id, ...steward })
          .onConflict((held) => held.column('body_id').doUpdateSet(steward))
          .execute();
        return body;
      }),
    async stewardOf(bodyId) {
      const row = await unit.db
        .selectFrom('body_steward')
        .select('person_id')
        .where('body_id', '=', bodyId)
        .executeTakeFirst();
      return row?.person_id;
    },
    async keptBy(personId) {
      const rows = await bodies()
        .innerJoin('body_steward', 'body_steward.body_id', 'body.id')
        .where('body_steward.person_id', '=', personId)
        .orderBy('body.name')
        .orderBy('body.id')
        .execute();
      return rows.map(bodyOf);
    },
    async write(bodyId, card) {
      const row = await unit.db
        .updateTable('body')
        .set({ ...cardColumns(card), kept_by_itself: true, touched_at: clock.now() })
        .where('id', '=', bodyId)
        .returning(bodyColumns)
        .executeTakeFirstOrThrow();
      return bodyOf(row);
    },
  };
}
