import { shareBrowser } from '../../support/browser';
import shared from '../../support/jest-global-setup';
import { prepareFolder } from './prepared-folder';

/** Before all suites: what the backend's suites share, a browser, and a data folder for the stages to copy. */
export default async function setUp(): Promise<void> {
  const [removePrepared] = await Promise.all([prepareFolder(), shared()]);
  // After the others: it moves the temporary folder for a moment.
  const removeBrowser = await shareBrowser();
  Object.assign(globalThis, { removePrepared, removeBrowser });
}
