import shared from '../../support/jest-global-teardown';

/** After all suites: takes down what the global setup made. */
export default async function tearDown(): Promise<void> {
  (globalThis as { removePrepared?: () => void }).removePrepared?.();
  await shared();
}
