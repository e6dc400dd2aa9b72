import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VerifyAnswer } from '../../../src/contract/api';
import { decodeBase64url, encodeBase64url } from '../../../src/contract/health-code/base64url';
import { decodeCredential } from '../../../src/contract/health-code/credential';
import { readStatusList } from '../../../src/contract/health-code/status-list';
import type { TrustList } from '../../../src/contract/health-code/trust-list';
import { openDatabase, type Database } from '../../../src/backend/adapters/embedded/database';
import { openKeyRing } from '../../../src/backend/adapters/embedded/issuer/key-ring';
import { runAdmin } from '../../../src/backend/cli/admin/commands';
import type { AdminDeps } from '../../../src/backend/cli/admin/answer';
import { nodeVerifiers } from '../../../src/backend/health-code-crypto';
import { describeOnEachDatabase } from '../../support/database';
import { createDatabase, testServers, type TestDatabase } from '../../support/database-servers';
import { eventually } from '../../support/eventually';
import { movedClock } from '../../support/moved-clock';
import { testPhone } from '../../support/phone';
import { startTestApp, type TestApp } from '../../support/server';
import { addWorld, personaOf } from '../../support/world';

const DAY = 86_400_000;
const keyFolder = (): string => join(mkdtempSync(join(tmpdir(), 'linli-keys-')), 'issuer-key.pem');

const trustList = async (app: TestApp): Promise<TrustList> =>
  (await app.call<TrustList>('GET /v1/trust-list')).body;
const gate = async (app: TestApp, code: string): Promise<VerifyAnswer> =>
  (await app.call<VerifyAnswer>('POST /v1/health-codes/verify', { body: { code } })).body;
const kidOf = (credential: string): string => {
  const read = decodeCredential(decodeBase64url(credential)!);
  return read.ok ? encodeBase64url(read.value.kid) : read.failure;
};

jest.setTimeout(30_000);

describeOnEachDatabase('the keys a county signs with', (open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });

  async function county() {
    await database.kysely.deleteFrom('issuer_key').execute();
    const clock = movedClock();
    const file = keyFolder();
    return { clock, file, ring: await openKeyRing(database, clock, '330106', file) };
  }

  test('the next is told of a day before it signs, and the last stays until its codes have ended', async () => {
    const { ring, clock } = await county();
    const first = encodeBase64url(ring.kid);
    const rotated = await ring.rotate();
    expect(rotated).toMatchObject({ ok: true, value: { use: 'waiting' } });
    expect(await ring.rotate()).toEqual({ ok: false, failure: 'waiting' });
    expect(ring.published().map(({ kid }) => kid)).toContain(rotated.ok && rotated.value.kid);
    clock.forward(DAY - 1000);
    expect(encodeBase64url(ring.kid)).toBe(first);
    clock.forward(1000);
    expect(encodeBase64url(ring.kid)).toBe(rotated.ok && rotated.value.kid);
    expect((await ring.list()).map(({ use }) => use)).toEqual(['retired', 'in-use']);
    clock.forward(30 * DAY);
    expect(ring.published()).toHaveLength(2);
    clock.forward(DAY);
    expect(ring.published().map(({ kid }) => kid)).toEqual([rotated.ok && rotated.value.kid]);
    await ring.close();
  });

  test('a stolen key: the one that waits is used at once, or one is made; a stranger’s cannot be revoked', async () => {
    const { ring } = await county();
    const first = encodeBase64url(ring.kid);
    const waiting = await ring.rotate();
    expect(await ring.revoke(first)).toMatchObject({ ok: true, value: { kid: first, use: 'revoked' } });
    const second = encodeBase64url(ring.kid);
    expect(second).toBe(waiting.ok && waiting.value.kid);
    expect((await ring.revoke(second)).ok).toBe(true);
    const third = encodeBase64url(ring.kid);
    expect([first, second]).not.toContain(third);
    expect((await ring.list()).map(({ use }) => use)).toEqual(['revoked', 'revoked', 'in-use']);
    expect(ring.published().filter(({ revokedAt }) => revokedAt !== undefined)).toHaveLength(2);
    expect([await ring.revoke(first), await ring.revoke('AAAAAAAAAAA')]).toEqual([
      { ok: false, failure: 'revoked' },
      { ok: false, failure: 'unknown' },
    ]);
    await ring.close();
  });

  test('secrets lie beside ISSUER_KEY for their owner alone, are found again, and are in no row', async () => {
    const { ring, file, clock } = await county();
    const rotated = await ring.rotate();
    const later = file.replace('.pem', `.${rotated.ok && rotated.value.kid}.pem`);
    expect(existsSync(later)).toBe(true);
    for (const name of readdirSync(join(file, '..')))
      expect([name, statSync(join(file, '..', name)).mode & 0o777]).toEqual([name, 0o600]);
    const secret = readFileSync(later, 'utf8').split('\n')[1]!;
    const rows = await database.kysely.selectFrom('issuer_key').selectAll().execute();
    const stored = JSON.stringify(rows) + Buffer.concat(rows.map(({ public_key }) => public_key)).toString('base64'); // prettier-ignore
    expect(stored).not.toContain(secret);
    await ring.close();
    clock.forward(DAY);
    const again = await openKeyRing(database, clock, '330106', file);
    expect(encodeBase64url(again.kid)).toBe(rotated.ok && rotated.value.kid);
    await again.close();
  });

  test('without its file a key is told of and does not sign: that fails, and is not passed over', async () => {
    const { ring, clock } = await county();
    await ring.rotate();
    await ring.close();
    clock.forward(DAY + 1);
    // Another folder: its own first key is younger, and takes over.
    const elsewhere = await openKeyRing(database, clock, '330106', keyFolder());
    expect((await elsewhere.list()).map(({ use, secretMissing }) => [use, secretMissing])).toEqual([
      ['retired', true],
      ['retired', true],
      ['in-use', false],
    ]);
    await elsewhere.close();
    const { ring: other, clock: later } = await county();
    const separate = await openKeyRing(database, later, '330106', keyFolder());
    await other.rotate();
    later.forward(DAY);
    await eventually(() => expect(() => separate.kid).toThrow(/is not beside ISSUER_KEY/));
    await Promise.all([other.close(), separate.close()]);
  });

  test('npm run admin -- keys says what each key does, and what is wrong', async () => {
    const { ring } = await county();
    const keys = (...args: string[]) =>
      runAdmin({ command: 'keys', args, options: {} }, { keyRing: ring } as Partial<AdminDeps> as AdminDeps);
    const kid = encodeBase64url(ring.kid);
    expect(await keys('list')).toMatchObject({
      code: 0,
      lines: [expect.stringMatching(`^${kid}, in-use, `)],
    });
    expect((await keys('rotate')).lines[0]).toMatch(/, waiting, will be used from 2026-11-25T02:00Z$/);
    expect(await keys('rotate')).toMatchObject({ code: 1 });
    const revoked = await keys('revoke', kid);
    expect([revoked.code, revoked.lines[0]]).toEqual([0, `${kid} revoked`]);
    expect(revoked.lines.slice(1).map((line) => line.split(', ')[1])).toEqual(['revoked', 'in-use']);
    for (const wrong of [['revoke', kid], ['revoke', 'x'], ['revoke'], ['turn'], []])
      expect([wrong, (await keys(...wrong)).code]).toEqual([wrong, 1]);
    await ring.close();
  });
});

