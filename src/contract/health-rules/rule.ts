import type { Colour } from '../health-code/colour';
import type { Bilingual } from '../text';
import type { WayBack } from './decision';

/**
 * A rule as data, after the EU's business rules for certificates: CertLogic that says true where nothing stands against
 * green. One rule per reason; the first that fails, red before yellow, explains.
 */
export interface HealthRule {
  /** `LL-Y-0003`: colour's letter and number. Stable over versions. */
  Identifier: string;
  /** Semantic versioning. */
  Version: string;
  Colour: Exclude<Colour, 'green'>;
  /** RFC 3339. */
  ValidFrom: string;
  ValidTo: string;
  /** What the rule is about, for anybody to read. */
  Description: Bilingual;
  /** Said to the person; `{field}` stands for a value of the fact. */
  Reason: Bilingual;
  WayBack: readonly WayBack[];
  /** The kind of fact it looks at; none: the risk map alone. */
  AffectedKind: string | null;
  Engine: 'CERTLOGIC';
  EngineVersion: string;
  Logic: unknown;
  Examples: readonly RuleExample[];
}

/** An example of the rule's own, which the tests run. */
export interface RuleExample {
  /** What a person would say of it. */
  name: Bilingual;
  /** As the rule sees it; see `input.ts`. */
  data: unknown;
  /** Whether the rule finds nothing against green. */
  passes: boolean;
}
