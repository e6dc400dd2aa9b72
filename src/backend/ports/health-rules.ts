import type { HealthRule } from '@contract/health-rules/rule';

/** The rules in force: those this software comes with until a county has signed its own. */
export interface HealthRules {
  inForce(): Promise<readonly HealthRule[]>;
  /** Replaces them; earlier sets stay readable. */
  put(rules: readonly HealthRule[], proposalId: string): Promise<void>;
}