const { postgres } = testServers();
const suite = postgres ? describe : describe.skip;

suite(`two processes of one deployment${postgres ? '' : ' (skipped: no PostgreSQL here)'}`, () => {
  let server: TestDatabase;
  let databases: Database[];
  let apps: TestApp[];
  beforeAll(async () => {
    server = await createDatabase(postgres?.admin ?? '', postgres?.template);
    const open = () => openDatabase({ dataDir: '', databaseUrl: server.url });
    databases = [await open(), await open()];
    const clock = movedClock();
    const environment = { ISSUER_KEY: keyFolder() };
    apps = [];
    for (const database of databases)
      apps.push({ ...(await startTestApp({ database, environment, options: { clock } })), clock });
    await addWorld(databases[0]!);
    await databases[0]!.kysely.updateTable('person').set({ confirmed: true }).execute();
  });
  afterAll(async () => {
    for (const each of [...apps, ...databases]) await each.close();
    await server.drop();
  });

  test('sign with one key; what one of them rotates or revokes the other uses and tells of', async () => {
    const [one, other] = apps as [TestApp, TestApp];
    const { clock } = one;
    const call = await one.as(personaOf('resident'));
    const again = await other.as(personaOf('resident'));
    const phones = [testPhone(clock, call, 31), testPhone(clock, again, 32)] as const;
    const ask = async () => {
      const answers = [(await phones[0].ask()).body, (await phones[1].ask()).body] as const;
      return answers.map(({ credential }) => credential) as [string, string];
    };
    const first = await ask();
    expect(kidOf(first[0])).toBe(kidOf(first[1]));
    expect(await gate(other, phones[0].show(first[0]))).toMatchObject({ result: 'pass' });

    const admin = (app: TestApp, ...args: string[]) =>
      runAdmin({ command: 'keys', args, options: {} }, app.admin);
    const { lines } = await admin(one, 'rotate');
    const next = lines[0]!.split(',')[0]!;
    await eventually(async () =>
      expect((await trustList(other)).issuers.map(({ kid }) => kid)).toContain(next),
    );
    clock.forward(DAY);
    const second = await ask();
    expect(second.map(kidOf)).toEqual([next, next]);
    for (const app of apps)
      for (const [at, code] of [first, second].flatMap((pair) => pair.map((code, at) => [at, code] as const)))
        expect(['pass', 'ask']).toContain((await gate(app, phones[at]!.show(code))).result);
    expect(await gate(other, phones[0].show(second[0]))).toMatchObject({ result: 'pass' });

    await admin(other, 'revoke', next);
    await eventually(async () =>
      expect(await gate(one, phones[0].show(second[0]))).toMatchObject({
        result: 'ask',
        reason: 'key-revoked',
        act: 'refresh-code',
      }),
    );
    const third = await ask();
    expect(kidOf(third[0])).toBe(kidOf(third[1]));
    expect([kidOf(first[0]), next]).not.toContain(kidOf(third[0]));
    for (const app of apps) {
      expect(await gate(app, phones[1].show(third[1]))).toMatchObject({ result: 'pass' });
      // The lists too are signed anew, so that no verifier has to take a stolen key's word.
      const { raw } = await app.call('GET /v1/status-lists/:id', { params: { id: '330106-0' } });
      expect(readStatusList(raw, await trustList(app), nodeVerifiers)).toMatchObject({ ok: true });
    }
  });
});
