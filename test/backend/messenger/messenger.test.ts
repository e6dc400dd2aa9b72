import { randomUUID } from 'node:crypto';
import { openDatabase, type Database } from '../../../src/backend/adapters/embedded/database';
import { createMessenger } from '../../../src/backend/adapters/embedded/messenger';
import type { Announcement } from '../../../src/backend/ports/messenger';
import { describeOnEachDatabase, postgresDatabase } from '../../support/database';
import { eventually } from '../../support/eventually';

const nothing = () => undefined;

describeOnEachDatabase('messenger', (open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });

  it('is heard by everyone who listens, until they stop', async () => {
    const messenger = createMessenger(database);
    const [one, other]: Announcement[][] = [[], []];
    const stop = await messenger.subscribe((each) => one?.push(each), nothing);
    const stopOther = await messenger.subscribe((each) => other?.push(each), nothing);
    const first = { type: 'notice', id: randomUUID() } as const;
    const second = { type: 'request', id: randomUUID() } as const;
    await messenger.announce(first);
    await eventually(() => expect([one, other]).toEqual([[first], [first]]));
    await stop();
    await messenger.announce(second);
    await eventually(() => expect(other).toEqual([first, second]));
    expect(one).toEqual([first]);
    await stopOther();
  });

  it('says nothing of what was rolled back, and the rest when it is committed', async () => {
    const messenger = createMessenger(database);
    const heard: Announcement[] = [];
    const stop = await messenger.subscribe((each) => heard.push(each), nothing);
    const kept = { type: 'request', id: randomUUID() } as const;
    const undone = database.unit.together(async () => {
      await messenger.announce({ type: 'request', id: randomUUID() });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await database.unit.together(async () => {
      await messenger.announce(kept);
      expect(heard).toEqual([]);
    });
    await eventually(() => expect(heard).toEqual([kept]));
    await stop();
  });

  it('passes over what it does not know', async () => {
    const messenger = createMessenger(database);
    const heard: Announcement[] = [];
    const stop = await messenger.subscribe((each) => heard.push(each), nothing);
    const known = { type: 'person', id: randomUUID() } as const;
    for (const strange of ['', 'notice', 'vote 1', 'person']) await database.notify('linli_live', strange);
    await messenger.announce(known);
    await eventually(() => expect(heard).toEqual([known]));
    await stop();
  });
});

it('is heard in another process’ connection to the same PostgreSQL', async () => {
  const server = await postgresDatabase();
  if (!server) return;
  const [here, there] = await Promise.all(
    [1, 2].map(() => openDatabase({ dataDir: '', databaseUrl: server.url })),
  );
  if (!here || !there) throw new Error('not opened');
  const heard: Announcement[] = [];
  await createMessenger(there).subscribe((each) => heard.push(each), nothing);
  const announcement = { type: 'notice', id: randomUUID() } as const;
  await createMessenger(here).announce(announcement);
  await eventually(() => expect(heard).toEqual([announcement]));
  await here.close();
  await there.close();
  await server.drop();
});
