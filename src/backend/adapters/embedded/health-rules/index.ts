import { builtInRules } from '@contract/health-rules/built-in';
import type { HealthRule } from '@contract/health-rules/rule';
import type { Clock } from '../../../ports/clock';
import type { HealthRules } from '../../../ports/health-rules';
import type { Unit } from '../database/unit';

/** Rules signed here, in the deployment's own database; until then those this software comes with. */
export function createHealthRules(unit: Unit, clock: Clock): HealthRules {
  // The same list as long as it is the same set: whoever prepared or hashed it need not do so again.
  let last: { id: string; rules: readonly HealthRule[] } | undefined;
  const newest = () =>
    unit.db.selectFrom('health_rule_set').orderBy('in_force_from', 'desc').orderBy('proposal_id').limit(1);

  return {
    async inForce() {
      const set = await newest().select('proposal_id').executeTakeFirst();
      if (!set) return builtInRules;
      if (last?.id === set.proposal_id) return last.rules;
      const { rules } = await unit.db
        .selectFrom('health_rule_set')
        .select('rules')
        .where('proposal_id', '=', set.proposal_id)
        .executeTakeFirstOrThrow();
      last = { id: set.proposal_id, rules };
      return rules;
    },
    async put(rules, proposalId) {
      await unit.db
        .insertInto('health_rule_set')
        .values({ proposal_id: proposalId, rules: JSON.stringify(rules), in_force_from: clock.now() })
        .execute();
    },
  };
}
