import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startPostgres } from '../support/postgres';
import { createDatabase } from '../support/database-servers';
import { median, percentile } from './measure';
import { atLeast, atMost, type Bench } from './row';
import { closeConnections, type Phone, phone } from './storm-phone';

const people = 100_000;
const phones = 60;
/** Somewhat more than so many phones ask when each renews once an hour. */
const refreshesPerSecond = 30;
/** Up and down again, as often. */
const levels = ['high', 'low', 'high', 'low'];

interface Turn {
  turned: number;
  ms: number;
}

/** The server in a process of its own, and what it answers, line by line. */
function startServer(databaseUrl: string) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(__dirname, 'recolour-server.ts'), databaseUrl, String(people), String(phones)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const next = async <T>(): Promise<T> => {
    const line = await lines.next();
    if (line.done) throw new Error('the server ended');
    return JSON.parse(line.value) as T;
  };
  return {
    next,
    set(level: string): Promise<Turn> {
      child.stdin.write(`${level}\n`);
      return next<Turn>();
    },
    end() {
      child.stdin.end();
      return ended;
    },
  };
}

/** Phones refresh at an even rate, whether or not the one before has been answered, until the work is done. */
async function refreshing<T>(
  all: readonly Phone[],
  work: () => Promise<T>,
): Promise<{ result: T; times: number[]; failed: number }> {
  const times: number[] = [];
  const asked: Promise<void>[] = [];
  let failed = 0;
  let next = 0;
  const refresh = async (): Promise<void> => {
    const answer = await all[(next += 1) % all.length]?.refresh();
    if (answer?.status === 201) times.push(answer.ms);
    else failed += 1;
  };
  const ticking = setInterval(() => asked.push(refresh()), 1000 / refreshesPerSecond);
  const result = await work();
  clearInterval(ticking);
  await Promise.all(asked);
  return { result, times, failed };
}

/** A street's level changes, and with it everybody's colour who lives there; phones go on refreshing. */
export const recolour: Bench = async (say) => {
  const postgres = await startPostgres(true);
  if (!postgres) throw new Error('this needs a PostgreSQL');
  const { url, drop } = await createDatabase(postgres.url('postgres'));
  const server = startServer(url);
  try {
    say(`settling ${people} residents`);
    const { address, tokens } = await server.next<{ address: string; tokens: string[] }>();
    const all = tokens.map((token) => phone(address, token));
    for (const each of all) await each.refresh();
    const quiet = await refreshing(all, () => new Promise((resolve) => setTimeout(resolve, 5000)));
    say(`a refresh while nothing turns, p95: ${percentile(quiet.times, 0.95).toFixed(1)} ms`);

    const turns: { result: Turn; times: number[]; failed: number }[] = [];
    for (const level of levels) {
      const turn = await refreshing(all, () => server.set(level));
      turns.push(turn);
      say(
        `${level}: ${turn.result.turned} turned in ${(turn.result.ms / 1000).toFixed(1)} s, ` +
          `a refresh meanwhile, p95: ${percentile(turn.times, 0.95).toFixed(1)} ms of ${turn.times.length}`,
      );
    }
    const times = turns.flatMap((turn) => turn.times);
    const failed = turns.reduce((sum, turn) => sum + turn.failed, 0);
    return [
      atLeast('residents turned by a change of the map', Math.min(...turns.map(({ result }) => result.turned)), 'people', people), // prettier-ignore
      atMost('until all are decided, written down and told', median(turns.map(({ result }) => result.ms)) / 1000, 's', 60), // prettier-ignore
      atMost('a refresh meanwhile, p95', percentile(times, 0.95), 'ms', 100),
      atMost('refreshes meanwhile without a code', failed, 'calls', 0),
    ];
  } finally {
    closeConnections();
    await server.end();
    await drop();
    await postgres.stop();
  }
};
