import type { TestApp } from './server';

export interface Logged {
  entry: { act: string; node?: string; body: Record<string, unknown> };
  /** By name; what the chain holds only as salted hashes. */
  personal?: Record<string, { text: string }>;
}

/** What stands in the log because of some work. */
export async function loggedBy({ ports }: TestApp, work: () => Promise<unknown>): Promise<Logged[]> {
  const before = (await ports.auditLog.head())?.seq ?? 0;
  await work();
  const lines = await ports.auditLog.lines(before, 50, { withPersonal: true });
  return lines.map((line) => JSON.parse(line) as Logged);
}
