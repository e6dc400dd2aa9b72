import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How somebody else's service answers one call. */
export type Behave = (response: ServerResponse, request: IncomingMessage) => void;

export interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** Somebody else's service on this machine, which does as it is told. */
export interface Loopback {
  address: string;
  asked: Asked[];
  /** One for each call; the last for all that follow. */
  behave(...behaviours: readonly Behave[]): void;
  close(): void;
}

export async function startLoopback(): Promise<Loopback> {
  const asked: Asked[] = [];
  let behaviour: Behave[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      asked.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body });
      (behaviour.length > 1 ? behaviour.shift() : behaviour[0])?.(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    behave: (...behaviours) => void (behaviour = [...behaviours]),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

export const json =
  (status: number, body: unknown): Behave =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
export const busy = json(503, { error: 'busy' });
export const cut: Behave = (_, { socket }) => void socket.destroy();
export const cutAmidst: Behave = (response, { socket }) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' }).write('{"mat');
  setImmediate(() => socket.destroy());
};
export const silent: Behave = () => undefined;
export const halfSilent: Behave = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).write('{"mat');
};
export const elsewhere: Behave = (response) => void response.writeHead(302, { location: '/other' }).end();
export const html: Behave = (response) => void response.writeHead(200).end('<html>');
