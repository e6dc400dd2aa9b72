import { createApp } from '../../src/backend/app';
import { openDatabase } from '../../src/backend/adapters/embedded/database';
import { readSettings } from '../../src/backend/settings';
import { addPerson } from '../support/people';
import { addWorld, eastBuilding, east, west } from '../support/world';

// The server as it is started, in a process that is made to be killed. Its first start brings a small world. Says on which
// port it listens.

const [dataDir = '', port = '0', databaseUrl] = process.argv.slice(2);

async function main(): Promise<void> {
  const settings = readSettings({ DATA_DIR: dataDir, PORT: port, LOG_LEVEL: 'silent' }, [], dataDir);
  const database = await openDatabase({ dataDir, databaseUrl });
  const app = await createApp(settings, { database });
  const [known] = (await database.executeSql(`select 1 from identity where provider = 'demo'`)).rows;
  if (!known)
    await database.unit.together(async () => {
      await addWorld({ ...database, kysely: database.unit.db });
      await addPerson({ ...database, kysely: database.unit.db }, 'fault:unsure', { home: west.slice(0, 12) });
      await addPerson({ ...database, kysely: database.unit.db }, 'fault:east', {
        home: east,
        building: eastBuilding,
      });
    });
  const address = await app.server.listen({ host: '127.0.0.1', port: Number(port) });
  process.on('disconnect', () => void app.close().then(() => database.close()));
  process.send?.({ port: Number(new URL(address).port) });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
  process.disconnect?.();
});
