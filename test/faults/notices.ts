import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Notice } from '../../src/contract/api';
import { isFor, type Audience, type Reader } from '../../src/contract/notice/audience';
import { community, east, eastBuilding, elsewhere, personaOf, west, westBuilding } from '../support/world';
import { startCuttingProxy } from './cutting-proxy';
import { type Call, type NoticePhone, startNoticePhone } from './notice-phone';
import { pause, seeded } from './seeded';

export interface NoticesResult {
  kills: number;
  cuts: number;
  published: number;
  updated: number;
  cancelled: number;
  phones: number;
  /** How often phones were told, all together. */
  told: number;
  /** What was missed, doubled, seen by others, or valid too long: a sentence each. */
  wrong: string[];
}

const authors = 3;
const patienceMs = 8_000;

const readers: readonly { persona: string; reader: Reader }[] = [
  { persona: personaOf('resident'), reader: { home: west, building: westBuilding } },
  { persona: personaOf('neighbour'), reader: { home: east } },
  { persona: personaOf('outsider'), reader: { home: elsewhere } },
  { persona: 'fault:unsure', reader: { home: community } },
  { persona: 'fault:east', reader: { home: east, building: eastBuilding } },
];

const audiences: readonly Audience[] = [
  { include: [community], except: [] },
  { include: [west], except: [] },
  { include: [community], except: [east] },
  { include: [eastBuilding], except: [] },
  { include: [west, east], except: [westBuilding] },
];

/** A server that can be killed and is there again. */
interface Mortal {
  port(): number | undefined;
  start(): Promise<void>;
  kill(): Promise<void>;
}

