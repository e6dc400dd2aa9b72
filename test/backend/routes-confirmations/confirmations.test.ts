import type { Me } from '../../../src/contract/api';
import { inventedId } from '../../support/documents';
import { describeOnEachDatabase } from '../../support/database';
import { addConfirmed, addSomeone, codeOf, scan } from '../../support/scenarios';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import {
  addWorld,
  east,
  elsewhere,
  personaOf,
  west,
  westBuilding,
  type WorldRole,
} from '../../support/world';

const minute = 60_000;

describeOnEachDatabase('confirming a person', (open) => {
  let app: TestApp;
  let people: Record<WorldRole, string>;
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
    people = await addWorld(app.database);
  });
  afterAll(() => app.close());

  const me = async (call: CallEndpoint) => (await call<Me>('GET /v1/me')).body;
  const rowOf = (id: string) =>
    app.database.kysely.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

  it('takes one scan: the name is the document’s, and the number is nowhere', async () => {
    const resident = await addSomeone(app, { name: '桂兰' });
    const { documentNumber } = resident.document;
    const code = await codeOf(resident.call);
    expect(code).toMatch(/^LC1:(\w{4}-){3}\w{4}$/);
    const { status, body } = await scan(app, { name: ' 张桂兰 ', documentNumber, code });
    expect([status, body]).toEqual([
      200,
      { outcome: 'confirmed', personId: resident.id, maskedName: '张*兰' },
    ]);
    expect(await me(resident.call)).toMatchObject({ name: '张桂兰', confirmed: true });
    const row = await rowOf(resident.id);
    expect([row.person_key?.length, row.born_on]).toEqual([32, null]);
    const dump = await Promise.all(
      (['person', 'confirmation_code', 'account_join'] as const).map((table) =>
        app.database.kysely.selectFrom(table).selectAll().execute(),
      ),
    );
    expect(JSON.stringify(dump) + app.log.join('')).not.toContain(documentNumber);
  });

  it('counts once and for ten minutes, however it is typed, and is not used up by a slip', async () => {
    const resident = await addSomeone(app);
    const first = await codeOf(resident.call);
    const slip = { ...resident.document, documentNumber: '123456789012345678', code: first };
    expect((await scan(app, slip)).body.code).toBe('document-invalid');
    const typed = first.slice(4).replace(/-/g, '').toLowerCase();
    expect((await scan(app, { ...resident.document, code: typed })).status).toBe(200);
    expect((await scan(app, { ...resident.document, code: first })).body.code).toBe(
      'confirmation-code-unknown',
    );
    const late = await codeOf(resident.call);
    app.clock.forward(10 * minute);
    expect((await scan(app, { ...resident.document, code: late })).body.code).toBe(
      'confirmation-code-unknown',
    );
  });

  it('makes one of two desks wait that scan the same code at once', async () => {
    const resident = await addSomeone(app);
    const code = await codeOf(resident.call);
    const answers = await Promise.all([1, 2].map(() => scan(app, { ...resident.document, code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('is asked of those who serve where the person lives', async () => {
    const neighbour = await addSomeone(app, { home: east });
    const officer = await app.as(personaOf('officer'));
    const code = await codeOf(neighbour.call);
    expect((await scan(app, { ...neighbour.document, code })).body.code).toBe('outside-your-place');
    expect((await scan(app, { ...neighbour.document, code }, officer)).status).toBe(200);
    const far = await addSomeone(app, { home: elsewhere });
    expect((await scan(app, { ...far.document, code: await codeOf(far.call) }, officer)).body.code).toBe(
      'outside-your-place',
    );
  });

  it('writes a home down where there is none, and leaves one that there is', async () => {
    const newcomer = await addSomeone(app, { home: null });
    const code = await codeOf(newcomer.call);
    const document = { ...newcomer.document, code };
    expect((await scan(app, document)).body.code).toBe('home-required');
    expect((await scan(app, { ...document, home: { node: `${west}9` } })).body.code).toBe('invalid-request');
    const wrong = { node: west, building: `${east}001` };
    expect((await scan(app, { ...document, home: wrong })).body.code).toBe('region-unknown');
    const home = { node: west, building: westBuilding };
    expect((await scan(app, { ...document, home })).status).toBe(200);
    expect((await me(newcomer.call)).home).toMatchObject({ node: west, building: westBuilding });
    await scan(app, { ...newcomer.document, code: await codeOf(newcomer.call), home: { node: west } });
    expect((await me(newcomer.call)).home).toMatchObject({ building: westBuilding });
  });

  it('is nobody’s to do for themself, with a code or by document', async () => {
    const worker = await app.as(personaOf('worker'));
    await app.ports.store.people.change(people.worker, { home: { node: west, building: null } });
    const document = { name: '王建军', documentNumber: inventedId('1975-01-01', 900) };
    expect((await scan(app, { ...document, code: await codeOf(worker) })).status).toBe(403);
    const officer = await app.as(personaOf('officer'));
    expect((await scan(app, { ...document, code: await codeOf(worker) }, officer)).status).toBe(200);
    expect((await scan(app, document)).body.code).toBe('forbidden');
  });

  it('needs a privacy text that was agreed to', async () => {
    const { id } = await app.ports.store.people.of({ provider: 'demo', subject: 'undecided' });
    const call = app.withToken((await app.ports.store.sessions.open(id)).token);
    expect(await call('POST /v1/confirmation-codes', { body: {} })).toMatchObject({
      status: 403,
      body: { code: 'consent-required' },
    });
  });

  it('lasts until the name is changed; the person stays the same one', async () => {
    const resident = await addConfirmed(app);
    const before = await rowOf(resident.id);
    await resident.call('PATCH /v1/me', { body: { name: '张桂花' } });
    expect(await me(resident.call)).toMatchObject({ confirmed: false });
    expect((await rowOf(resident.id)).person_key).toEqual(before.person_key);
    await scan(app, { ...resident.document, code: await codeOf(resident.call) });
    expect(await me(resident.call)).toMatchObject({ name: '张桂兰', confirmed: true });
  });

  it('keeps a birth date of minors only', async () => {
    const minor = await addConfirmed(app, { bornOn: '2010-03-01' });
    expect(await app.ports.store.people.get(minor.id)).toMatchObject({ bornOn: '2010-03-01' });
  });

  it('by another document than before is an officer’s to do', async () => {
    const resident = await addConfirmed(app);
    const renewed = { name: '张桂兰', documentNumber: 'EA7654321' };
    const code = await codeOf(resident.call);
    expect((await scan(app, { ...renewed, code })).body.code).toBe('another-document');
    const officer = await app.as(personaOf('officer'));
    expect((await scan(app, { ...renewed, code }, officer)).body).toMatchObject({
      outcome: 'confirmed',
      personId: resident.id,
    });
    expect(await app.ports.confirmations.personOf((await rowOf(resident.id)).person_key!)).toMatchObject({
      id: resident.id,
    });
  });

  describe('without a phone', () => {
    const grandmother = { name: '李桂珍', documentNumber: inventedId('1951-03-08', 901) };

    it('admits somebody new where they live, once', async () => {
      expect((await scan(app, grandmother)).body.code).toBe('home-required');
      expect((await scan(app, { ...grandmother, home: { node: east } })).body.code).toBe(
        'outside-your-place',
      );
      const first = await scan(app, { ...grandmother, home: { node: west } });
      expect(first.body).toMatchObject({ outcome: 'confirmed', maskedName: '李*珍' });
      expect(await app.ports.store.people.get(first.body.personId)).toMatchObject({
        name: '李桂珍',
        confirmed: true,
        home: { node: west, building: null },
      });
      const second = await scan(app, { ...grandmother, home: { node: west, building: westBuilding } });
      expect(second.body).toEqual(first.body);
    });

    it('finds somebody who has an account by their document', async () => {
      const resident = await addConfirmed(app);
      await resident.call('PATCH /v1/me', { body: { name: '桂兰' } });
      expect((await scan(app, resident.document)).body).toMatchObject({ personId: resident.id });
      expect(await me(resident.call)).toMatchObject({ name: '张桂兰', confirmed: true });
    });
  });
});
