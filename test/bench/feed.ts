import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isFor, type Audience } from '@contract/notice/audience';
import { type Database, openDatabase } from '../../src/backend/adapters/embedded/database';
import { createNoticeSource } from '../../src/backend/adapters/embedded/notice-source';
import { createBoard } from '../../src/backend/adapters/embedded/notice-source/board';
import { type App, createApp } from '../../src/backend/app';
import { readSettings } from '../../src/backend/settings';
import { createDatabase, type TestDatabase } from '../support/database-servers';
import { type PostgresServer, startPostgres } from '../support/postgres';
import { feedOf } from '../support/notices';
import { everywhere, loadCountry, nodesOfTheCountry, publishOver } from './feed-world';
import { median, percentile } from './measure';
import { pgbench, scriptOf } from './pgbench';
import type { Statement } from './queries';
import { atLeast, atMost, type Bench, ratioAtMost, type Row } from './row';

const sizes = [1_000, 10_000, 100_000, 1_000_000];
const rounds = 5;
const readsPerRound = 400;
/** Residents of communities all over the country, no two of one: each read of a round is the first there. */
const people = readsPerRound * (rounds + 1);
/** Of them, those who read again and again; pgbench takes no more scripts. */
const regulars = 100;
const connections = 16;
/** As `--workers` has them: one for each core. */
const processes = 2;
const seconds = 10;
const page = `/v1/notices?limit=${everywhere}`;

interface Resident {
  token: string;
  id: string;
}

interface Filled {
  notices: number;
  url: string;
  residents: readonly Resident[];
  drop(): Promise<void>;
}

