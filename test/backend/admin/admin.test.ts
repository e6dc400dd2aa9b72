import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import { composeAlone } from '../../../src/backend/cli/admin/alone';
import { type AdminDeps, type AdminRequest, runAdmin } from '../../../src/backend/cli/admin/commands';
import { askServer, listenForAdmin, socketPath } from '../../../src/backend/cli/admin/socket';
import { readSettings } from '../../../src/backend/settings';
import { demoNeighbourhood } from '../../../src/backend/demo/neighbourhood';
import { describeOnEachDatabase } from '../../support/database';
import { movedClock } from '../../support/moved-clock';
import { addRegions } from '../../support/people';

const sample = (name: string): string =>
  readFileSync(join(__dirname, '../../../docs/samples', name)).toString('base64');
const asked = (command: string, more: Partial<AdminRequest> = {}): AdminRequest => ({
  command,
  args: [],
  options: {},
  ...more,
});

/** As the command line is while no server runs: a folder of its own, with its keys, unless one is given. */
function emptyCounty(
  database: Database,
  dataDir = mkdtempSync(join(tmpdir(), 'linli-county-')),
): Promise<AdminDeps> {
  const settings = { ...readSettings({ DATA_DIR: dataDir }, [], dataDir), regions: [] };
  return composeAlone(settings, database, movedClock());
}

async function county(database: Database, dataDir?: string): Promise<AdminDeps> {
  const deps = await emptyCounty(database, dataDir);
  await addRegions(database, { '33': '浙江省', '3301': '杭州市', '330106': '西湖区' });
  await deps.register.putRegions(demoNeighbourhood.regions);
  return deps;
}

