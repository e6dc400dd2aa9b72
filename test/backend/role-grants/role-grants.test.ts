import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogLine } from '../../../src/contract/audit/entry';
import { createFacts } from '../../../src/backend/adapters/embedded/facts';
import { nothingBrought } from '../../support/nothing-brought';
import { createAccountJoins } from '../../../src/backend/adapters/embedded/account-joins';
import { createAuditLog } from '../../../src/backend/adapters/embedded/audit-log';
import { createCodeRegistry } from '../../../src/backend/adapters/embedded/code-registry';
import { createCountyRegister } from '../../../src/backend/adapters/embedded/county-register';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import { createInvitationIdentity } from '../../../src/backend/adapters/embedded/identity/invitation';
import { openKeyRing, type OpenKeyRing } from '../../../src/backend/adapters/embedded/issuer/key-ring';
import { createMessenger } from '../../../src/backend/adapters/embedded/messenger';
import type { AuditLog } from '../../../src/backend/ports/audit-log';
import { type AdminDeps, runAdmin } from '../../../src/backend/cli/admin/commands';
import { demoNeighbourhood } from '../../../src/backend/demo/neighbourhood';
import type { CountyRegister } from '../../../src/backend/ports/county-register';
import { describeOnEachDatabase } from '../../support/database';
import { movedClock } from '../../support/moved-clock';
import { addPerson, addRegions } from '../../support/people';

const node = '330106';

describeOnEachDatabase('whoever gets or loses a role stands in the log', (open) => {
  const clock = movedClock();
  let database: Database;
  let ring: OpenKeyRing;
  let log: AuditLog;
  let register: CountyRegister;
  beforeAll(async () => {
    database = await open();
    const keyFile = join(mkdtempSync(join(tmpdir(), 'linli-roles-')), 'issuer-key.pem');
    ring = await openKeyRing(database, clock, node, keyFile);
    log = createAuditLog(database.unit, clock, ring);
    register = createCountyRegister(database.unit, clock, log);
    await addRegions(database, { [node]: '西湖区' });
    await register.putRegions(demoNeighbourhood.regions);
  });
  afterAll(() => ring.close());

  /** What was logged meanwhile: act, role, place, how; whom and by whom. */
  async function logged(work: () => Promise<unknown>) {
    const before = (await log.head())?.seq ?? 0;
    await work();
    const lines = await log.lines(before, 1000, { withPersonal: true });
    return lines.map((line) => {
      const { entry, personal } = JSON.parse(line) as LogLine;
      const texts = Object.entries(personal ?? {}).map(([name, { text }]) => [name, text]);
      return { act: entry.act, node: entry.node, ...entry.body, ...Object.fromEntries(texts) };
    });
  }

  test('npm run admin -- grant and revoke: who did it, to whom; nothing when nothing changed', async () => {
    const person = await addPerson(database, 'granted');
    const deps = { register, messenger: createMessenger(database) } as Partial<AdminDeps> as AdminDeps;
    const admin = (command: string) => () =>
      runAdmin({ command, args: [person], options: { role: 'officer', node }, by: 'ops-li' }, deps);
    const what = { role: 'officer', node, through: 'grant', person, operator: 'ops-li' };
    expect(await logged(admin('grant'))).toEqual([{ act: 'role-granted', ...what }]);
    expect(await logged(admin('grant'))).toEqual([]);
    expect(await logged(admin('invite'))).toEqual([
      { act: 'invitation-made', node: undefined, person, operator: 'ops-li' },
    ]);
    expect(await logged(admin('revoke'))).toEqual([{ act: 'role-revoked', ...what }]);
    expect(await logged(admin('revoke'))).toEqual([]);
    // Somebody without a role who gets an invitation is nobody's business.
    expect(await logged(admin('invite'))).toEqual([]);
  });

  test('a list of staff: each post given, moved, and the invitation that came with it; the same list again says nothing', async () => {
    const [row] = demoNeighbourhood.staff;
    const first = await logged(() => register.putStaff([row!], 'ops-li'));
    expect(first.map(({ act, ...what }) => [act, what])).toEqual([
      ['role-granted', expect.objectContaining({ role: row!.role, node: row!.node, through: 'staff-list', operator: 'ops-li' })], // prettier-ignore
      ['invitation-made', expect.objectContaining({ operator: 'ops-li' })],
    ]);
    expect(await logged(() => register.putStaff([row!], 'ops-li'))).toEqual([]);
    const moved = await logged(() => register.putStaff([{ ...row!, node }], 'ops-wu'));
    expect(moved.map(({ act, ...what }) => [act, what.node, what['operator']])).toEqual([
      ['role-revoked', row!.node, 'ops-wu'],
      ['role-granted', node, 'ops-wu'],
    ]);
  });

  test('an invitation used by whom it gives a role', async () => {
    const officer = await addPerson(database, 'invited', { grants: [{ role: 'officer', node }] });
    const resident = await addPerson(database, 'invited too');
    const identity = createInvitationIdentity(database.unit, clock, log);
    const codes = [await register.invite(officer, 'ops-li'), await register.invite(resident, 'ops-li')];
    const used = await logged(async () => {
      for (const code of codes) expect(await identity.signIn(code)).toMatchObject({ ok: true });
    });
    expect(used).toEqual([{ act: 'invitation-used', node: undefined, person: officer }]);
  });

  test('two accounts become one: the roles that move with it', async () => {
    const [first, second] = [
      await addPerson(database, 'first', { grants: [{ role: 'worker', node }] }),
      await addPerson(database, 'second', {
        grants: [
          { role: 'officer', node },
          { role: 'worker', node },
        ],
      }),
    ];
    const joins = createAccountJoins(
      database.unit,
      clock,
      createCodeRegistry(database.unit, clock),
      log,
      createFacts(database.unit, clock),
      nothingBrought,
    );
    const { id } = await database.kysely
      .insertInto('account_join')
      .values({
        id: randomUUID(),
        first_id: first,
        second_id: second,
        seen_by: null,
        device: '',
        asked_at: clock.now(),
        answered_at: null,
        joined: null,
      }) // prettier-ignore
      .returning('id')
      .executeTakeFirstOrThrow();
    const moved = await logged(() => joins.answer(id, true));
    const through = 'account-join';
    expect(moved).toEqual([
      { act: 'role-revoked', role: 'officer', node, through, person: second },
      { act: 'role-granted', role: 'officer', node, through, person: first },
      { act: 'role-revoked', role: 'worker', node, through, person: second },
    ]);
  });
});

test('no other part of the application writes roles', () => {
  const root = join(__dirname, '../../../src/backend');
  const writes = "insertInto\\('role_grant'|deleteFrom\\('role_grant'|updateTable\\('role_grant'|(insert into|delete from|update) role_grant|table: 'role_grant'"; // prettier-ignore
  const found = execFileSync('grep', ['-rlE', writes, root]).toString().trim().split('\n');
  expect(found.map((path) => path.slice(root.length + 1))).toEqual([
    'adapters/embedded/role-grants/index.ts',
  ]);
});
