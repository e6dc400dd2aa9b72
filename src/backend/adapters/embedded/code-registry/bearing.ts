import type { Colour } from '@contract/health-code/colour';
import { sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { CodeRegistry, Paper } from '../../../ports/code-registry';
import type { Unit } from '../database/unit';

type Bearing = Pick<
  CodeRegistry,
  'paper' | 'papersOf' | 'revokePaper' | 'provedKeys' | 'borneBy' | 'phonesOf' | 'revokePhone' | 'revokeBorne'
>;

const REVOKED = 1;
/** A key older than this is not renewed behind the phone's back: the app makes another one. */
const keyLifeMs = 7 * 24 * 60 * 60 * 1000;

/** Who bears whose code, on phones and on paper, and how that ends. */
export function bearing(unit: Unit, clock: Clock): Bearing {
  const running = () => unit.db.selectFrom('code_spell').where('expires_at', '>', clock.now());
  const counting = () => running().where('status', '<>', REVOKED);
  const onPhones = () => counting().where('holder_key', 'is not', null).where('current', '=', true);
  const papers = () =>
    unit.db
      .selectFrom('code_spell')
      .select(['id', 'person_id', 'issued_at', 'expires_at'])
      .where('holder_key', 'is', null);
  const revoke = () =>
    unit.db.updateTable('code_spell').set({ status: REVOKED }).where('expires_at', '>', clock.now());

  return {
    async paper(id) {
      return (await papers().where('id', '=', id).execute()).flatMap(paperOf)[0];
    },
    async papersOf(personId) {
      const rows = await papers()
        .where('person_id', '=', personId)
        .where('expires_at', '>', clock.now())
        .where('status', '<>', REVOKED)
        .orderBy('issued_at', 'desc')
        .execute();
      return rows.flatMap(paperOf);
    },
    async revokePaper(id) {
      await revoke().where('id', '=', id).where('holder_key', 'is', null).execute();
    },

    async provedKeys(sessionId) {
      const rows = await onPhones()
        .select(['person_id', 'bearer_id', 'holder_key', 'colour'])
        .where('session_id', '=', sessionId)
        // Its first spell began when the phone first proved the key.
        .where(
          sql<Date>`(select min(first.issued_at) from code_spell first where first.holder_key = code_spell.holder_key)`,
          '>',
          new Date(clock.now().getTime() - keyLifeMs),
        )
        .orderBy('issued_at')
        .execute();
      return rows.flatMap(({ person_id, bearer_id, holder_key, colour }) =>
        person_id && bearer_id && holder_key
          ? [
              {
                personId: person_id,
                bearerId: bearer_id,
                sessionId,
                holderKey: new Uint8Array(holder_key),
                colour: colour as Colour,
              },
            ]
          : [],
      );
    },
    async borneBy(sessionId) {
      const rows = await onPhones()
        .select('person_id')
        .distinct()
        .where('session_id', '=', sessionId)
        .execute();
      return rows.flatMap(({ person_id }) => (person_id ? [person_id] : []));
    },
    async phonesOf(personId, bearerId) {
      const { phones } = await onPhones()
        .select(({ fn }) => fn.count<number | string>('session_id').distinct().as('phones'))
        .where('person_id', '=', personId)
        .where('bearer_id', '=', bearerId)
        .executeTakeFirstOrThrow();
      return Number(phones);
    },
    async revokePhone(sessionId) {
      await revoke().where('session_id', '=', sessionId).execute();
    },
    async revokeBorne(personId, bearerId) {
      await revoke().where('person_id', '=', personId).where('bearer_id', '=', bearerId).execute();
    },
  };
}

const paperOf = (row: {
  id: string;
  person_id: string | null;
  issued_at: Date | null;
  expires_at: Date;
}): Paper[] =>
  row.person_id && row.issued_at
    ? [{ id: row.id, personId: row.person_id, issuedAt: row.issued_at, expiresAt: row.expires_at }]
    : [];