function mortal(dataDir: string, databaseUrl: string | undefined): Mortal {
  let child: ChildProcess | undefined;
  let port: number | undefined;
  return {
    port: () => port,
    async start() {
      const started = spawn(
        process.execPath,
        ['--import', 'tsx', join(__dirname, 'notice-server.ts'), dataDir, '0', ...(databaseUrl ? [databaseUrl] : [])], // prettier-ignore
        { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
      );
      child = started;
      port = await new Promise<number>((resolve, reject) => {
        started.once('message', (said: { port: number }) => resolve(said.port));
        started.once('exit', () => reject(new Error('a server did not come up')));
      });
    },
    async kill() {
      port = undefined;
      const gone = new Promise((resolve) => child?.once('exit', resolve));
      child?.kill('SIGKILL');
      await gone;
    },
  };
}

/** An event as its author knows it: every message of it that was answered. */
interface Published {
  id: string;
  messages: { cursor: number; version: number; audience: Audience; msgType: Notice['msgType'] }[];
}

/**
 * Publishes, updates and cancels while servers are killed and connections cut, with phones that listen; then looks whether
 * every notice was seen once by exactly its audience, and none as valid once its cancelling was answered.
 * On PostgreSQL two servers share the database: while one is gone its phones go on at the other.
 */
export async function noticesRun(
  { dataDir, databaseUrl }: { dataDir: string; databaseUrl?: string | undefined },
  rounds: number,
  seed: number,
  say: (line: string) => void = () => undefined,
): Promise<NoticesResult> {
  const random = seeded(seed);
  const servers = Array.from({ length: databaseUrl ? 2 : 1 }, () => mortal(dataDir, databaseUrl));
  // One after the other: the first brings the world.
  for (const server of servers) await server.start();
  const proxy = await startCuttingProxy(() => servers.flatMap((server) => server.port() ?? []), random);
  const address = `http://127.0.0.1:${proxy.port}`;
  const phones: NoticePhone[] = [];
  const events: Published[] = [];
  const cancelled = new Set<string>();
  let over = false;

  async function once<T>(method: string, path: string, token?: string, key?: string, body?: object) {
    const answer = await fetch(address + path, {
      method,
      headers: {
        connection: 'close',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
      },
      body: body ? JSON.stringify(body) : null,
      signal: AbortSignal.timeout(patienceMs),
    });
    const said = (await answer.json()) as T & { code?: string };
    return { status: answer.status, body: said };
  }
  /** Until it is answered, under the same key: as an author's phone does. */
  async function must<T>(method: string, path: string, token?: string, body?: object): Promise<T> {
    const key = method === 'POST' ? randomUUID() : undefined;
    for (;;) {
      const answer = await once<T>(method, path, token, key, body).catch(() => undefined);
      if (answer && answer.status < 300) return answer.body;
      const waits = !answer || answer.status >= 500 || answer.body.code === 'idempotency-in-flight';
      if (!waits) throw new Error(`${method} ${path}: ${answer.status} ${answer.body.code}`);
      await pause(30);
    }
  }
  const call: Call = async <T>(method: string, path: string, token: string) => {
    const answer = await once<T>(method, path, token);
    if (answer.status >= 300) throw new Error(String(answer.status));
    return answer.body;
  };
  const signIn = async (code: string): Promise<string> =>
    (await must<{ token: string }>('POST', '/v1/sessions', undefined, { provider: 'demo', code })).token;

  async function author(nth: number): Promise<void> {
    const token = await signIn(personaOf('county-officer'));
    const draw = seeded(seed * 100 + nth);
    const content = (audience: Audience) => ({
      severity: 'Minor',
      category: 'Infra',
      info: [{ language: 'zh', headline: `停水 ${draw()}`, description: '' }],
      audience,
    });
    const chosen = (): Audience => audiences[Math.floor(draw() * audiences.length)] as Audience;
    const noted = (event: Published, { cursor, version, audience, msgType }: Notice): void =>
      void event.messages.push({ cursor, version, audience, msgType });
    while (!over) {
      const first = await must<Notice>('POST', '/v1/notices', token, content(chosen()));
      const event: Published = { id: first.id, messages: [] };
      noted(event, first);
      events.push(event);
      const path = `/v1/notices/${event.id}/messages`;
      while (draw() < 0.5) {
        const seenVersion = event.messages.at(-1)?.version;
        const update = { msgType: 'Update', seenVersion, content: content(chosen()) };
        noted(event, await must<Notice>('POST', path, token, update));
      }
      if (draw() < 0.4) {
        const because = { zh: '不停了', en: 'Called off' };
        const cancel = { msgType: 'Cancel', seenVersion: event.messages.at(-1)?.version, because };
        noted(event, await must<Notice>('POST', path, token, cancel));
        cancelled.add(event.id);
      }
      await pause(draw() * 100);
    }
  }

  let kills = 0;
  try {
    for (const { persona } of readers) {
      const token = await signIn(persona);
      for (;;) {
        const phone = await startNoticePhone(persona, address, token, call, () => cancelled).catch(() => undefined); // prettier-ignore
        if (phone) {
          phones.push(phone);
          break;
        }
      }
    }
    const publishing = Promise.all(Array.from({ length: authors }, (_, nth) => author(nth)));
    // What goes wrong there is told below; meanwhile nobody waits for it.
    publishing.catch(() => undefined);
    for (let round = 1; round <= rounds; round += 1) {
      await pause(200 + random() * 1_500);
      const server = servers[round % servers.length] as Mortal;
      await server.kill();
      kills += 1;
      await server.start();
      say(`round ${round}: killed, ${events.length} notices, ${cancelled.size} cancelled`);
    }
    over = true;
    await publishing;
    proxy.calm();
    await Promise.all(phones.map((phone) => phone.settle()));
    await allTold(phones, events);
    await Promise.all(phones.map((phone) => phone.settle()));
    const wrong = phones.flatMap((phone, at) => faultsOf(phone, readers[at]?.reader as Reader, events));
    return {
      kills,
      cuts: proxy.cuts(),
      published: events.length,
      updated: events.flatMap(({ messages }) => messages).filter(({ msgType }) => msgType === 'Update')
        .length,
      cancelled: cancelled.size,
      phones: phones.length,
      told: phones.reduce((sum, phone) => sum + phone.told.length, 0),
      wrong,
    };
  } finally {
    over = true;
    for (const phone of phones) phone.stop();
    await proxy.close();
    for (const server of servers) await server.kill();
  }
}

const lastOf = ({ messages }: Published) => messages.at(-1) as Published['messages'][number];

/** What is on its way arrives, or it is missing: the newest of each event is told to its audience within a moment. */
async function allTold(phones: readonly NoticePhone[], events: readonly Published[]): Promise<void> {
  const isThere = (phone: NoticePhone, at: number): boolean =>
    events.every((event) => {
      const { cursor, audience } = lastOf(event);
      return !isFor(audience, readers[at]?.reader as Reader) || phone.told.includes(cursor);
    });
  for (const until = Date.now() + 10_000; Date.now() < until; await pause(50))
    if (phones.every(isThere)) return;
}

function faultsOf(phone: NoticePhone, reader: Reader, events: readonly Published[]): string[] {
  const wrong = [...phone.wrong];
  const is = (what: string, id: string): void => void wrong.push(`${phone.name}: ${id} ${what}`);
  const mine = new Set<number>();
  for (const event of events) {
    const last = lastOf(event);
    // Whom an Update leaves out is told of it too: they have what was before.
    let meant = false;
    for (const { cursor, audience } of event.messages) {
      meant ||= isFor(audience, reader);
      if (meant) mine.add(cursor);
    }
    const card = phone.cards.get(event.id);
    if (!isFor(last.audience, reader)) {
      if (card) is('stands on it and is not for it', event.id);
      continue;
    }
    if (card?.version !== last.version || card.msgType !== last.msgType)
      is(`stands on it as ${card?.version ?? 'nothing'} instead of ${last.version}`, event.id);
    if (!phone.told.includes(last.cursor)) is('was not told', event.id);
  }
  const known = new Map(events.map((event) => [event.id, event]));
  for (const id of phone.everShown)
    if (!known.get(id)?.messages.some(({ audience }) => isFor(audience, reader)))
      is('was shown to a stranger', id);
  for (const cursor of new Set(phone.told)) {
    if (phone.told.filter((each) => each === cursor).length > 1) is('was told twice', String(cursor));
    if (!mine.has(cursor)) is('was told to a stranger', String(cursor));
  }
  if (phone.told.some((cursor, at) => cursor < (phone.told[at - 1] ?? 0))) is('was told out of order', '');
  return wrong;
}

/** The result as a person reads it. */
export const noticesLine = (name: string, result: NoticesResult): string =>
  [
    `${name}: ${result.kills} kills, ${result.cuts} connections cut; ${result.published} notices, ` +
      `${result.updated} updates, ${result.cancelled} cancelled; ${result.phones} phones told ${result.told} times: ` +
      (result.wrong.length === 0 ? 'each once, to exactly its audience' : `${result.wrong.length} WRONG`),
    ...result.wrong.slice(0, 10).map((line) => `  ${line}`),
  ].join('\n');
