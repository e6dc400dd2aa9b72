import { dayAt } from '@contract/calendar-day';
import { allows, type FamilyKind, stands } from '@contract/family/relation';
import { OF_AGE } from '@contract/person/age';
import { fail, ok } from '@contract/result';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { CodeRegistry } from '../../../ports/code-registry';
import type { Family } from '../../../ports/family';
import type { Unit } from '../database/unit';
import { createAsks } from './asks';
import { createLog } from './log';
import { relationOf, relations } from './rows';
import { removeUnseenChild } from './unseen-child';

/** A child that nobody came with is forgotten. */
const unseenDays = 90;
const dayMs = 24 * 60 * 60 * 1000;
/** Who may act for whom, in the deployment's own database. */
export function createFamily(
  unit: Unit,
  clock: Clock,
  codeRegistry: Pick<CodeRegistry, 'revokeBorne'>,
): Family {
  const today = () => dayAt(clock.now().getTime());
  const { take, ...asks } = createAsks(unit, clock);
  const log = createLog(unit, clock);

  const standing = async (column: 'actor_id' | 'person_id' | 'id', id: string) => {
    const rows = await relations(unit).where(`family_relation.${column}`, '=', id).execute();
    return rows.map(relationOf).filter((relation) => stands(relation, today()));
  };
  const get = async (id: string) => (await standing('id', id))[0];

  async function end(id: string): Promise<void> {
    const ended = await unit.db
      .updateTable('family_relation')
      .set({ ended_at: clock.now() })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .returning(['actor_id', 'person_id'])
      .executeTakeFirst();
    if (!ended) return;
    await withdraw(ended.actor_id, ended.person_id);
    await removeUnseenChild(unit, ended.person_id);
  }

  /** What the actor's phones bear of the person goes, unless another relation of the two still lets it be shown. */
  async function withdraw(actorId: string, personId: string): Promise<void> {
    const left = (await standing('actor_id', actorId)).filter((relation) => relation.personId === personId);
    if (!left.some((relation) => allows(relation, 'show', today())))
      await codeRegistry.revokeBorne(personId, actorId);
  }

  const insert = (row: { kind: FamilyKind; actorId: string; personId: string; calledAs: string }) =>
    unit.db.insertInto('family_relation').values({
      id: randomUUID(),
      kind: row.kind,
      state: row.kind === 'helper' ? 'active' : 'asked',
      actor_id: row.actorId,
      person_id: row.personId,
      called_as: row.calledAs,
      since: clock.now(),
      ended_at: null,
      may: [],
    });

  const whole = async (id: string) => {
    const relation = await get(id);
    if (!relation) throw new RangeError('no such relation');
    return relation;
  };

  return {
    of: (actorId) => standing('actor_id', actorId),
    actingFor: async (personId) =>
      (await standing('person_id', personId)).filter(({ state }) => state === 'active'),
    async showing(personIds) {
      const rows = await relations(unit)
        .where(sql<boolean>`family_relation.person_id = any(${[...personIds]}::uuid[])`)
        .execute();
      return rows.map(relationOf).filter((relation) => allows(relation, 'show', today()));
    },
    get,
    async may(actorId, personId, act) {
      if (actorId === personId) return true;
      const both = (await standing('actor_id', actorId)).filter((one) => one.personId === personId);
      return both.some((relation) => allows(relation, act, today()));
    },

    addChild: (guardian, { name, calledAs, bornOn }) =>
      unit.together(async () => {
        const personId = randomUUID();
        await unit.db
          .insertInto('person')
          .values({
            id: personId,
            name,
            born_on: bornOn,
            home_node: guardian.home?.node ?? null,
            home_building: guardian.home?.building ?? null,
            created_at: clock.now(),
          })
          .execute();
        const { id } = await insert({ kind: 'guardian', actorId: guardian.id, personId, calledAs })
          .returning('id')
          .executeTakeFirstOrThrow();
        return whole(id);
      }),
    ...asks,
    agree: (code, { personId, may, instead }) =>
      unit.together(async () => {
        const asked = await take(code);
        if (!asked) return fail('ask-unknown');
        const { actorId, kind, calledAs } = asked;
        const now = { state: 'active', may: [...may], since: clock.now() };
        const { id } = await insert({ kind, actorId, personId, calledAs })
          .onConflict((pair) =>
            pair
              .columns(['kind', 'actor_id', 'person_id'])
              .where('ended_at', 'is', null)
              .doUpdateSet({ called_as: calledAs }),
          )
          .returning('id')
          .executeTakeFirstOrThrow();
        await unit.db.updateTable('family_relation').set(now).where('id', '=', id).execute();
        await withdraw(actorId, personId);
        if (instead !== undefined) await end(instead);
        return ok(await whole(id));
      }),
    change: (id, may) =>
      unit.together(async () => {
        const changed = await unit.db
          .updateTable('family_relation')
          .set({ may: [...may] })
          .where('id', '=', id)
          .where('ended_at', 'is', null)
          .returning(['actor_id', 'person_id'])
          .executeTakeFirst();
        if (changed) await withdraw(changed.actor_id, changed.person_id);
      }),
    end: (id) => unit.together(() => end(id)),
    endOver: () =>
      unit.together(async () => {
        const unseenSince = new Date(clock.now().getTime() - unseenDays * dayMs);
        const rows = await relations(unit).execute();
        const over = rows
          .map(relationOf)
          .filter((one) => !stands(one, today()) || (one.state === 'asked' && one.since < unseenSince));
        for (const { id } of over) await end(id);
        await unit.db
          .updateTable('person')
          .set({ born_on: null })
          .where(sql<boolean>`born_on <= ${today()}::date - make_interval(years => ${OF_AGE})`)
          .execute();
        return [...new Set(over.flatMap(({ actorId, personId }) => [actorId, personId]))];
      }),

    async note(actorId, personId, what) {
      const act = what === 'filed' ? 'file' : 'read';
      const relation = (await standing('actor_id', actorId)).find(
        (one) => one.personId === personId && allows(one, act, today()),
      );
      if (relation) await log.write(relation.id, what);
    },
    log: log.read,
  };
}
