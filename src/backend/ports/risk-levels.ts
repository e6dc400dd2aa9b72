import type { NodeLevel } from '@contract/risk-map/level';
import type { SetLevel } from '@contract/risk-map/timeline';

/** A level as it was set, and when another one of the same node took its place. */
export type PastLevel = NodeLevel & { endedAt: Date | null };

/** The five-colour map as it stands and as it was. */
export interface RiskLevels {
  /** Levels in force, of these nodes or of all that have one. */
  inForce(nodes?: readonly string[]): Promise<NodeLevel[]>;
  /** Newest first, the one in force included. */
  history(node: string): Promise<PastLevel[]>;
  /** Those of a node, of all below it and of those above it, which speak for it too: newest first. */
  around(node: string): Promise<PastLevel[]>;
  /** Every level ever set, which is what colours are decided from: a stay counts by the level of its day too. */
  everSet(): Promise<readonly SetLevel[]>;
  /** The one before it ends. */
  set(level: Omit<NodeLevel, 'since'>, proposalId: string): Promise<void>;
}
