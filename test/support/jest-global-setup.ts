import { startTestServers } from './database-servers';

/** Before all suites: one PostgreSQL and one image of the embedded database for the whole run. */
export default async function setUp(): Promise<void> {
  (globalThis as { stopTestServers?: () => Promise<void> }).stopTestServers = await startTestServers();
}
