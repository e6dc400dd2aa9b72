import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createDatabase } from '../support/database-servers';
import { startPostgres } from '../support/postgres';
import { median, percentile } from './measure';
import { KEY, pgbench, scriptOf } from './pgbench';
import type { Statement } from './queries';
import { atMost, type Bench, ratioAtLeast, type Row } from './row';
import { type Answer, call, closeConnections } from './storm-phone';

const connections = 16;
const seconds = 10;
const rounds = 3;
/** pgbench takes no more than 128 scripts: so many residents file, of as many grids. */
const people = 100;
const evenPace = { perSecond: 200, seconds: 60 };
/** Ten seconds of filings unanswered: it cannot keep the pace, and waiting longer would tell nothing more. */
const tooFarBehind = 10 * evenPace.perSecond;

interface Filing {
  file(): Promise<Answer>;
  filed: string;
}

interface Server {
  residents: readonly Filing[];
  say(line: string): void;
  next<T>(): Promise<T>;
  end(): Promise<void>;
}

async function startServer(databaseUrl: string): Promise<Server> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(__dirname, 'request-server.ts'), databaseUrl, String(people)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const next = async <T>(): Promise<T> => {
    const line = await lines.next();
    if (line.done) throw new Error('the server ended');
    return JSON.parse(line.value) as T;
  };
  const { address, tokens, ids } = await next<{ address: string; tokens: string[]; ids: string[] }>();
  const body = { category: 'rubbish', answers: { what: ['bulky'], since: 'days' }, place: { note: '东门' } };
  return {
    residents: tokens.map((token, at) => ({
      filed: ids[at] ?? '',
      file: () =>
        call(address, 'POST', '/v1/service-requests', {
          token,
          body,
          headers: { 'idempotency-key': KEY + randomUUID() },
        }),
    })),
    say: (line) => child.stdin.write(`${line}\n`),
    next,
    end() {
      child.stdin.end();
      return ended;
    },
  };
}

/** What each resident's filing asks of PostgreSQL, one after the other. */
async function record({ residents, say, next }: Server): Promise<string[]> {
  const scripts: string[] = [];
  for (const { file, filed } of residents) {
    say('record');
    await must(file());
    say('recorded');
    scripts.push(scriptOf(await next<Statement[]>(), new Set([filed])));
  }
  return scripts;
}

async function must(asked: Promise<Answer>): Promise<Answer> {
  const answer = await asked;
  if (answer.status !== 201) throw new Error(`${answer.status}: ${answer.body.slice(0, 500)}`);
  return answer;
}

/** Filings a second over so many connections, each after the other. */
async function saturated({ residents }: Server): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let done = 0;
  const live = async (nth: number): Promise<void> => {
    for (let at = nth; performance.now() < until; at += connections) {
      await must((residents[at % residents.length] as Filing).file());
      if (performance.now() < until) done += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, nth) => live(nth)));
  return done / seconds;
}

interface Paced {
  /** How long each took (ms). */
  times: number[];
  refused: number;
  /** Not sent any more, since it was too far behind. */
  unsent: number;
}

/** Filings at an even pace, whether or not the one before has been answered. */
async function paced({ residents }: Server): Promise<Paced> {
  const times: number[] = [];
  let refused = 0;
  const asked: Promise<void>[] = [];
  const started = performance.now();
  const all = evenPace.perSecond * evenPace.seconds;
  let sent = 0;
  while (sent < all && sent - times.length - refused < tooFarBehind) {
    const due = Math.min(all, Math.floor(((performance.now() - started) * evenPace.perSecond) / 1000) + 1);
    for (; sent < due; sent += 1) {
      const filing = residents[sent % residents.length] as Filing;
      asked.push(
        filing.file().then(
          ({ status, ms }) => {
            if (status === 201) times.push(ms);
            else refused += 1;
          },
          // Cut off: it cannot keep up.
          () => void (refused += 1),
        ),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await Promise.all(asked);
  return { times, refused, unsent: all - sent };
}

async function even(server: Server, name: string, say: (line: string) => void): Promise<Row[]> {
  const { times, refused, unsent } = await paced(server);
  say(`${name}: ${times.length} filed, median ${median(times).toFixed(1)} ms, ${unsent} not sent any more`);
  return [
    atMost(`a filing at ${evenPace.perSecond} a second for ${evenPace.seconds} s, p95 (${name})`, percentile(times, 0.95), 'ms', 100), // prettier-ignore
    atMost(
      `filings at that pace refused, or not sent since it was too far behind (${name})`,
      refused + unsent,
      'calls',
      0,
    ),
  ];
}

/** The whole route of a filing, with validation, idempotency and clock, beside pgbench doing the same SQL. */
export const createRequest: Bench = async (say) => {
  const postgres = await startPostgres(true);
  if (!postgres) throw new Error('this needs a PostgreSQL with pgbench');
  const { url, drop } = await createDatabase(postgres.url('postgres'));
  try {
    const server = await startServer(url);
    const rates: { ours: number; theirs: number }[] = [];
    let onPostgres: Row[];
    try {
      const scripts = await record(server);
      for (let round = 0; round < rounds; round += 1) {
        const ours = await saturated(server);
        const theirs = pgbench(url, scripts, { connections, seconds });
        rates.push({ ours, theirs });
        say(`round ${round + 1}: ${ours.toFixed(0)} filings/s beside ${theirs.toFixed(0)} of pgbench`);
      }
      onPostgres = await even(server, 'PostgreSQL', say);
    } finally {
      await server.end();
    }
    const embedded = await startServer('');
    try {
      return [
        ratioAtLeast({
          name: `filings at ${connections} connections, beside pgbench doing the same SQL`,
          value: median(rates.map(({ ours }) => ours)),
          baseline: median(rates.map(({ theirs }) => theirs)),
          unit: '1/s',
          ratio: median(rates.map(({ ours, theirs }) => ours / theirs)),
          goal: 0.4,
        }),
        ...onPostgres,
        ...(await even(embedded, 'embedded', say)),
      ];
    } finally {
      await embedded.end();
    }
  } finally {
    closeConnections();
    await drop();
    await postgres.stop();
  }
};
