import { createServer, request as send, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pause } from './seeded';

/** What may happen to a call on its way, with how often of a hundred. */
const fates = {
  /** Nothing. */
  through: 40,
  /** Cut before any of it arrived. */
  lost: 10,
  /** Cut in the middle: the server sees half of it. */
  torn: 8,
  /** Done by the server, and its answer cut. */
  unanswered: 12,
  /** Half of the answer arrives. */
  'half-answered': 8,
  /** Late. */
  late: 8,
  /** Cut at once, and delivered all the same, after what was sent later. */
  overtaken: 6,
  /** Delivered two or three times. */
  repeated: 6,
  /** Something in between says it is busy, in a page of its own. */
  busy: 2,
} as const;
export type Fate = keyof typeof fates;
/** As long (ms) as a call is held back at most. */
const longest = 1_600;

interface Call {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}
interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface UnsteadyProxy {
  address: string;
  /** How often each fate befell a call. */
  befell: Readonly<Record<Fate, number>>;
  /** Resolves when nothing is on its way any more, late or repeated. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** A network that cuts, delays, repeats and reorders what goes to a server, as its numbers say. */
export async function startUnsteadyProxy(to: string, random: () => number): Promise<UnsteadyProxy> {
  const befell = Object.fromEntries(Object.keys(fates).map((fate) => [fate, 0])) as Record<Fate, number>;
  const underWay = new Set<Promise<unknown>>();

  function drawn(): Fate {
    let left = random() * 100;
    for (const [fate, share] of Object.entries(fates)) {
      left -= share;
      if (left < 0) return fate as Fate;
    }
    return 'through';
  }

  const deliver = (call: Call, part = 1): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { method, path, headers, body } = call;
      const outgoing = send(to + path, { method, headers, agent: false }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 502,
            headers: incoming.headers,
            body: Buffer.concat(chunks),
          }),
        );
      });
      outgoing.on('error', reject);
      if (part === 1) outgoing.end(body);
      else
        outgoing.write(body.subarray(0, Math.floor(body.length * part)), () =>
          setTimeout(() => outgoing.destroy(new Error('torn')), 20),
        );
    });

  function answer(response: ServerResponse, { status, headers, body }: Answer, part = 1): void {
    if (response.destroyed) return;
    const { 'transfer-encoding': _, connection: __, ...kept } = headers;
    response.writeHead(status, { ...kept, 'content-length': body.length, connection: 'close' });
    if (part === 1) response.end(body);
    else response.write(body.subarray(0, Math.floor(body.length * part)), () => response.destroy());
  }

  const later = (): number => random() * longest;

  async function meet(call: Call, response: ServerResponse): Promise<void> {
    const fate = drawn();
    befell[fate] += 1;
    const cut = (): void => void response.destroy();
    switch (fate) {
      case 'through':
        return answer(response, await deliver(call));
      case 'lost':
        return cut();
      case 'torn':
        cut();
        return void (await deliver(call, 0.5));
      case 'unanswered':
        await deliver(call);
        return cut();
      case 'half-answered':
        return answer(response, await deliver(call), 0.5);
      case 'late':
        await pause(later());
        return answer(response, await deliver(call));
      case 'overtaken':
        cut();
        await pause(later());
        return void (await deliver(call));
      case 'repeated': {
        const again = Array.from({ length: 1 + Math.round(random()) }, async () => {
          await pause(random() < 0.5 ? 0 : later());
          return deliver(call);
        });
        const [first] = await Promise.all([deliver(call), ...again]);
        return answer(response, random() < 0.5 ? first : await deliver(call));
      }
      case 'busy':
        return answer(response, { status: 502, headers: {}, body: Buffer.from('<h1>Bad Gateway</h1>') });
    }
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    // A phone that gave up while it was still sending.
    request.on('error', () => undefined);
    request.on('end', () => {
      const { method = 'GET', url: path = '/', headers } = request;
      const { connection: _, 'transfer-encoding': __, ...kept } = headers;
      const body = Buffer.concat(chunks);
      const call = { method, path, headers: { ...kept, 'content-length': String(body.length) }, body };
      // A delivery that breaks off breaks off for the phone as well.
      const met = meet(call, response).catch(() => void response.destroy());
      underWay.add(met);
      void met.finally(() => underWay.delete(met));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    befell,
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
