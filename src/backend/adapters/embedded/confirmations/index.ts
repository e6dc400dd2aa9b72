import { fail, ok, type Result } from '@contract/result';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { ConfirmationFailure, Confirmations, Confirmed, Seen } from '../../../ports/confirmations';
import type { Person } from '../../../ports/store';
import type { Unit } from '../database/unit';
import { personColumns, personOf } from '../store/people';
import { hashOfSpokenCode, newSpokenCode } from '../store/spoken-code';
import { askToJoin } from './ask-to-join';
import { attachChild } from './attach-child';
import type { Brought } from './brought';

const lifeMs = 10 * 60 * 1000;

/** Whom the community has seen, in the deployment's own database. */
export function createConfirmations(unit: Unit, clock: Clock, brought: Brought): Confirmations {
  /** Two desks with one document take turns, so that one person key gets one account. */
  const inTurn = <T>(personKey: Uint8Array, work: () => Promise<T>): Promise<T> =>
    unit.together(async () => {
      const name = `person ${Buffer.from(personKey).toString('hex')}`;
      await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(unit.db);
      return work();
    });

  async function holderOf(personKey: Uint8Array): Promise<Person | undefined> {
    const row = await unit.db
      .selectFrom('person')
      .select(personColumns)
      .where('person_key', '=', Buffer.from(personKey))
      .executeTakeFirst();
    return row && personOf(row);
  }

  /** Uses a code up. */
  async function take(code: string): Promise<boolean> {
    const taken = await unit.db
      .deleteFrom('confirmation_code')
      .where('code_hash', '=', hashOfSpokenCode(code, 'LC1:'))
      .where('expires_at', '>', clock.now())
      .returning('person_id')
      .executeTakeFirst();
    return taken !== undefined;
  }

  /** Whether the account stands by another document, which only some may set aside. */
  async function standsByAnother(personId: string, { personKey, mayReplace }: Seen): Promise<boolean> {
    const { person_key: key } = await unit.db
      .selectFrom('person')
      .select('person_key')
      .where('id', '=', personId)
      .executeTakeFirstOrThrow();
    if (key === null || key.equals(personKey)) return false;
    return !mayReplace || (await holderOf(personKey)) !== undefined;
  }

  /** Whether one official alone would worsen a colour by it: what waits for this key, or where they are said to live. */
  async function takesTwo(
    { personKey, agreed }: Seen,
    home: { from: string | undefined; to: string } | undefined,
  ): Promise<boolean> {
    return !agreed && (await brought.couldWorsen(await brought.waitingFor(personKey), home));
  }

  async function homeOf(personId: string): Promise<string | undefined> {
    const row = await unit.db
      .selectFrom('person')
      .select('home_node')
      .where('id', '=', personId)
      .executeTakeFirst();
    return row?.home_node ?? undefined;
  }

  async function write(personId: string, seen: Seen, home: Person['home'] = null): Promise<void> {
    await unit.db
      .updateTable('person')
      .set({
        name: seen.name,
        confirmed: true,
        person_key: Buffer.from(seen.personKey),
        born_on: seen.bornOn,
        ...(home ? { home_node: home.node, home_building: home.building } : {}),
      })
      .where('id', '=', personId)
      .execute();
    await brought.give(seen.personKey, personId);
  }

  return {
    async offer(personId, relationId) {
      const code = newSpokenCode('LC1:');
      const expiresAt = new Date(clock.now().getTime() + lifeMs);
      await unit.db
        .insertInto('confirmation_code')
        .values({
          code_hash: hashOfSpokenCode(code, 'LC1:'),
          person_id: personId,
          relation_id: relationId,
          expires_at: expiresAt,
        })
        .execute();
      return { code, expiresAt };
    },
    async look(code) {
      const row = await unit.db
        .selectFrom('confirmation_code')
        .select(['person_id', 'relation_id'])
        .where('code_hash', '=', hashOfSpokenCode(code, 'LC1:'))
        .where('expires_at', '>', clock.now())
        .executeTakeFirst();
      return row && { personId: row.person_id, relationId: row.relation_id };
    },
    personOf: holderOf,

    confirm: (personId, seen, { code, home = null }) =>
      inTurn(seen.personKey, async (): Promise<Result<Confirmed, ConfirmationFailure>> => {
        if (await standsByAnother(personId, seen)) return fail('another-document');
        const holder = await holderOf(seen.personKey);
        const moves = home ? { from: await homeOf(personId), to: home.node } : undefined;
        if ((!holder || holder.id === personId) && (await takesTwo(seen, moves))) return fail('takes-two');
        if (code !== undefined && !(await take(code))) return fail('code-unknown');
        if (holder && holder.id !== personId) {
          const joinId = await askToJoin(unit, clock, {
            firstId: holder.id,
            secondId: personId,
            seenBy: seen.seenBy,
          });
          return ok({ outcome: 'known-elsewhere', personId: holder.id, joinId });
        }
        await write(personId, seen, home);
        return ok({ outcome: 'confirmed', personId });
      }),
    admit: (seen, home) =>
      inTurn(seen.personKey, async (): Promise<Result<Confirmed, 'takes-two'>> => {
        const holder = await holderOf(seen.personKey);
        const moves = holder && !holder.home ? { from: undefined, to: home.node } : undefined;
        if (await takesTwo(seen, moves)) return fail('takes-two');
        const personId = holder?.id ?? randomUUID();
        if (!holder)
          await unit.db.insertInto('person').values({ id: personId, created_at: clock.now() }).execute();
        await write(personId, seen, holder?.home ? null : home);
        return ok({ outcome: 'confirmed', personId });
      }),
    confirmChild: (relationId, seen, code) =>
      inTurn(seen.personKey, async () => {
        const holder = await holderOf(seen.personKey);
        const { person_id: childId } = await unit.db
          .selectFrom('family_relation')
          .select('person_id')
          .where('id', '=', relationId)
          .executeTakeFirstOrThrow();
        if (!holder && (await standsByAnother(childId, seen))) return fail('another-document');
        if (await takesTwo(seen, undefined)) return fail('takes-two');
        if (code !== undefined && !(await take(code))) return fail('code-unknown');
        const personId = holder?.id ?? childId;
        await write(personId, seen);
        await attachChild(unit, clock, relationId, personId);
        return ok({ personId });
      }),
  };
}
