import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { createApp } from '../../src/backend/app';
import { openDatabase } from '../../src/backend/adapters/embedded/database';
import { readSettings } from '../../src/backend/settings';
import { declareEmergency } from '../support/emergency';

// The server as it is started, on an embedded database of its own, with people who have agreed and signed in. Prints where
// it listens and a token for each of them, and ends with its parent.

const people = Number(process.argv[2]);

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-storm-'));
  const settings = readSettings({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'warn' }, [], folder);
  const database = await openDatabase({ dataDir: folder });
  const app = await createApp(settings, { database });
  const end = async (): Promise<void> => {
    await app.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  };
  process.stdin.on('end', () => void end()).resume();
  await declareEmergency(database, new Date());
  const ids = Array.from({ length: people }, () => randomUUID());
  const tokens: string[] = [];
  await database.unit.together(async () => {
    for (const id of ids) {
      await database.unit.db
        .insertInto('person')
        .values({ id, name: '张三丰', privacy_version: '1', created_at: new Date() })
        .execute();
      tokens.push((await app.ports.store.sessions.open(id)).token);
    }
  });
  const address = await app.server.listen({ host: '127.0.0.1', port: 0 });
  console.log(JSON.stringify({ address, tokens }));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