/** A copy of the country, with notices and with residents who are signed in. */
async function fill(server: PostgresServer, country: TestDatabase, notices: number): Promise<Filled> {
  const { url, drop } = await createDatabase(server.url('postgres'), country.name);
  const folder = mkdtempSync(join(tmpdir(), 'linli-feed-'));
  const database = await openDatabase({ dataDir: folder, databaseUrl: url });
  try {
    await publishOver(database, notices, 1);
    const residents = await addResidents(database, folder, url);
    return { notices, url, residents, drop };
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function addResidents(database: Database, folder: string, url: string): Promise<Resident[]> {
  const { rows } = await database.executeSql(
    `select code from region where length(code) = 12 order by hashtext(code) limit ${people}`,
  );
  const settings = readSettings({ DATA_DIR: folder, DATABASE_URL: url, LOG_LEVEL: 'error' }, [], folder);
  const app = await createApp(settings, { database });
  const residents: Resident[] = [];
  for (const { code } of rows as { code: string }[]) {
    const id = randomUUID();
    await database.kysely
      .insertInto('person')
      .values({ id, name: '张三丰', home_node: code, privacy_version: '1', created_at: new Date() })
      .execute();
    residents.push({ id, token: (await app.ports.store.sessions.open(id)).token });
  }
  await app.close();
  return residents;
}

/** Everybody's first page is as full, whatever else there is in the country. */
function checkPage(status: number, body: string): void {
  const shown = status === 200 ? (JSON.parse(body) as { notices: unknown[] }).notices.length : 0;
  if (shown !== everywhere) throw new Error(`${status}: ${shown} notices, ${body.slice(0, 200)}`);
}

interface Feed {
  notices: number;
  read(nth: number): Promise<number>;
  end(): Promise<void>;
}

async function open({ notices, url, residents }: Filled): Promise<Feed> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-feed-'));
  const settings = readSettings({ DATA_DIR: folder, DATABASE_URL: url, LOG_LEVEL: 'error' }, [], folder);
  const app: App = await createApp(settings);
  return {
    notices,
    async read(nth) {
      const { token } = residents[nth % residents.length] as Resident;
      const started = performance.now();
      const answer = await app.server.inject({ url: page, headers: { authorization: `Bearer ${token}` } });
      const ms = performance.now() - started;
      checkPage(answer.statusCode, answer.payload);
      return ms;
    },
    async end() {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** p99 of a read among so many, each size in its turn: what the machine does meanwhile befalls all. */
async function bySize(filled: readonly Filled[], say: (line: string) => void): Promise<Row[]> {
  const feeds: Feed[] = [];
  try {
    for (const each of filled) feeds.push(await open(each));
    const taken: number[][] = [];
    // The first round warms up, and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      const times = feeds.map((): number[] => []);
      for (let nth = 0; nth < readsPerRound; nth += 1)
        for (const [at, feed] of feeds.entries())
          times[at]?.push(await feed.read(round * readsPerRound + nth));
      if (round === 0) continue;
      const p99s = times.map((each) => percentile(each, 0.99));
      taken.push(p99s);
      say(`round ${round}, p99: ${p99s.map((ms, at) => `${ms.toFixed(1)} ms of ${sizes[at]}`).join(', ')}`);
    }
    const least = (p99s: readonly number[]): number => p99s[0] ?? NaN;
    return sizes.slice(1).map((notices, at) =>
      ratioAtMost({
        name: `a feed of a place nobody read before, among ${notices} notices, p99, beside among ${sizes[0]}`,
        value: median(taken.map((p99s) => p99s[at + 1] ?? NaN)),
        baseline: median(taken.map(least)),
        unit: 'ms',
        ratio: median(taken.map((p99s) => (p99s[at + 1] ?? NaN) / least(p99s))),
        goal: 1.5,
      }),
    );
  } finally {
    for (const each of feeds) await each.end();
  }
}

/** A phone that costs this machine little: the same bytes again and again, and of the answer its length. */
function phone(address: string, token: string): { read(): Promise<string>; end(): void } {
  const { hostname, port } = new URL(address);
  const socket: Socket = connect(Number(port), hostname).setNoDelay();
  const asked = `GET ${page} HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${token}\r\n\r\n`;
  let heard: Buffer = Buffer.alloc(0);
  let answered: (answer: string) => void = () => undefined;
  let failed: (error: Error) => void = () => undefined;
  socket.on('error', (error) => failed(error));
  socket.on('data', (part: Buffer) => {
    heard = heard.length === 0 ? part : Buffer.concat([heard, part]);
    const head = heard.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(heard.toString('latin1', 0, head))?.[1]);
    if (heard.length < head + 4 + length) return;
    const answer = heard;
    heard = Buffer.alloc(0);
    if (answer.toString('latin1', 9, 12) !== '200') failed(new Error(answer.toString('utf8', 0, 300)));
    else answered(answer.toString('utf8', head + 4));
  });
  return {
    read: () =>
      new Promise((resolve, reject) => {
        [answered, failed] = [resolve, reject];
        socket.write(asked);
      }),
    end: () => socket.destroy(),
  };
}

interface Rates {
  ours: number;
  theirs: number;
}

interface FeedServer {
  address: string;
  /** What one read asks of PostgreSQL. */
  recorded(read: () => Promise<unknown>): Promise<Statement[]>;
  end(): Promise<void>;
}

async function startServer(url: string): Promise<FeedServer> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'feed-server.ts'), url], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async <T>(): Promise<T> => {
    const line = await lines.next();
    if (line.done) throw new Error('the server ended');
    return JSON.parse(line.value) as T;
  };
  const { address } = await next<{ address: string }>();
  return {
    address,
    async recorded(read) {
      child.stdin.write('record\n');
      await read();
      child.stdin.write('recorded\n');
      return next<Statement[]>();
    },
    end() {
      child.stdin.end();
      return ended;
    },
  };
}

/** Reads a second of the whole route over HTTP, as two processes answer, and of its SQL alone, in turns. */
async function rates({ url, residents }: Filled, say: (line: string) => void): Promise<Rates[]> {
  const servers: FeedServer[] = [];
  for (let nth = 0; nth < processes; nth += 1) servers.push(await startServer(url));
  const serverOf = (nth: number): FeedServer => servers[nth % servers.length] as FeedServer;
  const phones = residents.slice(0, regulars).map(({ token }, nth) => phone(serverOf(nth).address, token));
  try {
    const scripts: string[] = [];
    for (const [at, each] of phones.entries()) {
      // Once before: what is new is noted as delivered only the first time.
      checkPage(200, await each.read());
      const statements = await serverOf(at).recorded(() => each.read());
      scripts.push(scriptOf(statements, new Set([residents[at]?.id ?? ''])));
    }
    const found: Rates[] = [];
    for (let round = 1; round <= 3; round += 1) {
      const until = performance.now() + seconds * 1000;
      let done = 0;
      const live = async (one: { read(): Promise<string> }): Promise<void> => {
        while (performance.now() < until) {
          await one.read();
          done += 1;
        }
      };
      await Promise.all(phones.slice(0, connections).map(live));
      const ours = done / seconds;
      const theirs = pgbench(url, scripts, { connections, seconds });
      found.push({ ours, theirs });
      say(`round ${round}: ${ours.toFixed(0)} reads/s beside ${theirs.toFixed(0)} of pgbench`);
    }
    return found;
  } finally {
    for (const each of phones) each.end();
    for (const each of servers) await each.end();
  }
}

