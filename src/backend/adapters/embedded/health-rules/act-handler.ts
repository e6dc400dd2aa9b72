import { onlyLeavesOut } from '@contract/health-rules/change';
import { checkRules } from '@contract/health-rules/check';
import type { HealthRule } from '@contract/health-rules/rule';
import { fail, ok } from '@contract/result';
import type { Colours } from '../../../ports/colours';
import type { HealthRules } from '../../../ports/health-rules';
import type { ActHandler } from '../../../ports/proposals';

interface Deps {
  healthRules: HealthRules;
  colours: Pick<Colours, 'wouldWorsen' | 'recolour'>;
  county: string;
}

/** A set of rules is the county's. Only one that leaves some of the old ones out counts at once. */
export function rulesHandler({ healthRules, colours, county }: Deps): ActHandler<'rules'> {
  return {
    nodeOf: () => Promise.resolve(county),
    async weigh({ rules }) {
      const sound = checkRules(rules).length === 0;
      const loosens = sound && onlyLeavesOut(await healthRules.inForce(), rules as readonly HealthRule[]);
      return {
        couldWorsen: !loosens,
        worsens: sound ? (await colours.wouldWorsen({ rules })).worse : 0,
        counted: `rules ${county}`,
      };
    },
    async apply({ rules }, { id }) {
      // What was sound when it was filed may not be so by the kinds of fact of a newer version.
      if (checkRules(rules).length > 0) return fail('outdated');
      await healthRules.put(rules as readonly HealthRule[], id);
      await colours.recolour('everyone');
      return ok(undefined);
    },
  };
}
