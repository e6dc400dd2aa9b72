import { colours } from '../health-code/colour';
import { easesWithTime } from './ease';
import { partsOf, type TimeSite } from './logic';
import type { HealthRule } from './rule';

/** A rule read once, to be asked of many people. Instants in ms. */
export interface PreparedRule {
  rule: HealthRule;
  validFrom: number;
  validTo: number;
  /** Helping kinds it looks at. */
  helps: readonly string[];
  times: readonly TimeSite[];
  /** Whether time alone never stops who passes. */
  eases: boolean;
}

const helpPath = /^helps\.([^.]+)/;

/** @param rules that `checkRules` found nothing against; red ones come first, else they keep their order */
export function prepareRules(rules: readonly HealthRule[]): PreparedRule[] {
  return rules
    .map((rule) => {
      const { paths, times } = partsOf(rule.Logic);
      return {
        rule,
        validFrom: Date.parse(rule.ValidFrom),
        validTo: Date.parse(rule.ValidTo),
        helps: [...new Set(paths.flatMap((path) => helpPath.exec(path)?.[1] ?? []))],
        times,
        eases: easesWithTime(rule.Logic),
      };
    })
    .sort((a, b) => colours.indexOf(b.rule.Colour) - colours.indexOf(a.rule.Colour));
}
