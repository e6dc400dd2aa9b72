import WebSocket from 'ws';
import { type Child, startChild } from './broadcast-orders';
import type { PhonesOrder } from './broadcast-phones';
import { median } from './measure';
import { atLeast, atMost, type Bench, ratioAtMost } from './row';

const sockets = 10_000;
const processes = 2;
const rounds = 9;

interface Server {
  child: Child;
  address: string;
  tokens: string[];
}

async function start(program: string): Promise<Server> {
  const child = startChild(program);
  return { child, ...(await child.next('listening')) };
}

/** One broadcast: from its start to the moment when the last phone has it (ms). */
async function broadcast({ child, address }: Server, phones: readonly Child[], order: string) {
  const heard = phones.map((each) => each.next('heard'));
  const published = child.next('published');
  child.tell(order);
  const { at, frame } = await published;
  const reports = await Promise.all(heard);
  if (reports.some((each) => each.address !== address)) throw new Error('heard from elsewhere');
  return { ms: Math.max(...reports.map((each) => each.at)) - at, frame };
}

/**
 * One phone that takes in nothing, until the server lets go of it; then it comes back and names what it had.
 * @returns how many slow phones were dropped, and how many of those heard what they missed when they were back
 */
async function slowReader({ child, address, tokens }: Server): Promise<{ dropped: number; resumed: number }> {
  const hello = (after?: number) => JSON.stringify({ type: 'hello', token: tokens[0], after });
  const slow = new WebSocket(address);
  slow.on('error', () => undefined);
  const first = new Promise<number>((resolve) =>
    slow.on('message', (data: Buffer) => {
      const said = JSON.parse(data.toString('utf8')) as { type: string; cursor?: number };
      if (said.type === 'ready') child.tell('publish');
      if (said.type === 'notice') resolve(said.cursor ?? 0);
    }),
  );
  slow.once('open', () => slow.send(hello()));
  const had = await first;
  slow.pause();
  const flooded = child.next('flooded');
  child.tell('flood');
  const { left } = await flooded;
  slow.terminate();
  const missed = child.next('published');
  child.tell('publish');
  const { cursor } = await missed;
  const back = new WebSocket(address);
  const told: number[] = [];
  back.on('message', (data: Buffer) => {
    const said = JSON.parse(data.toString('utf8')) as { cursor?: number };
    if (said.cursor !== undefined) told.push(said.cursor);
  });
  back.once('open', () => back.send(hello(had)));
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  back.terminate();
  return { dropped: left === 0 ? 1 : 0, resumed: told.length === 1 && told[0] === cursor ? 1 : 0 };
}

/** One notice to ten thousand open sockets, beside a server that only sends. */
export const broadcastBench: Bench = async (say) => {
  const [ours, bare] = await Promise.all([start('broadcast-server.ts'), start('broadcast-bare.ts')]);
  const phones = Array.from({ length: processes }, () => startChild('broadcast-phones.ts'));
  try {
    const { dropped, resumed } = await slowReader(ours);
    for (const { address, tokens } of [ours, bare]) {
      const order: PhonesOrder = { address, tokens, phones: sockets / processes };
      const connected = phones.map((each) => each.next('connected'));
      for (const each of phones) each.tell(order);
      await Promise.all(connected);
      say(`${sockets} phones at ${address}`);
    }
    const taken: { ours: number; bare: number }[] = [];
    const heldUp: number[] = [];
    // The first round warms up, and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      const one = await broadcast(ours, phones, 'publish');
      const delay = ours.child.next('heldUpMs');
      ours.child.tell('delay');
      const heldUpMs = await delay;
      const other = await broadcast(bare, phones, one.frame);
      say(
        `round ${round}: ${one.ms.toFixed(0)} ms beside ${other.ms.toFixed(0)} ms, held up ${heldUpMs.toFixed(0)} ms`,
      );
      if (round === 0) continue;
      taken.push({ ours: one.ms, bare: other.ms });
      heldUp.push(heldUpMs);
    }
    return [
      ratioAtMost({
        name: `a notice to the last of ${sockets} phones, beside bare ws`,
        value: median(taken.map((each) => each.ours)),
        baseline: median(taken.map((each) => each.bare)),
        unit: 'ms',
        ratio: median(taken.map((each) => each.ours / each.bare)),
        goal: 1.3,
      }),
      atMost('the event loop held up meanwhile, at the most', Math.max(...heldUp), 'ms', 100),
      atLeast('slow phones dropped, of one', dropped, 'phones', 1),
      atLeast('dropped phones that were back and heard what they had missed, once', resumed, 'phones', 1),
    ];
  } finally {
    await Promise.all([...phones, ours.child, bare.child].map((each) => each.end()));
  }
};
