import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../ports/clock';
import type { AccountJoin } from '../../../ports/account-joins';
import type { Unit } from '../database/unit';

/** Opens the question whether a second account is joined into the first; one that is open already stays the one. */
export async function askToJoin(
  unit: Unit,
  clock: Clock,
  { firstId, secondId, seenBy }: Pick<AccountJoin, 'firstId' | 'secondId' | 'seenBy'>,
): Promise<string> {
  const phone = await unit.db
    .selectFrom('session')
    .select('device')
    .where('person_id', '=', secondId)
    .where('expires_at', '>', clock.now())
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { id } = await unit.db
    .insertInto('account_join')
    .values({
      id: randomUUID(),
      first_id: firstId,
      second_id: secondId,
      seen_by: seenBy,
      device: phone?.device ?? '',
      asked_at: clock.now(),
      answered_at: null,
      joined: null,
    })
    .onConflict((open) =>
      open
        .columns(['first_id', 'second_id'])
        .where('answered_at', 'is', null)
        // Who saw the document last can decide.
        .doUpdateSet({ seen_by: seenBy }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
