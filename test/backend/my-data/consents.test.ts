import type { ColourView, Consent, ServiceRequest } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { consentVersion } from '../../../src/contract/personal-data/consent';
import { describeOnEachDatabase } from '../../support/database';
import { addSomeone } from '../../support/scenarios';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, points } from '../../support/world';

describeOnEachDatabase('consents of their own', (open) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
    await addWorld(app.database);
  });
  afterAll(() => app.close());

  const of = async (call: CallEndpoint) => (await call<Consent[]>('GET /v1/me/consents')).body;
  const give = (call: CallEndpoint, kind: string, version = consentVersion) =>
    call<Problem>('PUT /v1/me/consents/:kind', { params: { kind }, body: { version } });
  const withdraw = (call: CallEndpoint, kind: string) =>
    call('DELETE /v1/me/consents/:kind', { params: { kind } });
  const keptPoint = async (call: CallEndpoint) => {
    const { body } = await call<ServiceRequest>('POST /v1/service-requests', {
      body: {
        category: 'rubbish',
        answers: { what: ['bulky'], since: 'days' },
        place: { point: points.west },
      },
    });
    return pointOf(body.id);
  };
  const pointOf = async (id: string) => (await app.ports.requestDesk.get(id))?.place.point;

  it('are asked apart, each given and taken back by itself', async () => {
    const { call } = await addSomeone(app);
    expect(await of(call)).toEqual([
      { kind: 'health', version: null, givenAt: null },
      { kind: 'location', version: null, givenAt: null },
    ]);
    expect((await give(call, 'health')).status).toBe(204);
    const givenAt = app.clock.now().toISOString();
    app.clock.forward(60_000);
    // Said again, it is the first time that counts.
    await give(call, 'health');
    expect((await of(call))[0]).toEqual({ kind: 'health', version: consentVersion, givenAt });
    expect((await withdraw(call, 'health')).status).toBe(204);
    expect((await of(call))[0]).toEqual({ kind: 'health', version: null, givenAt: null });
    await give(call, 'health');
    expect((await of(call))[0]?.version).toBe(consentVersion);
  });

  it('are given to the text there is, and to no other', async () => {
    const { call } = await addSomeone(app);
    expect((await give(call, 'health', '2020-01')).body.code).toBe('consent-outdated');
    expect((await give(call, 'weather')).status).toBe(400);
  });

  it('a tapped point finds the grid, and is kept only by consent', async () => {
    const { call } = await addSomeone(app);
    expect(await keptPoint(call)).toBeUndefined();
    await give(call, 'location');
    expect(await keptPoint(call)).toEqual(points.west);
  });

  it('taken back, the points kept until then are gone, and the matters are not', async () => {
    const { call, id } = await addSomeone(app);
    const other = await addSomeone(app);
    for (const one of [call, other.call]) await give(one, 'location');
    await keptPoint(call);
    await keptPoint(other.call);
    await withdraw(call, 'location');
    const page = { limit: 10 };
    expect((await app.ports.requestDesk.filedBy(id, page)).map(({ place }) => place)).toEqual([
      { text: '第 1 网格' },
    ]);
    expect((await app.ports.requestDesk.filedBy(other.id, page))[0]?.place.point).toEqual(points.west);
    expect(await keptPoint(call)).toBeUndefined();
  });

  it('for health: to declare is the yes; taken back, what one declared is gone and the code green, and declaring asks again', async () => {
    const { call, id } = await addSomeone(app);
    const fever = { symptoms: ['fever'], temperature: 38.2, onsetOn: '2026-11-24', contact: false };
    const declare = () => call<Problem>('POST /v1/declarations', { body: fever });
    const colour = async () =>
      (await call<ColourView>('GET /v1/colours/:personId', { params: { personId: id } })).body.colour;
    expect((await declare()).status).toBe(201);
    expect((await of(call))[0]?.version).toBe(consentVersion);
    expect(await colour()).toBe('yellow');

    await withdraw(call, 'health');
    expect((await of(call))[0]?.version).toBeNull();
    expect((await call('GET /v1/declarations')).body).toEqual([]);
    expect(await app.ports.facts.of(id)).toEqual([]);
    expect(await colour()).toBe('green');
    const refused = await declare();
    expect([refused.status, refused.body.code]).toEqual([403, 'health-consent-required']);
    await give(call, 'health');
    expect((await declare()).status).toBe(201);
  });
});
