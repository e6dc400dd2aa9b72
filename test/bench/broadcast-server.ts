import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { messageOf } from '@contract/notice/message';
import { openDatabase } from '../../src/backend/adapters/embedded/database';
import { createApp } from '../../src/backend/app';
import { readSettings } from '../../src/backend/settings';
import { noticeContent, publishedOf } from '../support/notices';
import { addRegions } from '../support/people';
import type { BroadcastOrder, BroadcastReport } from './broadcast-orders';

// The server as it is started, on an embedded database of its own, with residents of some grids who are signed in. Says
// where it listens and whom one can be; publishes when it is told to, and says when it began and how long its event loop
// was held up meanwhile.

const community = '330106990001';
const grids = Array.from({ length: 20 }, (_, at) => `${community}${String(at + 1).padStart(3, '0')}`);
const people = 200;
/** As often as it looks whether the loop still goes round (ms). */
const resolution = 5;

const report = (what: BroadcastReport): void => void process.send?.(what);
const clock = (): number => performance.timeOrigin + performance.now();

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-broadcast-'));
  const settings = readSettings({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'warn' }, [], folder);
  const database = await openDatabase({ dataDir: folder });
  const app = await createApp(settings, { database });
  const { noticeSource, messenger, store } = app.ports;
  await addRegions(database, Object.fromEntries(grids.map((grid) => [grid, '网格'])));
  const tokens: string[] = [];
  await database.unit.together(async () => {
    for (let at = 0; at < people; at += 1) {
      const id = randomUUID();
      await database.unit.db
        .insertInto('person')
        .values({
          id,
          name: '张三丰',
          home_node: grids[at % grids.length] ?? '',
          privacy_version: '1',
          created_at: new Date(),
        }) // prettier-ignore
        .execute();
      tokens.push((await store.sessions.open(id)).token);
    }
  });
  const address = await app.server.listen({ host: '127.0.0.1', port: 0 });
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();

  async function publish(): Promise<void> {
    const content = noticeContent({ include: [community], except: [`${community}099`] });
    const message = messageOf(content, { authorId: null, node: community });
    const { eventId, seq } = publishedOf(await noticeSource.publish(message));
    delay.reset();
    const at = clock();
    await messenger.announce({ type: 'notice', id: eventId });
    report({ published: { at, frame: JSON.stringify({ type: 'notice', id: eventId, cursor: seq }), cursor: seq } }); // prettier-ignore
  }
  /** To everybody who listens, as much as an announcement holds; until nobody listens any more. */
  async function flood(): Promise<void> {
    let times = 0;
    for (; app.server.websocketServer.clients.size > 0 && times < 20_000; times += 1) {
      await messenger.announce({ type: 'exposure-notice', id: 'x'.repeat(7_000) });
      // The embedded database answers without a turn of the loop, in which sockets end.
      await new Promise(setImmediate);
    }
    report({ flooded: { times, left: app.server.websocketServer.clients.size } });
  }
  const orders: Record<BroadcastOrder, () => Promise<void>> = {
    publish,
    flood,
    delay: () => Promise.resolve(report({ heldUpMs: Math.max(0, delay.max / 1e6 - resolution) })),
  };
  process.on('message', (order: BroadcastOrder) => void orders[order]());
  process.on('disconnect', () => {
    void app
      .close()
      .then(() => database.close())
      .then(() => {
        rmSync(folder, { recursive: true, force: true });
        process.exit(0);
      });
  });
  report({ listening: { address: `${address.replace('http', 'ws')}/v1/live`, tokens } });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