describeOnEachDatabase('npm run admin', (open) => {
  test('grids, addresses and staff come in once; the same files again change nothing and invite nobody', async () => {
    const deps = await county(await open());
    const files = [
      asked('import-grids', { options: { crs: 'wgs84' }, file: sample('grids.geojson') }),
      asked('import-addresses', { file: sample('addresses.csv') }),
      asked('import-staff', { file: sample('staff.csv') }),
    ];
    for (const file of files) {
      const { code, lines } = await runAdmin(file, deps);
      expect([code, lines.some((line) => /^[1-9]\d* added, 0 changed, 0 unchanged$/.test(line))]).toEqual([
        0,
        true,
      ]);
    }
    for (const file of files) {
      const { code, lines } = await runAdmin(file, deps);
      expect([code, lines.some((line) => /^0 added, 0 changed, [1-9]\d* unchanged$/.test(line))]).toEqual([
        0,
        true,
      ]);
      expect(lines.join('\n')).not.toContain('invitation');
    }
  });

  test('a bad row is named by line and reason, and nothing of its file is taken', async () => {
    const deps = await county(await open());
    await runAdmin(asked('import-grids', { file: sample('grids.geojson') }), deps);
    const good = Buffer.from(sample('staff.csv'), 'base64').toString().trimEnd();
    const bad = Buffer.from(
      `${good}\nTQ999,某某,worker,330106099002099,0571-5550-0199,9:00-17:00\n`,
    ).toString('base64');
    const { code, lines } = await runAdmin(asked('import-staff', { file: bad }), deps);
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^line \d+/);
    const again = await runAdmin(asked('import-staff', { file: sample('staff.csv') }), deps);
    expect(again.lines.some((line) => /^[1-9]\d* added, 0 changed, 0 unchanged$/.test(line))).toBe(true);
  });

  test('a grant is given and taken; a stranger and a place that is not are refused', async () => {
    const deps = await county(await open());
    await runAdmin(asked('import-grids', { file: sample('grids.geojson') }), deps);
    await runAdmin(asked('import-staff', { file: sample('staff.csv') }), deps);
    const grant = { args: ['TQ001'], options: { role: 'officer', node: '330106099002' } };
    expect(await runAdmin(asked('grant', grant), deps)).toEqual({
      code: 0,
      lines: ['granted: officer of 330106099002'],
    });
    expect(await runAdmin(asked('grant', grant), deps)).toEqual({
      code: 0,
      lines: ['unchanged: already officer of 330106099002'],
    });
    expect(await runAdmin(asked('revoke', grant), deps)).toEqual({
      code: 0,
      lines: ['revoked: officer of 330106099002'],
    });
    expect((await runAdmin(asked('grant', { ...grant, args: ['nobody'] }), deps)).code).toBe(1);
    expect(
      (
        await runAdmin(
          asked('grant', { args: ['TQ001'], options: { role: 'officer', node: '999999' } }),
          deps,
        )
      ).code,
    ).toBe(1);
  });

  test('a backup holds everything, restores into an empty deployment, and nothing cut short is restored', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'linli-county-'));
    const deps = await county(await open(), dataDir);
    await runAdmin(asked('import-grids', { file: sample('grids.geojson') }), deps);
    await runAdmin(asked('import-staff', { file: sample('staff.csv') }), deps);
    const path = join(mkdtempSync(join(tmpdir(), 'linli-backup-')), 'backup');
    expect((await runAdmin(asked('backup', { args: [path] }), deps)).code).toBe(0);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect((await runAdmin(asked('restore', { args: [path] }), deps)).lines[0]).toContain('not-empty');

    const fresh = await emptyCounty(await open(), dataDir);
    const restored = (from: string) => runAdmin(asked('restore', { args: [from] }), fresh);
    const bytes = readFileSync(path);
    writeFileSync(`${path}.cut`, bytes.subarray(0, 200));
    const flipped = Buffer.from(bytes);
    flipped[bytes.length - 40]! ^= 1;
    writeFileSync(`${path}.changed`, flipped);
    writeFileSync(`${path}.empty`, '');
    writeFileSync(`${path}.old`, gzipSync('{"linli":1}\n{"end":{"rows":0,"files":0}}'));
    for (const [name, line] of [
      ['cut', /^unreadable: /],
      ['changed', /^unreadable: /],
      ['empty', /^unreadable: /],
      ['not-there', /^unreadable: /],
      ['old', /^not-encrypted: .*earlier version/],
    ] as const) expect([name, await restored(`${path}.${name}`)]).toEqual([name, { code: 1, lines: [expect.stringMatching(line)] }]); // prettier-ignore
    expect((await restored(path)).code).toBe(0);
    const staff = await runAdmin(asked('import-staff', { file: sample('staff.csv') }), fresh);
    expect(staff.lines[0]).toMatch(/^0 added, 0 changed, [1-9]/);
  });

  test('a backup says nothing to whoever has no key of the county’s, and names the setting', async () => {
    const deps = await county(await open());
    await runAdmin(asked('import-staff', { file: sample('staff.csv') }), deps);
    await runAdmin(asked('invite', { options: { name: '张桂兰', node: '330106' } }), deps);
    const path = join(mkdtempSync(join(tmpdir(), 'linli-backup-')), 'backup');
    expect((await runAdmin(asked('backup', { args: [path] }), deps)).code).toBe(0);
    const bytes = readFileSync(path);
    expect(bytes.includes('张桂兰')).toBe(false);
    expect(() => gunzipSync(bytes.subarray(bytes.indexOf('\n') + 1))).toThrow();
    const elsewhere = await emptyCounty(await open());
    expect(await runAdmin(asked('restore', { args: [path] }), elsewhere)).toEqual({
      code: 1,
      lines: [expect.stringMatching(/^another-key: .*BACKUP_KEY/)],
    });
  });
});

test('the socket is its user’s alone, and carries a command to the server and its answer back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-socket-'));
  expect(await askServer(folder, asked('help'))).toBeUndefined();
  const stop = await listenForAdmin(folder, (request) =>
    Promise.resolve({ code: 0, lines: [request.command] }),
  );
  expect(statSync(socketPath(folder)).mode & 0o777).toBe(0o600);
  expect(await askServer(folder, asked('help'))).toEqual({ code: 0, lines: ['help'] });
  await stop();
});
