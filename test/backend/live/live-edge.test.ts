import type { WebSocket } from '@fastify/websocket';
import type { FastifyInstance } from 'fastify';
import { createServer } from '../../../src/backend/http/server';
import type { Announcement, Messenger } from '../../../src/backend/ports/messenger';
import type { Ports } from '../../../src/backend/ports';
import type { OpenSession } from '../../../src/backend/ports/store';
import { bindLive } from '../../../src/backend/routes/live';
import { LiveSocket } from '../../../src/backend/routes/live-socket';
import { fail, ok } from '../../../src/contract/result';
import { eventually } from '../../support/eventually';
import { addressOf, connect, hello, welcomed } from './live-client';

const session: OpenSession = {
  id: 's',
  expiresAt: new Date('2027-01-01'),
  person: {
    id: 'lan',
    name: null,
    confirmed: false,
    bornOn: null,
    home: { node: '330106990001001', building: null },
    language: null,
    privacyVersion: '1',
    grants: [],
  },
};

describe('live, at its edges', () => {
  let server: FastifyInstance;
  let address: string;
  let announce: (announcement: Announcement) => void = () => undefined;
  let missed: () => void = () => undefined;
  let broken = false;

  const messenger: Messenger = {
    announce: () => Promise.resolve(),
    subscribe: (heard, lost) => {
      [announce, missed] = [heard, lost];
      return Promise.resolve(() => Promise.resolve());
    },
  };
  const ports = {
    messenger,
    store: {
      sessions: {
        find: (token: string) =>
          broken
            ? Promise.reject(new Error('no database'))
            : Promise.resolve(token === 'good' ? ok(session) : fail('unknown')),
      },
    },
    noticeSource: {
      last: () => Promise.resolve(0),
      since: () => Promise.reject(new Error('no database')),
    },
    noticeReaders: { followed: () => Promise.resolve([]) },
    requestDesk: { get: () => Promise.resolve(undefined) },
  } as unknown as Ports;

  beforeAll(async () => {
    server = await createServer({ logger: false, trustProxy: false, version: 'test' });
    await bindLive(server, ports, { helloMs: 200, pingMs: 200 });
    address = await addressOf(server);
  });
  afterAll(() => server.close());
  beforeEach(() => {
    broken = false;
  });

  it('says no to a token it does not know, and closes', async () => {
    const client = await connect(address, hello('bad'));
    expect(await client.closed()).toBe(1008);
    expect(client.heard).toEqual([{ type: 'refused', code: 'sign-in-required' }]);
  });

  it.each([
    ['no JSON', 'hello'],
    ['null', 'null'],
    ['a list', '[]'],
    ['another message', '{"type":"ready"}'],
    ['a token that is none', '{"type":"hello","token":{"a":1}}'],
    ['no token', '{"type":"hello"}'],
    ['bytes', Buffer.from([0xff, 0x00, 0xfe])],
  ])('closes on %s for a hello', async (_, first) => {
    expect(await (await connect(address, first)).closed()).toBe(1008);
  });

  it('closes on a message too long to be one', async () => {
    expect(await (await connect(address, hello('x'.repeat(5000)))).closed()).toBe(1009);
  });

  it('does not wait for a hello for ever', async () => {
    const client = await connect(address);
    expect(await client.closed()).toBe(1008);
    expect(client.heard).toEqual([]);
  });

  it('stays open for who gives signs of life, and ends for who gives none', async () => {
    const alive = await welcomed(address, 'good');
    const dead = await connect(address, hello('good'), { autoPong: false });
    expect(await dead.closed()).toBe(1006);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(alive.socket.readyState).toBe(alive.socket.OPEN);
    alive.socket.terminate();
  });

  it('takes a second hello for nothing', async () => {
    const client = await welcomed(address, 'good');
    client.socket.send(hello('bad'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([client.heard, client.socket.readyState]).toEqual([[{ type: 'ready' }], client.socket.OPEN]);
    client.socket.terminate();
  });

  it('sends phones back to read afresh when announcements were missed or could not be looked up', async () => {
    for (const fault of [missed, () => announce({ type: 'notice', id: 'n' })]) {
      const client = await welcomed(address, 'good');
      fault();
      expect(await client.closed()).toBe(1012);
    }
  });

  it('does not say "sign in" when the database does not answer', async () => {
    broken = true;
    const client = await connect(address, hello('good'));
    expect(await client.closed()).toBe(1012);
    expect(client.heard).toEqual([]);
  });

  it('answers what is no socket like any address that is not there', async () => {
    const { statusCode } = await server.inject({ method: 'GET', url: '/v1/live' });
    expect(statusCode).toBe(404);
  });

  it('drops a phone that takes in nothing', async () => {
    const sent: string[] = [];
    let ended = false;
    const slow = {
      OPEN: 1,
      readyState: 1,
      bufferedAmount: 0,
      on: () => undefined,
      send: (frame: Buffer) => sent.push(String(frame)),
      terminate: () => {
        ended = true;
      },
    };
    const live = new LiveSocket(slow as unknown as WebSocket, 'good', session, []);
    live.send(Buffer.from('one'));
    slow.bufferedAmount = 65 * 1024;
    live.send(Buffer.from('two'));
    await eventually(() => expect([sent, ended]).toEqual([['one'], true]));
  });
});
