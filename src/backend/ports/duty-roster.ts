import type { Officer } from '@contract/appeal/hearing';
import type { Shift } from '@contract/appeal/roster';

/** Who hears appeals, when and where. */
export interface DutyRoster {
  shiftsOf(nodes: readonly string[]): Promise<Shift[]>;
  /** In place of those the node had; by whom, a person's id, stands in the log. */
  write(node: string, shifts: readonly Shift[], by: string): Promise<void>;
  /** Officers of these very nodes. */
  officersOf(nodes: readonly string[]): Promise<Officer[]>;
}
