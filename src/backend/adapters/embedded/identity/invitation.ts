import { fail, ok } from '@contract/result';
import type { AuditLog } from '../../../ports/audit-log';
import type { Clock } from '../../../ports/clock';
import type { IdentityProvider } from '../../../ports/identity';
import type { Unit } from '../database/unit';
import { createRoleGrants } from '../role-grants';
import { hashOfSpokenCode, newSpokenCode } from '../store/spoken-code';

const lifeMs = 14 * 24 * 60 * 60 * 1000;

/** Makes a single-use code for a person, good for a fortnight. It is shown once: only its hash is kept. */
export async function invite(unit: Unit, clock: Clock, personId: string): Promise<string> {
  const code = newSpokenCode();
  await unit.db
    .insertInto('invitation')
    .values({
      code_hash: hashOfSpokenCode(code),
      person_id: personId,
      expires_at: new Date(clock.now().getTime() + lifeMs),
      used_at: null,
    })
    .execute();
  return code;
}

/** Signs in whom an invitation was made for, once. */
export function createInvitationIdentity(
  unit: Unit,
  clock: Clock,
  log: Pick<AuditLog, 'append'>,
): IdentityProvider {
  const roles = createRoleGrants(unit, clock, log);
  return {
    signIn: (code) =>
      unit.together(async () => {
        const hash = hashOfSpokenCode(code);
        const found = await unit.db
          .selectFrom('invitation')
          .select(['person_id', 'expires_at', 'used_at'])
          .where('code_hash', '=', hash)
          // Two phones with one code: the second waits and finds it used.
          .forUpdate()
          .executeTakeFirst();
        if (!found) return fail('refused');
        if (found.used_at) return fail('used');
        if (found.expires_at <= clock.now()) return fail('expired');
        await unit.db
          .updateTable('invitation')
          .set({ used_at: clock.now() })
          .where('code_hash', '=', hash)
          .execute();
        const identity = { provider: 'invite', subject: found.person_id };
        await unit.db
          .insertInto('identity')
          .values({ ...identity, person_id: found.person_id })
          .onConflict((known) => known.doNothing())
          .execute();
        await roles.note('invitation-used', found.person_id);
        return ok(identity);
      }),
  };
}
