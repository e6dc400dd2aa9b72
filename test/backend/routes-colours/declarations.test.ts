import type { ColourView, Declaration, DeclarationPreview, VerifyAnswer } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { describeOnEachDatabase } from '../../support/database';
import { testPhone } from '../../support/phone';
import { addPerson } from '../../support/people';
import { addChild, addConfirmed, addSomeone, help } from '../../support/scenarios';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, community, personaOf } from '../../support/world';

/** The clock of the test begins on 2026-11-24 at ten in China. */
const today = '2026-11-24';
const well = { symptoms: [], contact: false };
const fever = { ...well, symptoms: ['fever'], temperature: 38.2, onsetOn: today };
const contact = { ...well, contact: true, contactOn: '2026-11-22' };

interface Declared {
  declaration: Declaration;
  colour: ColourView;
}

describeOnEachDatabase('a declaration', (open) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
    await addWorld(app.database);
  });
  afterAll(() => app.close());

  const declare = (call: CallEndpoint, body: object) =>
    call<Declared & Problem>('POST /v1/declarations', { body });
  const amend = (call: CallEndpoint, id: string, body: object) =>
    call<Declared & Problem>('PUT /v1/declarations/:id', { params: { id }, body });
  const withdraw = (call: CallEndpoint, id: string) =>
    call<ColourView & Problem>('DELETE /v1/declarations/:id', { params: { id } });
  const colourOf = async (call: CallEndpoint, personId: string) =>
    (await call<ColourView & Problem>('GET /v1/colours/:personId', { params: { personId } })).body;
  const listOf = async (call: CallEndpoint, personId?: string) =>
    (await call<Declaration[]>('GET /v1/declarations', personId ? { query: { personId } } : {})).body;

  it('of a fever turns the code yellow at once, with rule, reason, source, since, until and the way back', async () => {
    const { call, id } = await addConfirmed(app);
    const phone = testPhone(app.clock, call, 51);
    const green = (await phone.ask()).body;
    expect(green.colour).toBe('green');

    const { status, body } = await declare(call, fever);
    expect([status, body.declaration]).toMatchObject([
      201,
      { personId: id, mine: true, answers: fever, filedAt: app.clock.now().toISOString() },
    ]);
    expect(body.colour).toMatchObject({
      personId: id,
      colour: 'yellow',
      since: app.clock.now().toISOString(),
      reasons: [
        {
          rule: 'LL-Y-0001',
          reason: { zh: expect.stringContaining('38.2') as string },
          source: 'declaration',
          from: { zh: '你自己填的', en: 'Your own declaration' },
          since: '2026-11-23T16:00:00.000Z',
          until: '2026-11-26T16:00:00.000Z',
          wayBack: expect.arrayContaining([expect.objectContaining({ act: 'amend-declaration' })]) as unknown,
        },
      ],
    });
    expect(await colourOf(call, id)).toEqual(body.colour);
    const { body: verdict } = await app.call<VerifyAnswer>('POST /v1/health-codes/verify', {
      body: { code: phone.show(green.credential) },
    });
    expect(verdict.reason).toBe('lowered-to-yellow');
    expect((await phone.ask()).body.colour).toBe('yellow');

    const better = await amend(call, body.declaration.id, well);
    expect([better.status, better.body.declaration.amendedAt, better.body.colour]).toMatchObject([
      200,
      app.clock.now().toISOString(),
      { colour: 'green', reasons: [] },
    ]);
    expect((await phone.ask()).body.colour).toBe('green');
  });

  it('says beforehand what each answer would do, and writes nothing', async () => {
    const { call, id } = await addSomeone(app);
    const preview = (body: object) =>
      call<DeclarationPreview & Problem>('POST /v1/declarations/preview', { body });
    const places = [{ node: community, on: today }];
    const { body } = await preview({ ...fever, contact: true, contactOn: '2026-11-22', places });
    expect(body).toMatchObject({
      now: 'green',
      colour: 'yellow',
      answers: [
        { answer: 'symptoms', colour: 'yellow', reasons: [{ rule: 'LL-Y-0001' }] },
        { answer: 'contact', colour: 'yellow', reasons: [{ rule: 'LL-Y-0004' }] },
        { answer: 'place', node: community, colour: 'green', reasons: [] },
      ],
    });
    expect(body.reasons).toHaveLength(2);
    expect(await listOf(call)).toEqual([]);
    expect(await colourOf(call, id)).toMatchObject({ colour: 'green' });
    expect(await app.ports.facts.of(id)).toEqual([]);

    // What would be amended counts no longer.
    const { declaration } = (await declare(call, fever)).body;
    expect((await preview({ ...well, insteadOf: declaration.id })).body).toMatchObject({
      now: 'yellow',
      colour: 'green',
      answers: [],
    });
    expect((await preview(well)).body.colour).toBe('yellow');
  });

  it('counts no longer once it is withdrawn; several stand side by side', async () => {
    const { call } = await addSomeone(app);
    const first = (await declare(call, fever)).body.declaration;
    const second = (await declare(call, contact)).body;
    expect(second.colour.reasons.map(({ rule }) => rule)).toEqual(['LL-Y-0001', 'LL-Y-0004']);
    expect((await listOf(call)).map(({ id }) => id).sort()).toEqual([first.id, second.declaration.id].sort());
    expect((await withdraw(call, first.id)).body).toMatchObject({ colour: 'yellow' });
    expect((await withdraw(call, second.declaration.id)).body).toMatchObject({ colour: 'green' });
    expect(await listOf(call)).toEqual([]);
    expect((await withdraw(call, first.id)).body.code).toBe('not-found');
  });

  it('sent twice is one declaration', async () => {
    const { call } = await addSomeone(app);
    const send = () =>
      call<Declared>('POST /v1/declarations', { body: fever, idempotencyKey: 'a-key-of-this-phone-1' });
    expect((await send()).body).toEqual((await send()).body);
    expect(await listOf(call)).toHaveLength(1);
  });

  it('goes by itself after its days, the facts with it; the colour long before', async () => {
    const { call, id } = await addSomeone(app);
    await declare(call, fever);
    const { colours, facts } = app.ports;
    // Until the very moment, and not a moment longer.
    app.clock.forward(Date.parse('2026-11-26T16:00:00.000Z') - app.clock.now().getTime() - 1);
    await colours.keepUp();
    expect((await colours.last(id)).colour).toBe('yellow');
    app.clock.forward(1);
    await colours.keepUp();
    expect((await colours.last(id)).colour).toBe('green');
    expect(await facts.of(id)).toHaveLength(1);

    app.clock.forward(12 * 86_400_000);
    await colours.keepUp();
    for (const table of ['fact', 'declaration'] as const) {
      const left = await app.database.kysely
        .selectFrom(table)
        .select('id')
        .where('person_id', '=', id)
        .execute();
      expect([table, left]).toEqual([table, []]);
    }
  });

  it('of a child is its guardian’s, and never a helper’s; from fourteen it speaks for itself', async () => {
    const [mother, father] = [await addConfirmed(app), await addConfirmed(app)];
    const { personId } = await addChild(app, mother);
    const day = app.clock.now().toISOString().slice(0, 10);
    const coughs = { symptoms: ['cough'], onsetOn: day, contact: false, personId };
    const { status, body } = await declare(mother.call, coughs);
    expect([status, body.colour]).toMatchObject([
      201,
      { personId, colour: 'yellow', reasons: [{ from: { zh: '监护人填的' } }] },
    ]);
    expect(await listOf(mother.call, personId)).toMatchObject([{ mine: true }]);
    expect(await colourOf(mother.call, personId)).toMatchObject({ colour: 'yellow' });

    expect((await declare(father.call, coughs)).body.code).toBe('not-in-family');
    await help(father, mother, ['show', 'file', 'read']);
    expect((await declare(father.call, { ...coughs, personId: mother.id })).body.code).toBe('not-in-family');
    expect((await amend(father.call, body.declaration.id, well)).body.code).toBe('not-found');
    // Whoever may show the code sees the colour with its reason.
    expect(await colourOf(father.call, mother.id)).toMatchObject({ colour: 'green' });
    expect((await colourOf(father.call, personId)).code).toBe('not-in-family');

    const own = app.withToken((await app.ports.store.sessions.open(personId)).token);
    await own('PUT /v1/me/privacy-consent', { body: { version: '1' } });
    expect((await declare(own, { ...coughs, personId: undefined })).body.code).toBe('guardian-declares');
    expect((await withdraw(own, body.declaration.id)).body.code).toBe('guardian-declares');
    expect(await listOf(own)).toMatchObject([{ id: body.declaration.id, mine: false }]);
  });

  it('is not taken from an official for a resident', async () => {
    const { id } = await addSomeone(app);
    for (const role of ['worker', 'officer', 'county-officer'] as const) {
      const official = await app.as(personaOf(role));
      expect([role, (await declare(official, { ...well, personId: id })).body.code]).toEqual([
        role,
        'not-in-family',
      ]);
    }
  });

  it('needs consent, an emergency, and answers that fit', async () => {
    await addPerson(app.database, 'undecided', { undecided: true });
    expect((await declare(await app.as('undecided'), well)).body.code).toBe('consent-required');

    const { call } = await addSomeone(app);
    const odd = await declare(call, { ...well, symptoms: ['fever'], temperature: 38.2 });
    expect([odd.status, odd.body.fields]).toMatchObject([400, [{ pointer: '/onsetOn' }]]);
    const day = app.clock.now().toISOString().slice(0, 10);
    const nowhere = { ...well, places: [{ node: '990000', on: day }] };
    expect((await declare(call, nowhere)).body.code).toBe('region-unknown');

    const { declaration } = (await declare(call, well)).body;
    jest.spyOn(app.ports.emergencies, 'inForce').mockResolvedValue(undefined);
    expect((await declare(call, well)).body.code).toBe('no-emergency');
    expect((await amend(call, declaration.id, well)).body.code).toBe('no-emergency');
    // To take back what one has said is always possible.
    expect((await withdraw(call, declaration.id)).status).toBe(200);
    jest.restoreAllMocks();
  });
});
