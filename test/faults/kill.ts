import { type StoredRow, WriterEnded, type Writer } from './writer-process';

export interface KillResult {
  rounds: number;
  acknowledged: number;
  /** Acknowledged and gone, wholly or a part of it: `<row>: <what>`. */
  lost: string[];
  /** There more than once. */
  doubled: string[];
}

const LANES = 8;

/**
 * Kills the server at random moments, while it writes and, every fourth time, while it still opens; starts it again,
 * sends again what it never answered, as phones do, and looks whether everything is there once.
 * @param start starts a writer on what the last one left
 */
export async function killRounds(
  start: () => Writer,
  rounds: number,
  say: (line: string) => void,
): Promise<KillResult> {
  const acknowledged = new Set<string>();
  const unanswered = new Set<string>();
  const write = async (writer: Writer, id: string): Promise<void> => {
    unanswered.add(id);
    await writer.write(id);
    unanswered.delete(id);
    acknowledged.add(id);
  };
  // What a deployment starts with is there before anything is killed.
  const first = start();
  await first.ready;
  await first.close();
  for (let round = 1; round <= rounds; round++) {
    const writer = start();
    const early = round % 4 === 1;
    if (early) {
      await sleep(Math.random() * 2_500);
    } else {
      await writer.ready;
      // From the first row on, since the first one after a kill takes its time.
      await write(writer, `${round}-first`);
      const again = [...unanswered];
      let row = 0;
      const next = (): string => again.pop() ?? `${round}-${row++}`;
      const writing = Promise.all(Array.from({ length: LANES }, () => lane(() => write(writer, next()))));
      await sleep(20 + Math.random() * 2_000);
      await writer.kill();
      await writing;
    }
    await writer.kill();
    say(
      `round ${round}: killed while ${early ? 'opening' : 'writing'}, ${acknowledged.size} rows acknowledged`,
    );
  }
  const last = start();
  await last.ready;
  for (const id of unanswered) await write(last, id);
  const stored = await last.stored();
  await last.close();
  return { rounds, acknowledged: acknowledged.size, ...judged(acknowledged, stored) };
}

/** Writes until the writer is killed. */
async function lane(write: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await write();
    } catch (error) {
      if (error instanceof WriterEnded) return;
      throw error;
    }
  }
}

/** How often each part of a row is there, where it is there once. */
const whole = { halves: 2, requests: 1, photos: 1, jobs: 1, done: 1 } as const;

function judged(acknowledged: ReadonlySet<string>, stored: readonly StoredRow[]) {
  const byId = new Map(stored.map((row) => [row.id, row]));
  const parts = Object.keys(whole) as (keyof typeof whole)[];
  const where = (off: (has: number, due: number) => boolean): string[] =>
    [...acknowledged].flatMap((id) =>
      parts.filter((part) => off(byId.get(id)?.[part] ?? 0, whole[part])).map((part) => `${id}: ${part}`),
    );
  return { lost: where((has, due) => has < due), doubled: where((has, due) => has > due) };
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
