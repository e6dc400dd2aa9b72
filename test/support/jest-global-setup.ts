import { startTestServers } from './database-servers';

type Shared = { stopTestServers?: () => Promise<void> };

/** Before all suites, once for all projects: one PostgreSQL and one image of the embedded database for the whole run. */
export default async function setUp(): Promise<void> {
  (globalThis as Shared).stopTestServers ??= await startTestServers();
}
