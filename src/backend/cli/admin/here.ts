import { join, resolve } from 'node:path';
import { openDatabase } from '../../adapters/embedded/database';
import { readSettings } from '../../settings';
import { composeAlone } from './alone';
import { type AdminAnswer, type AdminDeps, type AdminRequest, runAdmin } from './commands';
import { askServer } from './socket';

const root = join(__dirname, '../../../..');

export type AdminRunner = (request: AdminRequest) => Promise<AdminAnswer>;

/** Carries commands out through the running server, or by itself when none runs; the result is the same. */
export function adminRunner(): { run: AdminRunner; close(): Promise<void> } {
  const dataDir = resolve(root, process.env['DATA_DIR'] || '.data');
  let own: Awaited<ReturnType<typeof openOwn>> | undefined;
  return {
    async run(request) {
      const byServer = own ? undefined : await askServer(dataDir, request);
      if (byServer) return byServer;
      own ??= await openOwn();
      return runAdmin(request, own.deps);
    },
    close: async () => own?.close(),
  };
}

/** Opens the database itself, as no server runs. */
async function openOwn(): Promise<{ deps: AdminDeps; close(): Promise<void> }> {
  const { PRODUCTION: _, ...environment } = process.env;
  const settings = readSettings(environment, [], root);
  const database = await openDatabase({ dataDir: settings.dataDir, databaseUrl: settings.databaseUrl });
  try {
    const deps = await composeAlone(settings, database, { now: () => new Date() });
    return { deps, close: () => database.close() };
  } catch (error) {
    await database.close();
    throw error;
  }
}
