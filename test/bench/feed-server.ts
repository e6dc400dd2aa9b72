import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openDatabase } from '../../src/backend/adapters/embedded/database';
import { createApp } from '../../src/backend/app';
import { readSettings } from '../../src/backend/settings';
import { noteQueries, recorded, startRecording } from './queries';

// The server as it is started, on a PostgreSQL that is filled already. Prints where it listens. At a line `record` it
// begins to note what it asks of PostgreSQL, and at `recorded` prints that. Ends with its parent.

const [databaseUrl = ''] = process.argv.slice(2);

async function main(): Promise<void> {
  noteQueries();
  const folder = mkdtempSync(join(tmpdir(), 'linli-feed-'));
  const environment = { DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'warn', DATABASE_URL: databaseUrl };
  const settings = readSettings(environment, [], folder);
  const database = await openDatabase({ dataDir: folder, databaseUrl: settings.databaseUrl });
  const app = await createApp(settings, { database });
  const address = await app.server.listen({ host: '127.0.0.1', port: 0 });
  console.log(JSON.stringify({ address }));
  createInterface(process.stdin)
    .on('line', (line) => {
      if (line === 'record') startRecording();
      if (line === 'recorded') console.log(JSON.stringify(recorded()));
    })
    .on('close', () => {
      void app
        .close()
        .then(() => database.close())
        .then(() => {
          rmSync(folder, { recursive: true, force: true });
          process.exit(0);
        });
    });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
