import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Me, Session } from '../../../src/contract/api';
import { createDatabase, testServers } from '../../support/database-servers';
import { run, type Running } from '../../support/process';

jest.setTimeout(120_000);

let folder: string;
let webDir: string;
let running: Running[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'linli-start-'));
  webDir = join(folder, 'web');
  mkdirSync(webDir);
  writeFileSync(join(webDir, 'index.html'), '<!doctype html><title>邻里</title>');
});
afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGKILL');
    await ended;
  }
  running = [];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (env: Record<string, string> = {}, args: string[] = []): Running => {
  const one = run('src/backend/main.ts', args, {
    DATA_DIR: join(folder, 'data'),
    WEB_DIR: webDir,
    PORT: '0',
    ...env,
  });
  running.push(one);
  return one;
};
const addressOf = (one: Running): string => /http:\/\/127\.0\.0\.1:\d+/.exec(one.out())?.[0] ?? '';

async function meOf(address: string, persona: string): Promise<Me> {
  const session = await fetch(`${address}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ provider: 'demo', code: persona }),
  });
  const { token } = (await session.json()) as Session;
  const me = await fetch(`${address}/v1/me`, { headers: { authorization: `Bearer ${token}` } });
  return (await me.json()) as Me;
}

async function refusal(env: Record<string, string>, args: string[] = []): Promise<string> {
  const one = start(env, args);
  expect(await one.ended).toBe(1);
  const lines = one.err().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toBe('');
  return lines[0] ?? '';
}

describe('starting', () => {
  it('says what to open, answers, keeps to itself, and ends cleanly on Ctrl-C', async () => {
    const one = start();
    await one.says('Ctrl-C');
    const address = addressOf(one);
    expect(one.out()).toContain(`${address}/?as=county-officer`);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${address}/?as=resident`)).text()).toContain('邻里');
    const me = await meOf(address, 'resident');
    expect(me.confirmed).toBe(true);
    expect(me.home?.path.map((node) => node.level)).toEqual([
      'province',
      'city',
      'county',
      'township',
      'community',
      'grid',
    ]);
    expect(statSync(join(folder, 'data', 'issuer-key.pem')).mode & 0o777).toBe(0o600);

    const asked = Date.now();
    one.child.kill('SIGINT');
    expect(await one.ended).toBe(0);
    expect(Date.now() - asked).toBeLessThan(3000);
    expect(one.err()).toBe('');
  });

  it('starts again on the same folder, and ends on SIGTERM with a call under way', async () => {
    const one = start();
    await one.says('Ctrl-C');
    // A call whose body never comes: nobody waits for it for ever.
    const socket = connect(Number(new URL(addressOf(one)).port), '127.0.0.1');
    const head =
      'POST /v1/sessions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{';
    await new Promise<void>((resolve) => socket.write(head, () => resolve()));
    const asked = Date.now();
    one.child.kill('SIGTERM');
    expect(await one.ended).toBe(0);
    expect(Date.now() - asked).toBeLessThan(3000);
    socket.destroy();
  });

  const { postgres } = testServers();
  const onServer = postgres ? it : it.skip;
  onServer(`runs the same on PostgreSQL${postgres ? '' : ' (skipped: no PostgreSQL here)'}`, async () => {
    const server = await createDatabase(postgres?.admin ?? '');
    const one = start({ DATABASE_URL: server.url, DATA_DIR: join(folder, 'beside-server') });
    await one.says('Ctrl-C');
    expect(one.out()).toContain('PostgreSQL');
    expect((await meOf(addressOf(one), 'worker')).grants).toMatchObject([{ role: 'worker' }]);
    one.child.kill('SIGINT');
    expect(await one.ended).toBe(0);
    await server.drop();
  });

  it('refuses a second process on the same folder', async () => {
    const one = start();
    await one.says('Ctrl-C');
    expect(await refusal({})).toMatch(/^another process is using the data folder .*data$/);
    expect((await fetch(`${addressOf(one)}/readyz`)).status).toBe(200);
  });

  describe('refuses in one line', () => {
    let taken: Server;
    beforeAll(async () => {
      taken = createServer().listen(0, '127.0.0.1');
      await once(taken, 'listening');
    });
    afterAll(() => once(taken.close(), 'close'));

    it('a taken port', async () => {
      const { port } = taken.address() as AddressInfo;
      expect(await refusal({ PORT: String(port) })).toBe(
        `port ${port} is taken: end what listens there, or choose another with PORT`,
      );
    });

    it('an address that is not of this machine', async () => {
      expect(await refusal({ HOST: '203.0.113.1' })).toMatch(/^HOST: "203\.0\.113\.1" is not an address/);
    });

    it('a folder that cannot be written', async () => {
      const dataDir = join(webDir, 'index.html', 'data');
      expect(await refusal({ DATA_DIR: dataDir })).toMatch(/^cannot write to the data folder /);
    });

    it('a setting that does not fit, an unknown option, a missing web app', async () => {
      expect(await refusal({ LOG_LEVEL: 'loud' })).toMatch(/^LOG_LEVEL: /);
      expect(await refusal({}, ['--demo'])).toMatch(/^--demo: unknown option/);
      expect(await refusal({ WEB_DIR: folder })).toMatch(/^WEB_DIR: there is no web app/);
    });

    it('several processes on a database that only one can open', async () => {
      expect(await refusal({}, ['--workers', '2'])).toBe(
        '--workers: several processes need a PostgreSQL server: set DATABASE_URL',
      );
      expect(await refusal({}, ['--workers', 'many'])).toMatch(/^--workers: "many" is not a number/);
    });

    it('a database that does not answer, without its password', async () => {
      const line = await refusal({ DATABASE_URL: 'postgres://linli:sesame@127.0.0.1:9/linli' });
      expect(line).toMatch(/^cannot reach the database of DATABASE_URL/);
      expect(line).not.toContain('sesame');
    });

    it('an issuer key that others can read', async () => {
      const key = join(folder, 'open.pem');
      writeFileSync(key, 'x', { mode: 0o644 });
      expect(await refusal({ ISSUER_KEY: key })).toMatch(/can be read by others/);
    });
  });

  describe('in production', () => {
    const county = () => ({ COUNTY: '330106', ISSUER_KEY: join(folder, 'county-key.pem') });

    it('needs its key and county to be named', async () => {
      expect(await refusal({}, ['--production'])).toMatch(/^COUNTY: /);
    });

    it('offers no persona, and a demo does not open its folder afterwards', async () => {
      const dataDir = join(folder, 'county');
      const one = start({ ...county(), DATA_DIR: dataDir }, ['--production']);
      await one.says('Ctrl-C');
      const address = addressOf(one);
      expect(one.out()).not.toContain('?as=');
      expect((await fetch(`${address}/v1/demo/personas`)).status).toBe(404);
      const signIn = await fetch(`${address}/v1/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ provider: 'demo', code: 'resident' }),
      });
      expect([signIn.status, ((await signIn.json()) as { code: string }).code]).toEqual([
        400,
        'provider-not-offered',
      ]);
      one.child.kill('SIGINT');
      await one.ended;
      expect(await refusal({ DATA_DIR: dataDir })).toMatch(/start it with --production$/);
    });
  });
});
