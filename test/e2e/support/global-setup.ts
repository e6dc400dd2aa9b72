import { prepareBrowser } from '../../support/browser';
import shared from '../../support/jest-global-setup';
import { prepareFolder } from './prepared-folder';

/** Before all suites: what the backend's suites share, a browser's program, and a data folder for the stages to copy. */
export default async function setUp(): Promise<void> {
  // After what asks for the temporary folder: it moves that for a moment.
  const [removePrepared, removeBrowser] = await Promise.all([prepareFolder(), shared().then(prepareBrowser)]);
  Object.assign(globalThis, { removePrepared, removeBrowser });
}
