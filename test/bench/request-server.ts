import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openDatabase } from '../../src/backend/adapters/embedded/database';
import { createApp } from '../../src/backend/app';
import { readSettings } from '../../src/backend/settings';
import { addRegions } from '../support/people';
import { noteQueries, recorded, startRecording } from './queries';

// The server as it is started, on a PostgreSQL or (without an address) on an embedded database of its own, with residents
// of some grids who have agreed and signed in. Prints where it listens and a token for each. At a line `record` it begins
// to note what it asks of PostgreSQL, and at `recorded` prints that. Ends with its parent.

const [databaseUrl = '', people = ''] = process.argv.slice(2);
const community = '330106990001';
const grids = Array.from({ length: 100 }, (_, at) => `${community}${String(at + 1).padStart(3, '0')}`);

async function main(): Promise<void> {
  noteQueries();
  const folder = mkdtempSync(join(tmpdir(), 'linli-filing-'));
  const environment = { DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'warn', DATABASE_URL: databaseUrl };
  const settings = readSettings(environment, [], folder);
  const database = await openDatabase({ dataDir: folder, databaseUrl: settings.databaseUrl });
  const app = await createApp(settings, { database });
  const end = async (): Promise<void> => {
    await app.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  };
  await addRegions(database, Object.fromEntries(grids.map((grid) => [grid, '网格'])));
  const residents = Array.from({ length: Number(people) }, (_, at) => ({
    id: randomUUID(),
    home: grids[at % grids.length] ?? '',
  }));
  const tokens: string[] = [];
  await database.unit.together(async () => {
    for (const { id, home } of residents) {
      await database.unit.db
        .insertInto('person')
        .values({ id, name: '张三丰', home_node: home, privacy_version: '1', created_at: new Date() })
        .execute();
      tokens.push((await app.ports.store.sessions.open(id)).token);
    }
  });
  const address = await app.server.listen({ host: '127.0.0.1', port: 0 });
  console.log(JSON.stringify({ address, tokens, ids: residents.map(({ id }) => id) }));
  createInterface(process.stdin)
    .on('line', (line) => {
      if (line === 'record') startRecording();
      if (line === 'recorded') console.log(JSON.stringify(recorded()));
    })
    .on('close', () => void end());
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
