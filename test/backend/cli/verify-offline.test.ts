import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { verifyOffline } from '../../../src/backend/cli/verify-offline';
import { packStatuses, signStatusList } from '../../../src/contract/health-code/status-list';
import type { StatusValue } from '../../../src/contract/health-code/verify';
import { HOUR, issue, now, otherSecret, phone, show, signer, trust } from '../../contract/health-code/world';
import { ed25519Signer } from '../../../src/contract/health-code/noble';
import { run } from '../../support/process';

jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'linli-offline-'));
const saved = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const mine = { ...phone, status: { list: 3, index: 77 } };
const code = show(issue(mine));
const list = (status: StatusValue, issuedAt = now - HOUR, by = signer): Uint8Array =>
  signStatusList(
    {
      uri: 'https://linli.example.gov.cn/v1/status-lists/330106-3',
      issuedAt,
      expiresAt: issuedAt + 24 * HOUR,
      timeToLive: 240_000,
      packed: new Uint8Array(deflateSync(packStatuses([{ index: 77, status }], 1000))),
    },
    by,
  );
const trustFile = saved('trust.json', JSON.stringify(trust));

test('saved lists are enough: the verdict, and how old what it rests on is', () => {
  const file = saved('as-issued', list(0));
  const { verdict, answer, notes } = verifyOffline(code, trustFile, [file], now);
  expect([verdict.result, notes]).toEqual(['pass', []]);
  expect(answer).toMatchObject({ reason: 'green', trustAgeSeconds: 7200, statusAgeSeconds: 3600 });
});

test.each<[string, StatusValue | undefined, number, string]>([
  ['revoked since', 1, 0, 'revoked'],
  ['lowered since', 3, 0, 'lowered-to-red'],
  ['no list at hand', undefined, 0, 'status-missing'],
  ['a list more than a day old', 0, 25 * HOUR, 'status-stale'],
])('%s: the reason says so', (_, status, age, reason) => {
  const files = status === undefined ? [] : [saved('list', list(status, now - age))];
  expect(verifyOffline(code, trustFile, files, now).verdict.reason).toBe(reason);
});

test('an old trust list is said to be old', () => {
  const old = { ...trust, publishedAt: new Date(now - 30 * HOUR).toISOString() };
  const { notes } = verifyOffline(code, saved('old.json', JSON.stringify(old)), [], now);
  expect(notes).toEqual([expect.stringContaining('30 hours old')]);
});

test('a file that is no list, or forged, is refused by name', () => {
  const forged = saved('forged', list(0, now, { kid: signer.kid, sign: ed25519Signer(otherSecret) }));
  const broken = saved('broken.json', '{"publishedAt":"today"}');
  const tried =
    (by: string, ...files: string[]) =>
    () =>
      verifyOffline(code, by, files, now);
  expect(tried(trustFile, forged)).toThrow(`${forged}: signature-invalid`);
  expect(tried(trustFile, broken)).toThrow(/broken\.json: /);
  expect(tried(broken)).toThrow(`${broken}: not a trust list`);
  expect(tried(join(folder, 'absent'))).toThrow(/absent: cannot be read/);
});

test('the command says it in JSON and by its exit code; four megabytes come in by stdin', async () => {
  const live = Date.now();
  const file = saved('live', list(0, live - HOUR));
  const fresh = { ...trust, publishedAt: new Date(live).toISOString(), emergencies: [{ county: '330106', until: new Date(live + HOUR).toISOString() }] }; // prettier-ignore
  const by = ['--trust', saved('live.json', JSON.stringify(fresh)), '--status', file];
  const verify = async (args: string[], stdin = '') => {
    const running = run('src/backend/cli/verify.ts', args, {}, stdin);
    return { code: await running.ended, out: running.out().trim(), err: running.err().trim() };
  };
  const held = show(issue({ ...mine, issuedAt: live - HOUR, expiresAt: live + HOUR }), live);
  const passed = await verify([...by, held]);
  expect([passed.code, JSON.parse(passed.out)]).toMatchObject([0, { result: 'pass', reason: 'green' }]);
  const huge = await verify([...by, '-'], `LL1:${'0'.repeat(4_000_000)}\n`);
  expect([huge.code, JSON.parse(huge.out)]).toMatchObject([1, { result: 'ask', reason: 'too-long' }]);
  const unknown = await verify(['--status', file, held]);
  expect([unknown.code, unknown.err.split('\n').length]).toEqual([1, 1]);
});
