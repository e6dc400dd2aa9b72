import type { AuditLog } from '../../../ports/audit-log';
import type { Clock } from '../../../ports/clock';
import type { AccountJoin, AccountJoins } from '../../../ports/account-joins';
import type { Facts } from '../../../ports/colours';
import type { CodeRegistry } from '../../../ports/code-registry';
import type { Unit } from '../database/unit';
import type { Brought } from '../confirmations/brought';
import { createRoleGrants } from '../role-grants';
import { moveAccount } from './move-account';
import { moveFamily } from './move-family';
import { revokeCodes } from './revoke-codes';

/** Second accounts of one person, in the deployment's own database. */
export function createAccountJoins(
  unit: Unit,
  clock: Clock,
  codeRegistry: Pick<CodeRegistry, 'revokeBorne' | 'revokePhone' | 'papersOf' | 'revokePaper'>,
  log: Pick<AuditLog, 'append'>,
  facts: Pick<Facts, 'of'>,
  brought: Pick<Brought, 'couldWorsen' | 'recolour'>,
): AccountJoins {
  const roles = createRoleGrants(unit, clock, log);
  const open = () =>
    unit.db
      .selectFrom('account_join')
      .selectAll()
      .where('answered_at', 'is', null)
      .orderBy('asked_at')
      .orderBy('id');

  async function moveRoles(from: string, to: string): Promise<void> {
    for (const post of await roles.of(from)) {
      await roles.take(from, post, { through: 'account-join' });
      await roles.give(to, post, { through: 'account-join' });
    }
  }

  async function homeOf(id: string): Promise<string | null> {
    const row = await unit.db
      .selectFrom('person')
      .select('home_node')
      .where('id', '=', id)
      .executeTakeFirst();
    return row?.home_node ?? null;
  }

  return {
    async couldWorsen({ firstId, secondId }) {
      const to = (await homeOf(firstId)) === null ? await homeOf(secondId) : null;
      return brought.couldWorsen(await facts.of(secondId), to === null ? undefined : { from: undefined, to });
    },
    openFor: async (firstId) => (await open().where('first_id', '=', firstId).execute()).map(joinOf),
    async get(id) {
      const row = await open().where('id', '=', id).executeTakeFirst();
      return row && joinOf(row);
    },
    answer: (id, join) =>
      unit.together(async () => {
        const row = await unit.db
          .updateTable('account_join')
          .set({ answered_at: clock.now(), joined: join })
          .where('id', '=', id)
          .where('answered_at', 'is', null)
          .returning(['first_id', 'second_id'])
          .executeTakeFirst();
        if (!row) return false;
        if (!join) return true;
        await revokeCodes(unit, codeRegistry, row.second_id);
        await moveFamily(unit, clock, { from: row.second_id, to: row.first_id });
        await moveRoles(row.second_id, row.first_id);
        await moveAccount(unit, { from: row.second_id, to: row.first_id });
        await brought.recolour(row.first_id);
        return true;
      }),
  };
}

const joinOf = (row: {
  id: string;
  first_id: string;
  second_id: string;
  seen_by: string | null;
  device: string;
  asked_at: Date;
}): AccountJoin => ({
  id: row.id,
  firstId: row.first_id,
  secondId: row.second_id,
  seenBy: row.seen_by,
  device: row.device,
  askedAt: row.asked_at,
});