/**
 * Every node of the country as a reader, against the rule of the contract over every notice. What stands for a reader is
 * asked of what all reading goes by; the page itself, and what came since, which cost more, of every fiftieth.
 */
async function wrongFeeds({ url }: Filled, say: (line: string) => void): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-feed-'));
  const database = await openDatabase({ dataDir: folder, databaseUrl: url });
  const clock = { now: () => new Date() };
  try {
    const board = createBoard(database.unit, clock);
    const notices = createNoticeSource(database.unit, clock);
    const { rows } = await database.executeSql(
      `select id, include, except_nodes from notice
      where superseded_at is null and (expires_at is null or expires_at > now())`,
    );
    const all = (rows as { id: string; include: string[]; except_nodes: string[] }[]).map(
      ({ id, include, except_nodes }): { id: string; audience: Audience } => ({
        id,
        audience: { include, except: except_nodes },
      }),
    );
    const nodes = nodesOfTheCountry();
    let wrong = 0;
    let at = 0;
    const idsFor = async (home: string, nth: number): Promise<string[][]> => {
      const readers = [{ home }];
      const standing = (await board.standing(readers)).notices.map(({ eventId }) => eventId);
      if (nth % 50 > 0) return [standing];
      const page = await feedOf(notices, { personId: randomUUID(), readers }, { limit: all.length });
      const news = await notices.newsAfter(readers, 0);
      return [standing, page.map(({ eventId }) => eventId), news.map(({ eventId }) => eventId)];
    };
    const check = async (): Promise<void> => {
      for (let node = nodes[at++]; node !== undefined; node = nodes[at++]) {
        if (at % 100_000 === 0) say(`${at} nodes read`);
        const home = node;
        const found = await idsFor(home, at);
        // Nobody lives above a community: what is for a part of a county is no news to all of it.
        const due = all.filter(
          ({ audience }) =>
            isFor(audience, { home }) &&
            (home.length >= 12 || audience.include.some((each) => home.startsWith(each))),
        );
        const isRight = (ids: readonly string[]): boolean =>
          ids.length === due.length && due.every(({ id }) => ids.includes(id));
        if (!found.every(isRight)) wrong += 1;
      }
    };
    await Promise.all(Array.from({ length: 8 }, check));
    return wrong;
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A resident reads the feed: the whole route, over all nodes of the country, among ever more notices. */
export const feed: Bench = async (say) => {
  const server = await startPostgres(true);
  if (!server) throw new Error('this needs a PostgreSQL with pgbench');
  const filled: Filled[] = [];
  let country: TestDatabase | undefined;
  try {
    country = await createDatabase(server.url('postgres'));
    const folder = mkdtempSync(join(tmpdir(), 'linli-feed-'));
    const database = await openDatabase({ dataDir: folder, databaseUrl: country.url });
    await loadCountry(database, say);
    await database.close();
    rmSync(folder, { recursive: true, force: true });
    for (const notices of sizes) {
      say(`publishing ${notices} notices`);
      filled.push(await fill(server, country, notices));
    }
    const p99s = await bySize(filled, say);
    const [least, most] = [filled[0], filled.at(-1)] as [Filled, Filled];
    const found = await rates(most, say);
    return [
      ...p99s,
      {
        ...atLeast(
          `feeds read a second over HTTP among ${most.notices} notices, at ${connections} connections and ${processes} processes, beside pgbench doing the same SQL`,
          median(found.map(({ ours }) => ours)),
          '1/s',
          2_000,
        ),
        baseline: Math.round(median(found.map(({ theirs }) => theirs))),
      },
      atMost(
        `nodes of the country whose feed among ${least.notices} notices is not what the rule says`,
        await wrongFeeds(least, say),
        'nodes',
        0,
      ),
    ];
  } finally {
    for (const each of filled) await each.drop();
    await country?.drop();
    await server.stop();
  }
};
