import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogLine } from '../../../src/contract/audit/entry';
import { createAuditLog } from '../../../src/backend/adapters/embedded/audit-log';
import { openDatabase } from '../../../src/backend/adapters/embedded/database';
import { openKeyRing, type OpenKeyRing } from '../../../src/backend/adapters/embedded/issuer/key-ring';
import { type AdminDeps, runAdmin } from '../../../src/backend/cli/admin/commands';
import type { AdminRunner } from '../../../src/backend/cli/admin/here';
import { listenForAdmin } from '../../../src/backend/cli/admin/socket';
import { runAudit } from '../../../src/backend/cli/audit/run';
import { CommandFault } from '../../../src/backend/cli/server-call';
import { describeOnEachDatabase, postgresDatabase } from '../../support/database';
import { movedClock } from '../../support/moved-clock';
import { run } from '../../support/process';

jest.setTimeout(60_000);

type Ran = { code: number; out: string; err: string };

async function audit(args: string[], runner: AdminRunner): Promise<Ran> {
  const ran: Ran = { code: 0, out: '', err: '' };
  const output = {
    write: (text: string) => Promise.resolve((ran.out += text) !== ''),
    complain: (line: string) => (ran.err += line),
  };
  ran.code = await runAudit(args, runner, output).catch((error: unknown) => {
    ran.err = String(error instanceof CommandFault ? error.message : error);
    return 1;
  });
  return ran;
}

const nobody: AdminRunner = () => Promise.reject(new Error('no server, no database'));

describeOnEachDatabase('npm run audit', (open) => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-audit-'));
  let ring: OpenKeyRing;
  let here: AdminRunner;
  let head: string;
  beforeAll(async () => {
    const database = await open();
    const clock = movedClock();
    ring = await openKeyRing(database, clock, '330106', join(folder, 'issuer-key.pem'));
    const auditLog = createAuditLog(database.unit, clock, ring);
    here = (request) => runAdmin(request, { auditLog } as Partial<AdminDeps> as AdminDeps);
    // More than a page of them.
    await database.unit.together(async () => {
      for (let each = 1; each < 2500; each++) await auditLog.append({ act: 'tried', body: { each } });
      await auditLog.append({ act: 'fact-entered', body: {}, personal: { words: '误报\u2028张桂兰' } });
    });
    head = (await auditLog.head())?.hash ?? '';
  });
  afterAll(() => ring.close());

  test('an export has a line for each entry, personal texts only if asked for, and verifies; so does the log itself', async () => {
    const plain = await audit(['export'], here);
    const lines = plain.out.trimEnd().split('\n');
    expect([plain.code, lines.length, plain.out.includes('张桂兰')]).toEqual([0, 2500, false]);
    const file = join(folder, 'log.jsonl');
    writeFileSync(file, (await audit(['export', '--with-personal'], here)).out);
    expect(readFileSync(file, 'utf8')).toContain('张桂兰');
    const fine = { code: 0, out: `2500 entries, head ${head}\n` };
    expect(await audit(['verify', file], here)).toMatchObject(fine);
    expect(await audit(['verify', '--head', head], here)).toMatchObject(fine);
    // A stranger has the file and the keys, and no server.
    const keys = join(folder, 'keys');
    writeFileSync(keys, (await audit(['keys'], here)).out);
    expect(await audit(['verify', file, '--keys', keys, '--head', head], nobody)).toMatchObject(fine);
  });

  test('what was changed, removed, moved or cut off ends with 1 and the number of the entry', async () => {
    const lines = (await audit(['export'], here)).out.trimEnd().split('\n');
    const file = join(folder, 'other.jsonl');
    const verified = async (changed: string[], ...more: string[]) => {
      writeFileSync(file, changed.map((line) => `${line}\n`).join(''));
      const { code, err } = await audit(['verify', file, ...more], here);
      return [code, err];
    };
    const other = JSON.parse(lines[1]!) as LogLine;
    const altered = JSON.stringify({ ...other, entry: { ...other.entry, act: 'x' } });
    expect(await verified([lines[0]!, altered, ...lines.slice(2)])).toEqual([
      1,
      'entry 2 is not what was chained',
    ]);
    const misplaced = 'entry 2 is not where it belongs: removed, or out of order';
    expect(await verified([lines[0]!, ...lines.slice(2)])).toEqual([1, misplaced]);
    expect(await verified([lines[0]!, lines[2]!, lines[1]!])).toEqual([1, misplaced]);
    expect(await verified(lines.slice(0, 2499), '--head', head)).toEqual([
      1,
      'entry 2500 is missing: the log had the head given, and does not hold it',
    ]);
  });

  test('a wrong word, a file that is not there and one that holds no keys are said in a line', async () => {
    for (const wrong of [[], ['check'], ['export', 'file'], ['verify', 'a', 'b']]) {
      const { code, err } = await audit(wrong, here);
      expect([wrong, code, err.split('\n')[0]]).toEqual([wrong, 1, 'npm run audit -- <command>']);
    }
    const nowhere = join(folder, 'nowhere.jsonl');
    expect(await audit(['verify', nowhere], here)).toMatchObject({
      code: 1,
      err: `${nowhere}: cannot be read`,
    });
    const key = join(folder, 'issuer-key.pem');
    expect(await audit(['verify', '--keys', key], here)).toMatchObject({ code: 1, err: expect.stringMatching(/^not a key/) as string }); // prettier-ignore
  });
});

describe('npm run audit from the command line', () => {
  const command = async (args: string[], env: Record<string, string>): Promise<Ran> => {
    const running = run('src/backend/cli/audit/main.ts', args, env);
    return { code: await running.ended, out: running.out(), err: running.err().trim() };
  };

  test('asks the running server', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'linli-audit-'));
    const stop = await listenForAdmin(folder, ({ args }) => Promise.resolve({ code: 0, lines: args[1] === '0' ? ['not a line'] : [] })); // prettier-ignore
    const answer = await command(['verify'], { DATA_DIR: folder });
    expect(answer).toEqual({
      code: 1,
      out: '',
      err: 'entry 1 is no line of a log, or not written in its one form',
    });
    await stop();
  });

  test('opens the database itself without one', async () => {
    const server = await postgresDatabase();
    if (!server) return;
    const database = await openDatabase({ dataDir: '', databaseUrl: server.url });
    const folder = mkdtempSync(join(tmpdir(), 'linli-audit-'));
    const keyFile = join(folder, 'issuer-key.pem');
    const ring = await openKeyRing(database, movedClock(), '330106', keyFile);
    await createAuditLog(database.unit, movedClock(), ring).append({ act: 'tried', body: {} });
    const answer = await command(['verify'], {
      DATA_DIR: folder,
      DATABASE_URL: server.url,
      ISSUER_KEY: keyFile,
    });
    expect(answer).toMatchObject({ code: 0, out: expect.stringMatching(/^1 entries, head /) as string });
    await ring.close();
    await database.close();
    await server.drop();
  });
});
