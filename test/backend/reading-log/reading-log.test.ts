import type { ServiceRequest } from '../../../src/contract/api';
import { describeOnEachDatabase } from '../../support/database';
import { testPhone } from '../../support/phone';
import { addConfirmed, addSomeone, help } from '../../support/scenarios';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, personaOf, west, type WorldRole } from '../../support/world';

jest.setTimeout(30_000);

const minute = 60_000;
const day = 24 * 60 * minute;

describeOnEachDatabase('who looked at my record', (open) => {
  let app: TestApp;
  let people: Record<WorldRole, string>;
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
    people = await addWorld(app.database);
  });
  afterAll(() => app.close());

  const looksAt = async (personId: string) =>
    (await app.ports.readingLog.of(personId)).map(({ role, what }) => `${role} ${what}`);
  const filing = (more: object = {}) => ({
    body: {
      category: 'rubbish',
      answers: { what: ['bulky'], since: 'days' },
      place: { grid: west },
      ...more,
    },
  });
  const file = async (call: CallEndpoint, more: object = {}) =>
    (await call<ServiceRequest>('POST /v1/service-requests', filing(more))).body.id;

  it('names the role and the time, newest first, and what oneself sees of oneself is no look', async () => {
    const resident = await addSomeone(app);
    const id = await file(resident.call);
    await resident.call('GET /v1/service-requests/:id', { params: { id } });
    expect(await looksAt(resident.id)).toEqual([]);
    const worker = await app.as(personaOf('worker'));
    await worker('GET /v1/service-requests/:id', { params: { id } });
    const first = app.clock.now();
    app.clock.forward(2 * minute);
    const officer = await app.as(personaOf('officer'));
    await officer('GET /v1/service-requests/:id', { params: { id } });
    expect(await app.ports.readingLog.of(resident.id)).toEqual([
      { role: 'officer', what: 'service_request', at: app.clock.now() },
      { role: 'worker', what: 'service_request', at: first },
    ]);
  });

  it('takes a list and what is opened from it for one look, an hour later for another', async () => {
    const resident = await addSomeone(app);
    const [first] = [await file(resident.call), await file(resident.call)];
    const worker = await app.as(personaOf('worker'));
    const readBoth = async () => {
      await worker('GET /v1/service-requests', { query: { scope: 'desk' } });
      await worker('GET /v1/service-requests/:id', { params: { id: first } });
    };
    await readBoth();
    expect(await looksAt(resident.id)).toEqual(['worker service_request']);
    app.clock.forward(60 * minute);
    await readBoth();
    expect(await looksAt(resident.id)).toEqual(['worker service_request', 'worker service_request']);
  });

  it('names the family that filed, read, and showed; a phone that renews by itself once a day', async () => {
    const [daughter, mother] = [await addConfirmed(app), await addConfirmed(app)];
    await help(daughter, mother, ['file', 'read', 'show']);
    const before = await looksAt(mother.id);
    app.clock.forward(2 * minute);
    await file(daughter.call, { personId: mother.id });
    expect(await looksAt(mother.id)).toEqual(['family service_request', ...before]);

    app.clock.forward(2 * minute);
    await daughter.call('GET /v1/service-requests', { query: { personId: mother.id } });
    expect(await looksAt(mother.id)).toEqual(['family service_request', 'family service_request', ...before]);

    const { token } = (await daughter.call<{ token: string }>('POST /v1/me/periodic-token')).body;
    await testPhone(app.clock, daughter.call, 41).ask(mother.id);
    const renew = () => app.call('GET /v1/periodic-update', { query: { token } });
    await renew();
    const ofCode = async () =>
      (await looksAt(mother.id)).filter((look) => look === 'family code_spell').length;
    expect(await ofCode()).toBe(1);
    app.clock.forward(day);
    await renew();
    expect(await ofCode()).toBe(2);
  });

  it('has nothing of a code that was verified at a gate', async () => {
    const phone = testPhone(app.clock, await app.as(personaOf('resident')), 42);
    await app.database.kysely
      .updateTable('person')
      .set({ confirmed: true })
      .where('id', '=', people.resident)
      .execute();
    const { body } = await phone.ask();
    const before = await looksAt(people.resident);
    const guard = await app.as(personaOf('checkpoint'));
    for (const call of [app.call, guard]) {
      const verified = await call('POST /v1/health-codes/verify', {
        body: { code: phone.show(body.credential) },
      });
      expect(verified.body).toMatchObject({ result: 'pass' });
    }
    app.clock.forward(2 * minute);
    expect(await looksAt(people.resident)).toEqual(before);
  });
});
