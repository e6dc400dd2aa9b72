import WebSocket from 'ws';
import type { BroadcastReport } from './broadcast-orders';

// Very many phones in one process. Each says hello where it is told to connect; when all of them have heard of a notice,
// the process says when the last one did.

export interface PhonesOrder {
  address: string;
  tokens: readonly string[];
  phones: number;
}

/** So many connect at a time. */
const atOnce = 100;
const report = (what: BroadcastReport): void => void process.send?.(what);

async function connectAll({ address, tokens, phones }: PhonesOrder): Promise<void> {
  let heard = 0;
  const hear = (data: Buffer): void => {
    // What is shorter is the welcome.
    if (data.length < 40) return;
    heard += 1;
    if (heard % phones === 0) report({ heard: { address, at: performance.timeOrigin + performance.now() } });
  };
  const connectOne = (nth: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(address, { perMessageDeflate: false });
      const token = tokens[nth % tokens.length];
      socket.on('error', reject);
      socket.on('message', hear);
      if (!token) return void socket.once('open', resolve);
      socket.once('open', () => socket.send(JSON.stringify({ type: 'hello', token })));
      socket.once('message', () => resolve());
    });
  for (let at = 0; at < phones; at += atOnce)
    await Promise.all(
      Array.from({ length: Math.min(atOnce, phones - at) }, (_, nth) => connectOne(at + nth)),
    );
  report({ connected: phones });
}

process.on('message', (order: PhonesOrder) => {
  connectAll(order).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
process.on('disconnect', () => process.exit(0));
