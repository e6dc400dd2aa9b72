import shared from '../../support/jest-global-setup';
import { prepareFolder } from './prepared-folder';

/** Before all suites: what the backend's suites share, and a data folder for the stages to copy. */
export default async function setUp(): Promise<void> {
  const [removePrepared] = await Promise.all([prepareFolder(), shared()]);
  Object.assign(globalThis, { removePrepared });
}
