import shared from '../../support/jest-global-teardown';

/** After all suites: takes down what the global setup made. */
export default async function tearDown(): Promise<void> {
  const { removePrepared, removeBrowser } = globalThis as {
    removePrepared?: () => void;
    removeBrowser?: () => void;
  };
  removePrepared?.();
  removeBrowser?.();
  await shared();
}
