import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Notice, Session } from '../../../src/contract/api';
import { postgresDatabase } from '../../support/database';
import { testServers, type TestDatabase } from '../../support/database-servers';
import { eventually } from '../../support/eventually';
import { run, type Running } from '../../support/process';
import { type LiveClient, welcomed } from '../live/live-client';

jest.setTimeout(90_000);

const there = testServers().postgres !== undefined;
const describeOnServer = there ? describe : describe.skip;

/** How long anybody waits for an answer (ms). */
const patience = 8_000;

describeOnServer(`several processes${there ? '' : ' (skipped: no PostgreSQL here)'}`, () => {
  let folder: string;
  let server: TestDatabase | undefined;
  let one: Running;
  let address: string;
  const phones: LiveClient[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'linli-workers-'));
    mkdirSync(join(folder, 'web'));
    writeFileSync(join(folder, 'web/index.html'), '<!doctype html><title>邻里</title>');
    server = await postgresDatabase();
    one = run('src/backend/main.ts', ['--workers', '2'], {
      DATA_DIR: join(folder, 'data'),
      WEB_DIR: join(folder, 'web'),
      PORT: '0',
      DATABASE_URL: server?.url ?? '',
    });
    await one.says('Ctrl-C', 60_000);
    address = /http:\/\/127\.0\.0\.1:\d+/.exec(one.out())?.[0] ?? '';
    await eventually(() => expect(workers()).toHaveLength(2));
  });
  afterAll(async () => {
    phones.forEach(({ socket }) => socket.terminate());
    one.child.kill('SIGKILL');
    await one.ended;
    await server?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const workers = (): number[] =>
    spawnSync('pgrep', ['-P', String(one.child.pid), '-f', 'main.ts'], { encoding: 'utf8' })
      .stdout.split('\n')
      .flatMap((line) => Number(line) || []);

  async function call<T>(method: string, path: string, body?: object, token?: string): Promise<T> {
    const key = crypto.randomUUID();
    const send = () =>
      fetch(address + path, {
        method,
        headers: {
          'content-type': 'application/json',
          'idempotency-key': key,
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(patience),
      });
    // A connection may lead to a process that is gone: tried again under the same key, as phones do.
    const answer = await send().catch(send).catch(send);
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }
  const tokenOf = async (code: string): Promise<string> =>
    (await call<Session>('POST', '/v1/sessions', { provider: 'demo', code })).token;
  const phone = async (token: string, after?: number): Promise<LiveClient> => {
    const come = () => inTime(welcomed(`${address.replace('http', 'ws')}/v1/live`, token, after));
    const client = await come().catch(come).catch(come);
    phones.push(client);
    return client;
  };

  async function publish(token: string): Promise<{ type: 'notice'; id: string; cursor: number }> {
    const me = await call<{ grants: { role: string; node: string }[] }>('GET', '/v1/me', undefined, token);
    const notice = await call<Notice>(
      'POST',
      '/v1/notices',
      {
        severity: 'Minor',
        category: 'Infra',
        info: [{ language: 'zh', headline: '停水', description: '' }],
        audience: { include: [me.grants.find(({ role }) => role === 'officer')?.node] },
      },
      token,
    );
    return { type: 'notice', id: notice.id, cursor: notice.cursor };
  }

  /** A connection handed to a process that is killed in that moment is never answered. */
  const inTime = <T>(work: Promise<T>): Promise<T> =>
    Promise.race([
      work,
      new Promise<never>((_, give) => setTimeout(() => give(new Error('no answer')), patience).unref()),
    ]);

  it('serve one port; what is published on one is heard on all, and who loses theirs goes on elsewhere', async () => {
    const [resident, officer] = [await tokenOf('resident'), await tokenOf('officer')];
    // Connections are dealt out in turn: some are on each.
    const all = await Promise.all(Array.from({ length: 6 }, () => phone(resident)));
    const first = await publish(officer);
    for (const each of all) await eventually(() => expect(each.heard).toEqual([{ type: 'ready' }, first]));

    const before = workers();
    process.kill(before[0] ?? 0, 'SIGKILL');
    const isLost = ({ socket }: LiveClient): boolean => socket.readyState === socket.CLOSED;
    await eventually(() => expect(all.some(isLost)).toBe(true));
    const second = await publish(officer);
    // Not all that are lost know it at once.
    for (const each of all)
      await eventually(() => expect(isLost(each) || each.heard.length === 3).toBe(true));
    const lost = all.filter(isLost);
    expect(lost.length).toBeLessThan(all.length);
    for (const each of lost) {
      expect(each.heard).toEqual([{ type: 'ready' }, first]);
      const again = await phone(resident, first.cursor);
      await eventually(() => expect(again.heard).toEqual([{ type: 'ready' }, second]));
    }
    for (const each of all.filter((one_) => !lost.includes(one_)))
      expect(each.heard).toEqual([{ type: 'ready' }, first, second]);

    await eventually(() => {
      const now = workers();
      expect(now).toHaveLength(2);
      expect(now).not.toContain(before[0]);
    }, 10_000);
    expect(one.out().match(/Ctrl-C ends/g)).toHaveLength(1);
  });

  it('end together on Ctrl-C', async () => {
    const before = workers();
    one.child.kill('SIGINT');
    expect(await one.ended).toBe(0);
    for (const pid of before) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(one.err()).toBe('');
  });
});
