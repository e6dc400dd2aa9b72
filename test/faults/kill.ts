import { WriterEnded, type Writer } from './writer-process';

export interface KillResult {
  rounds: number;
  acknowledged: number;
  /** Acknowledged and gone. */
  lost: string[];
  /** There by half. */
  torn: string[];
}

const LANES = 8;

/**
 * Kills a writer at random moments, while it writes and, every fourth time, while it still opens; starts it
 * again, and looks whether everything it ever acknowledged is there.
 * @param start starts a writer on what the last one left
 */
export async function killRounds(
  start: () => Writer,
  rounds: number,
  say: (line: string) => void,
): Promise<KillResult> {
  const acknowledged = new Set<string>();
  for (let round = 1; round <= rounds; round++) {
    const writer = start();
    const early = round % 4 === 1;
    if (early) {
      await sleep(Math.random() * 2_500);
    } else {
      await writer.ready;
      // From the first row on, since the first one after a kill takes its time.
      await writer.write(`${round}-first`);
      acknowledged.add(`${round}-first`);
      const writing = writeUntilKilled(writer, round, acknowledged);
      await sleep(20 + Math.random() * 500);
      await writer.kill();
      await writing;
    }
    await writer.kill();
    say(
      `round ${round}: killed while ${early ? 'opening' : 'writing'}, ${acknowledged.size} rows acknowledged`,
    );
  }
  return { rounds, acknowledged: acknowledged.size, ...(await check(start(), acknowledged)) };
}

async function writeUntilKilled(writer: Writer, round: number, acknowledged: Set<string>): Promise<void> {
  let row = 0;
  const lane = async () => {
    for (;;) {
      const id = `${round}-${row++}`;
      try {
        await writer.write(id);
      } catch (error) {
        if (error instanceof WriterEnded) return;
        throw error;
      }
      acknowledged.add(id);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

async function check(writer: Writer, acknowledged: Set<string>): Promise<{ lost: string[]; torn: string[] }> {
  await writer.ready;
  const stored = await writer.stored();
  await writer.close();
  const there = new Set(stored.map((row) => row.id));
  return {
    lost: [...acknowledged].filter((id) => !there.has(id)),
    torn: stored.filter((row) => row.halves !== 2).map((row) => row.id),
  };
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
