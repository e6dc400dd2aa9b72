import { type Bench, climb, nodeAbove } from './hearing';
import { type AppealState, isOpenAppeal } from './lifecycle';

/** Answered within two hours by the wall clock, nights and holidays too; at each level again. */
export const hearingMs = 2 * 3_600_000;
/** So long before it is due whoever has it is warned. */
export const warnBeforeMs = 30 * 60_000;

export interface Pending {
  state: AppealState;
  /** Where it lies. */
  node: string;
  /** Epoch ms. */
  dueAt: number;
  /** Whether it was warned of before this very time. */
  warned: boolean;
}

export const dueAfter = (at: number): number => at + hearingMs;

/** What the clock does next. */
export type ClockStep =
  | { event: 'escalate'; node: string; dueAt: number }
  | { event: 'pass-on'; node: string }
  | { event: 'warn' };

/**
 * What is to be done by the clock now, one step at a time until nothing is. Times follow from the filing alone, not from
 * when somebody looks: after hours of standing still an appeal is where it would be had the clock run on.
 */
export function clockStep({ state, node, dueAt, warned }: Pending, bench: Bench): ClockStep | undefined {
  if (!isOpenAppeal(state)) return undefined;
  if (bench.at >= dueAt) {
    const above = nodeAbove(bench.home, node);
    return {
      event: 'escalate',
      node: above === undefined ? node : climb(bench, above),
      dueAt: dueAfter(dueAt),
    };
  }
  // Whoever took it has it until it is due, even when their shift is over.
  const there = state === 'waiting' ? climb(bench, node) : node;
  if (there !== node) return { event: 'pass-on', node: there };
  return !warned && bench.at >= dueAt - warnBeforeMs ? { event: 'warn' } : undefined;
}
