import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { BroadcastReport } from './broadcast-orders';

// A server that does nothing but send: to every socket, one after the other, what it is told.

const report = (what: BroadcastReport): void => void process.send?.(what);
const server = new WebSocketServer({ host: '127.0.0.1', port: 0 }, () => {
  const { port } = server.address() as AddressInfo;
  report({ listening: { address: `ws://127.0.0.1:${port}/`, tokens: [''] } });
});
process.on('message', (frame: string) => {
  const at = performance.timeOrigin + performance.now();
  for (const client of server.clients) client.send(frame);
  report({ published: { at, frame, cursor: 0 } });
});
process.on('disconnect', () => process.exit(0));
