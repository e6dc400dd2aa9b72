import type { Officer } from '@contract/appeal/hearing';
import type { Shift } from '@contract/appeal/roster';

/** Who hears appeals, when and where. */
export interface DutyRoster {
  shiftsOf(nodes: readonly string[]): Promise<Shift[]>;
  /** In place of those the node had. */
  write(node: string, shifts: readonly Shift[]): Promise<void>;
  /** Officers of these very nodes. */
  officersOf(nodes: readonly string[]): Promise<Officer[]>;
}
