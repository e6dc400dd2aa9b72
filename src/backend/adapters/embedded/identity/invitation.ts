import { fail, ok } from '@contract/result';
import { createHash, randomInt } from 'node:crypto';
import type { Clock } from '../../../ports/clock';
import type { IdentityProvider } from '../../../ports/identity';
import type { Unit } from '../database/unit';

// Crockford's base 32: 16 letters are 80 bits, too many to try; printed on paper and typed by hand.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const lifeMs = 14 * 24 * 60 * 60 * 1000;

const newCode = (): string =>
  Array.from({ length: 16 }, () => letters[randomInt(letters.length)])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');

/** The same for small letters, missing hyphens, and an O, I or L read off paper. */
function hashOf(code: string): Buffer {
  const plain = code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return createHash('sha256').update(plain).digest();
}

/** Makes a single-use code for a person, good for a fortnight. It is shown once: only its hash is kept. */
export async function invite(unit: Unit, clock: Clock, personId: string): Promise<string> {
  const code = newCode();
  await unit.db
    .insertInto('invitation')
    .values({
      code_hash: hashOf(code),
      person_id: personId,
      expires_at: new Date(clock.now().getTime() + lifeMs),
      used_at: null,
    })
    .execute();
  return code;
}

/** Signs in whom an invitation was made for, once. */
export function createInvitationIdentity(unit: Unit, clock: Clock): IdentityProvider {
  return {
    signIn: (code) =>
      unit.together(async () => {
        const hash = hashOf(code);
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
        return ok(identity);
      }),
  };
}
