import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import WebSocket from 'ws';
import { eventually } from '../../support/eventually';

/** A phone on the other end of a real socket. */
export interface LiveClient {
  readonly socket: WebSocket;
  /** Everything it was told, in order. */
  readonly heard: unknown[];
  /** With which code the socket ended; waits for it. */
  closed(patience?: number): Promise<number>;
}

export async function addressOf(server: FastifyInstance): Promise<string> {
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  return `ws://127.0.0.1:${port}/v1/live`;
}

/** @param first what is said first; nothing where undefined */
export async function connect(
  address: string,
  first?: string | Buffer,
  options: WebSocket.ClientOptions = {},
): Promise<LiveClient> {
  const socket = new WebSocket(address, options);
  const heard: unknown[] = [];
  let code: number | undefined;
  socket.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString('utf8'))));
  socket.on('close', (closed) => {
    code = closed;
  });
  // How it ends is in the close code.
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => socket.once('open', () => resolve()));
  if (first !== undefined) socket.send(first);
  return {
    socket,
    heard,
    closed: (patience) =>
      eventually(() => {
        if (code === undefined) throw new Error('still open');
        return code;
      }, patience),
  };
}

/** @param after the last notice it has */
export const hello = (token: string, after?: number): string =>
  JSON.stringify({ type: 'hello', token, after });

/** A phone that has said who it is and was welcomed. */
export async function welcomed(address: string, token: string, after?: number): Promise<LiveClient> {
  const client = await connect(address, hello(token, after));
  await eventually(() => {
    if (client.heard.length === 0) throw new Error('not welcomed');
  });
  return client;
}
