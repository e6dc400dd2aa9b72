import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Closing, ServiceRequest } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { createAccountClosing } from '../../../src/backend/adapters/embedded/account-closing';
import { createCodeRegistry } from '../../../src/backend/adapters/embedded/code-registry';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import { createDeletionJournal } from '../../../src/backend/adapters/embedded/deletion-journal';
import { createStore } from '../../../src/backend/adapters/embedded/store';
import { tables } from '../../../src/backend/adapters/embedded/backup/tables';
import { testBackup } from '../../support/backup';
import { describeOnEachDatabase } from '../../support/database';
import { fillEveryTable } from '../../support/every-table';
import { memoryLog } from '../../support/memory-log';
import { movedClock } from '../../support/moved-clock';
import {
  addChild,
  addConfirmed,
  addSomeone,
  familyOf,
  help,
  showOn,
  statusOf,
  type Someone,
} from '../../support/scenarios';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, personaOf, west, type WorldRole } from '../../support/world';

jest.setTimeout(30_000);

const day = 86_400_000;

describeOnEachDatabase('closing an account', (open) => {
  let app: TestApp;
  let people: Record<WorldRole, string>;
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
    people = await addWorld(app.database);
  });
  afterAll(() => app.close());

  const close = (call: CallEndpoint) =>
    call<{ outcome: string; answerBy: string | null } & Problem>('POST /v1/me/closing');
  const closing = async (call: CallEndpoint) => (await call<Closing>('GET /v1/me/closing')).body;
  const file = async (call: CallEndpoint) => {
    const body = { category: 'rubbish', answers: { what: ['bulky'], since: 'days' }, place: { grid: west } };
    return (await call<ServiceRequest>('POST /v1/service-requests', { body })).body;
  };
  const step = (call: CallEndpoint, { id, version }: ServiceRequest, event: string) =>
    call<ServiceRequest>('POST /v1/service-requests/:id/events', {
      params: { id },
      body: { event, version },
    });
  /** Tables in which an id still stands, anywhere in a row. */
  async function standsIn(id: string): Promise<string[]> {
    const found: string[] = [];
    for (const table of tables) {
      const { rows } = await sql`select 1 from ${sql.table(table)} held
        where to_jsonb(held)::text like ${`%${id}%`} limit 1`.execute(app.database.kysely);
      if (rows.length > 0) found.push(table);
    }
    return found;
  }
  const isSignedIn = async ({ call }: Pick<Someone, 'call'>) => (await call('GET /v1/me')).status === 200;

  it('says before what stays, and is done at once where nothing stands against it', async () => {
    const someone = await addConfirmed(app);
    const { against, asked, stays } = await closing(someone.call);
    expect([against, asked]).toEqual([[], null]);
    expect(stays.map(({ what }) => what.zh)).toContain('审计日志里的摘要');
    const second = await someone.anotherPhone();
    const { credential } = (await showOn(app, someone.call)).body;
    expect((await close(someone.call)).body).toEqual({ outcome: 'closed', answerBy: null });
    expect(await app.ports.store.people.get(someone.id)).toBeUndefined();
    expect([await isSignedIn(someone), await isSignedIn({ call: second })]).toEqual([false, false]);
    expect(await statusOf(app, credential)).toBe(1);
  });

  it('leaves the id in no table there is, whatever was held', async () => {
    const someone = await addSomeone(app);
    await fillEveryTable(app.database, { me: someone.id, other: people.neighbour, at: app.clock.now() });
    expect((await standsIn(someone.id)).length).toBeGreaterThan(10);
    await app.ports.accountClosing.close(someone.id);
    expect(await standsIn(someone.id)).toEqual([]);
  });

  it('is closed again when a backup from before is put back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'linli-closing-'));
    mkdirSync(join(folder, 'backups'));
    const clock = movedClock();
    const journal = createDeletionJournal(join(folder, 'deletions.jsonl'), clock);
    const closingIn = ({ unit }: Database) =>
      createAccountClosing(unit, clock, createCodeRegistry(unit, clock), memoryLog(), journal);
    const [before, restored] = [await open(), await open()];
    const { people: there } = createStore(before.unit, clock);
    const [gone, stays] = [
      await there.of({ provider: 'demo', subject: 'gone' }),
      await there.of({ provider: 'demo', subject: 'stays' }),
    ];
    const path = join(folder, 'backups', 'old');
    await testBackup(before.unit, folder, clock).write(path);
    clock.forward(day);
    await closingIn(before).close(gone.id);
    await testBackup(restored.unit, folder, clock, closingIn(restored).close).read(path);
    const { people: again } = createStore(restored.unit, clock);
    expect([await again.get(gone.id), (await again.get(stays.id))?.id]).toEqual([undefined, stays.id]);
  });

  it('leaves other people’s matters as they went, without who it was', async () => {
    const helper = await addConfirmed(app);
    const mother = await addConfirmed(app, { name: '李桂珍' });
    await help(helper, mother, ['file', 'read']);
    const filing = {
      personId: mother.id,
      category: 'rubbish',
      answers: { what: ['bulky'], since: 'days' },
      place: { grid: west },
    };
    const filed = (await helper.call<ServiceRequest>('POST /v1/service-requests', { body: filing })).body;
    await close(helper.call);
    const { body } = await mother.call<ServiceRequest>('GET /v1/service-requests/:id', {
      params: { id: filed.id },
    });
    expect(body.timeline).toEqual([expect.objectContaining({ event: 'submit', by: { role: 'filer' } })]);
    expect((await familyOf(mother.call)).helpers).toEqual([]);
    // Nothing else of a timeline can be changed.
    await expect(
      sql`update service_request_event set words = 'x' where request_id = ${filed.id}`.execute(
        app.database.kysely,
      ),
    ).rejects.toThrow('append-only');
  });

  it('takes a child along that has nobody else and no phone, and leaves one with another guardian', async () => {
    const [parent, other] = [await addConfirmed(app), await addConfirmed(app, { name: '林志远' })];
    const [alone, shared] = [await addChild(app, parent), await addChild(app, parent)];
    const code = (
      await other.call<{ code: string }>('POST /v1/family/asks', {
        body: { kind: 'guardian', calledAs: '小满' },
      })
    ).body.code;
    const agreed = await parent.call('POST /v1/family/asks/agree', {
      body: { code, child: shared.relation },
    });
    expect(agreed.status).toBe(204);
    await close(parent.call);
    expect(await standsIn(alone.personId)).toEqual([]);
    expect(await app.ports.store.people.get(shared.personId)).toBeDefined();
    expect((await familyOf(other.call)).members).toEqual([
      expect.objectContaining({ personId: shared.personId }),
    ]);
  });

  it('is refused to who holds a role, who hears that it is handed over first', async () => {
    for (const role of ['worker', 'officer', 'checkpoint'] as const) {
      const call = await app.as(personaOf(role));
      expect((await closing(call)).against).toContain('role');
      expect(await close(call)).toMatchObject({ status: 409, body: { code: 'hand-over-first' } });
      expect((await call('GET /v1/me')).status).toBe(200);
    }
  });

  it('waits for what is being done, and closes by itself once that is over', async () => {
    const someone = await addSomeone(app);
    const request = await file(someone.call);
    const { outcome, answerBy } = (await close(someone.call)).body;
    expect(outcome).toBe('asked');
    expect(await closing(someone.call)).toMatchObject({ against: ['open-request'], asked: { answerBy } });
    app.clock.forward(day);
    expect((await close(someone.call)).body).toEqual({ outcome: 'asked', answerBy });
    expect(await app.ports.accountClosing.due()).not.toContain(someone.id);
    await step(someone.call, request, 'withdraw');
    expect(await app.ports.accountClosing.due()).toContain(someone.id);
  });

  it('is done at the limit all the same, fifteen working days later at most', async () => {
    const someone = await addSomeone(app);
    await file(someone.call);
    const { answerBy } = (await close(someone.call)).body;
    const left = new Date(answerBy ?? '').getTime() - app.clock.now().getTime();
    expect(left).toBeLessThanOrEqual(30 * day);
    app.clock.forward(left - 1);
    expect(await app.ports.accountClosing.due()).not.toContain(someone.id);
    app.clock.forward(1);
    expect(await app.ports.accountClosing.due()).toContain(someone.id);
  });

  it('is taken back while it waits', async () => {
    const someone = await addSomeone(app);
    const request = await file(someone.call);
    await close(someone.call);
    expect((await someone.call('DELETE /v1/me/closing')).status).toBe(204);
    await step(someone.call, request, 'withdraw');
    expect(await app.ports.accountClosing.due()).not.toContain(someone.id);
    expect((await closing(someone.call)).asked).toBeNull();
  });
});
