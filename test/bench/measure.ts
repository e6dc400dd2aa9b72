/** The value that a share of all does not exceed; 0.95 for p95. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/**
 * Milliseconds of each of so many calls, of the processor's time: what else the machine does meanwhile is not counted, and
 * what this process does beside the call is.
 */
export function timeEach(times: number, work: (round: number) => unknown): number[] {
  return Array.from({ length: times }, (_, round) => {
    const started = process.cpuUsage();
    work(round);
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  });
}

/** Milliseconds by the clock of one call among some, taken together: for what is shorter than a tick. */
export function timeTogether(rounds: readonly number[], work: (round: number) => unknown): number {
  const started = performance.now();
  for (const round of rounds) work(round);
  return (performance.now() - started) / rounds.length;
}
