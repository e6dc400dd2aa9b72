type Shared = { stopTestServers?: (() => Promise<void>) | undefined };

/** After all suites: takes down what the global setup started. */
export default async function tearDown(): Promise<void> {
  const { stopTestServers } = globalThis as Shared;
  (globalThis as Shared).stopTestServers = undefined;
  await stopTestServers?.();
}
