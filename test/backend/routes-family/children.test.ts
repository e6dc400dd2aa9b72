import type { FamilyMember } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { inventedId } from '../../support/documents';
import { describeOnEachDatabase } from '../../support/database';
import { eventually } from '../../support/eventually';
import {
  addChild,
  addConfirmed,
  addSomeone,
  ask,
  codeOf,
  familyOf,
  scan,
  showOn,
  statusOf,
  type Someone,
} from '../../support/scenarios';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, east, personaOf } from '../../support/world';

const day = 86_400_000;
/** The clock of the test begins on 2026-11-24 at ten in China. */
const turnsEighteenTomorrow = '2008-11-25';

describeOnEachDatabase('a child', (open) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
    await addWorld(app.database);
  });
  afterAll(() => app.close());

  let serial = 800;
  const add = (call: CallEndpoint, bornOn: string) =>
    call<FamilyMember & Problem>('POST /v1/family/children', {
      body: { name: '林小满', calledAs: '小满', bornOn },
    });
  const agree = (call: CallEndpoint, body: object) => call<Problem>('POST /v1/family/asks/agree', { body });
  const end = (call: CallEndpoint, id: string) => call<Problem>('DELETE /v1/family/:id', { params: { id } });

  it('has a guardian once the community has seen its document', async () => {
    const mother = await addConfirmed(app);
    const { relation, personId, document } = await addChild(app, mother, { seen: false });
    expect((await familyOf(mother.call)).members).toEqual([
      {
        id: relation,
        personId,
        kind: 'guardian',
        calledAs: '小满',
        maskedName: '林*满',
        confirmed: false,
        may: ['show', 'file', 'read'],
        state: 'asked',
        endsOn: '2036-08-15',
      },
    ]);
    expect((await showOn(app, mother.call, personId)).body.code).toBe('not-in-family');

    const code = await codeOf(mother.call, relation);
    const { body } = await scan(app, { name: '林小满', documentNumber: document.documentNumber, code });
    expect(body).toEqual({ outcome: 'confirmed', personId, maskedName: '林*满' });
    expect((await familyOf(mother.call)).members).toMatchObject([{ confirmed: true, state: 'active' }]);
    expect((await showOn(app, mother.call, personId)).body).toMatchObject({ personId, confirmed: true });
    expect(await app.ports.store.people.get(personId)).toMatchObject({ bornOn: '2018-08-15' });
  });

  it('has the birth date of its document, whatever was written down', async () => {
    const mother = await addConfirmed(app);
    const { relation, personId } = await addChild(app, mother, { seen: false, bornOn: '2016-01-01' });
    const documentNumber = inventedId('2017-02-03', 777);
    await scan(app, { name: '林小满', documentNumber, code: await codeOf(mother.call, relation) });
    expect(await app.ports.store.people.get(personId)).toMatchObject({ bornOn: '2017-02-03' });
    const { relation: other } = await addChild(app, mother, { seen: false, bornOn: '2016-01-01' });
    const passport = { name: '林小满', documentNumber: 'EA1234567' };
    const seen = await scan(app, { ...passport, code: await codeOf(mother.call, other) });
    expect(await app.ports.store.people.get(seen.body.personId)).toMatchObject({ bornOn: '2016-01-01' });
  });

  it.each([
    ['2012-11-25', {}, undefined],
    ['2012-11-24', {}, 'child-consent-required'],
    ['2012-11-24', { childAgrees: false }, 'child-consent-required'],
    ['2012-11-24', { childAgrees: true }, undefined],
    [turnsEighteenTomorrow, { childAgrees: true }, undefined],
    ['2008-11-24', { childAgrees: true }, 'not-a-child'],
  ])('born on %s with %j: %s', async (bornOn, agrees, refused) => {
    const mother = await addConfirmed(app);
    const { relation } = await addChild(app, mother, { seen: false });
    const document = { name: '林小满', documentNumber: inventedId(bornOn, (serial += 1)) };
    const code = await codeOf(mother.call, relation);
    const { body } = await scan(app, { ...document, code, ...agrees });
    expect(body.code).toBe(refused);
    expect((await familyOf(mother.call)).members).toMatchObject([{ state: refused ? 'asked' : 'active' }]);
  });

  it('is nobody’s who is not confirmed, not of age, or who means an adult', async () => {
    expect((await add((await addSomeone(app)).call, '2018-08-15')).body.code).toBe('name-not-confirmed');
    const minor = await addConfirmed(app, { bornOn: turnsEighteenTomorrow });
    expect((await add(minor.call, '2025-01-01')).body.code).toBe('guardian-not-of-age');
    const mother = await addConfirmed(app);
    expect((await add(mother.call, '2008-11-24')).body.code).toBe('not-a-child');
    expect((await add(mother.call, '2026-11-25')).body.code).toBe('invalid-request');
    expect((await add(mother.call, '2025-02-29')).body.code).toBe('invalid-request');
    const { relation, document } = await addChild(app, mother, { seen: false });
    await mother.call('PATCH /v1/me', { body: { name: '别的名字' } });
    const code = await codeOf(mother.call, relation);
    expect((await scan(app, { ...document, code })).body.code).toBe('guardian-not-of-age');
  });

  it('is confirmed by nobody who does not serve where it lives, nor by its own guardian', async () => {
    const mother = await addConfirmed(app);
    const { relation, document } = await addChild(app, mother, { seen: false });
    await app.ports.store.people.change(mother.id, { home: { node: east, building: null } });
    await app.database.kysely
      .insertInto('role_grant')
      .values({ person_id: mother.id, role: 'officer', node: '330106', granted_at: new Date() })
      .execute();
    const body = { ...document, code: await codeOf(mother.call, relation) };
    expect((await scan(app, body, mother.call)).body.code).toBe('forbidden');
    const stranger = await addConfirmed(app);
    expect((await stranger.call('POST /v1/confirmation-codes', { body: { family: relation } })).status).toBe(
      403,
    );
  });

  it('is the same child for a second guardian, however they came', async () => {
    const [mother, father] = [await addConfirmed(app), await addConfirmed(app, { name: '林志强' })];
    const child = await addChild(app, mother);
    // By the document, written down anew by the father.
    const { relation, personId: written } = await addChild(app, father, { seen: false });
    const seen = await scan(app, { ...child.document, code: await codeOf(father.call, relation) });
    expect(seen.body.personId).toBe(child.personId);
    expect((await familyOf(father.call)).members).toMatchObject([
      { personId: child.personId, state: 'active' },
    ]);
    expect(await app.ports.store.people.get(written)).toBeUndefined();

    // By the yes of a guardian, to an aunt.
    const aunt = await addConfirmed(app, { name: '林志芳' });
    const code = await ask(aunt.call, 'guardian');
    expect((await agree(mother.call, { code, child: child.relation })).status).toBe(204);
    expect((await showOn(app, aunt.call, child.personId)).status).toBe(201);
    expect((await familyOf(mother.call)).members).toHaveLength(1);

    // Twice is once.
    await agree(father.call, {
      code: await ask(aunt.call, 'guardian'),
      child: (await familyOf(father.call)).members[0]?.id,
    });
    expect((await familyOf(aunt.call)).members).toHaveLength(1);
  });

  it('goes to another guardian’s hands, and the first one’s phones show it no longer', async () => {
    const [mother, father] = [await addConfirmed(app), await addConfirmed(app, { name: '林志强' })];
    const { relation, personId } = await addChild(app, mother);
    const shown = (await showOn(app, mother.call, personId)).body.credential;
    const own = (await showOn(app, mother.call)).body.credential;
    const body = { code: await ask(father.call, 'guardian'), child: relation, handOver: true };
    expect((await agree(mother.call, body)).status).toBe(204);
    expect((await familyOf(mother.call)).members).toEqual([]);
    expect(await statusOf(app, shown)).toBe(1);
    expect(await statusOf(app, own)).toBe(0);
    expect((await showOn(app, mother.call, personId)).body.code).toBe('not-in-family');
    expect((await showOn(app, father.call, personId)).status).toBe(201);
  });

  it('is given to nobody by who is no guardian, nor to somebody who is not of age or not confirmed', async () => {
    const mother = await addConfirmed(app);
    const { relation } = await addChild(app, mother);
    const attempt = async (who: Someone, by: CallEndpoint = mother.call) =>
      (await agree(by, { code: await ask(who.call, 'guardian'), child: relation })).body?.code;
    const stranger = await addConfirmed(app, { name: '陌生人' });
    expect(await attempt(stranger, stranger.call)).toBe('not-in-family');
    expect(await attempt(await addConfirmed(app), stranger.call)).toBe('not-in-family');
    expect(await attempt(await addSomeone(app))).toBe('guardian-not-of-age');
    expect(await attempt(await addConfirmed(app, { bornOn: turnsEighteenTomorrow }))).toBe(
      'guardian-not-of-age',
    );
    const { relation: unseen } = await addChild(app, mother, { seen: false });
    const code = await ask(stranger.call, 'guardian');
    expect((await agree(mother.call, { code, child: unseen })).body.code).toBe('not-in-family');
  });

  it('is left by a guardian who ends it, and does not end its guardian itself', async () => {
    const mother = await addConfirmed(app);
    const { relation, personId } = await addChild(app, mother);
    const shown = (await showOn(app, mother.call, personId)).body.credential;
    const child = app.withToken((await app.ports.store.sessions.open(personId)).token);
    expect((await familyOf(child)).helpers).toMatchObject([{ kind: 'guardian', phones: 1 }]);
    expect((await end(child, relation)).body.code).toBe('forbidden');
    const stranger = await app.as(personaOf('neighbour'));
    expect((await end(stranger, relation)).body.code).toBe('not-found');
    expect((await end(mother.call, relation)).status).toBe(204);
    expect(await statusOf(app, shown)).toBe(1);
    expect((await end(mother.call, relation)).body.code).toBe('not-found');
  });

  it('is nobody’s ward from the first minute of its eighteenth birthday', async () => {
    const mother = await addConfirmed(app);
    const { personId } = await addChild(app, mother, { bornOn: turnsEighteenTomorrow });
    const shown = (await showOn(app, mother.call, personId)).body.credential;
    // 23:59:59 in China, and a second later; no job has run.
    app.clock.forward(14 * 3_600_000 - 1000);
    expect(await app.ports.family.may(mother.id, personId, 'show')).toBe(true);
    app.clock.forward(1000);
    expect(await app.ports.family.may(mother.id, personId, 'show')).toBe(false);
    expect((await familyOf(mother.call)).members).toEqual([]);
    expect((await showOn(app, mother.call, personId)).body.code).toBe('not-in-family');
    // The night’s job takes back what the phone bears, and forgets the birth date.
    await app.ports.jobs.enqueue('family', {});
    await eventually(async () => expect(await statusOf(app, shown)).toBe(1), 20_000);
    expect(await app.ports.store.people.get(personId)).toMatchObject({ bornOn: null, confirmed: true });
  }, 30_000);

  it('that nobody came with is forgotten: at once when it is ended, else after ninety days', async () => {
    const mother = await addConfirmed(app);
    const { relation, personId } = await addChild(app, mother, { seen: false });
    await end(mother.call, relation);
    expect(await app.ports.store.people.get(personId)).toBeUndefined();
    const { personId: other } = await addChild(app, mother, { seen: false });
    app.clock.forward(90 * day);
    await app.ports.family.endOver();
    expect(await app.ports.store.people.get(other)).toMatchObject({ name: '林小满' });
    app.clock.forward(1);
    expect(await app.ports.family.endOver()).toContain(mother.id);
    expect(await app.ports.store.people.get(other)).toBeUndefined();
  });
});
