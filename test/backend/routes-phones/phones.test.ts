import type { Me, SignedInPhone } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { inventedId } from '../../support/documents';
import { describeOnEachDatabase } from '../../support/database';
import { addChild, addConfirmed, addSomeone, asWorker, showOn, statusOf } from '../../support/scenarios';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, east, elsewhere, personaOf } from '../../support/world';
import { addressOf, welcomed } from '../live/live-client';

const hour = 3_600_000;

describeOnEachDatabase('phones', (open) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
    await addWorld(app.database);
  });
  afterAll(() => app.close());

  const phonesOf = async (call: CallEndpoint) => (await call<SignedInPhone[]>('GET /v1/me/phones')).body;
  const lose = (call: CallEndpoint, id: string) =>
    call<Problem>('DELETE /v1/me/phones/:id', { params: { id } });
  const isSignedIn = async (call: CallEndpoint) => (await call<Me>('GET /v1/me')).status === 200;

  it('are listed as they call themselves, with the day they were last used and whose codes they bear', async () => {
    const mother = await addConfirmed(app);
    const { personId } = await addChild(app, mother);
    const signedInAt = app.clock.now().toISOString();
    // Ten in China: the next call is on the day after.
    app.clock.forward(14 * hour);
    const second = await mother.anotherPhone(' iPhone 12 · 微信 ');
    await showOn(app, second, personId);
    await showOn(app, second);
    const list = await phonesOf(second);
    expect(list).toEqual([
      expect.objectContaining({
        device: ' iPhone 12 · 微信 ',
        current: true,
        usedAt: '2026-11-24T16:00:00.000Z',
      }),
      {
        id: expect.any(String),
        device: expect.stringMatching(/^手机/),
        current: false,
        signedInAt,
        usedAt: '2026-11-23T16:00:00.000Z',
        bears: [],
      },
    ]);
    expect([...(list[0]?.bears ?? [])].sort()).toEqual(['张*兰', '林*满']);
    expect((await phonesOf(mother.call)).map(({ current, usedAt }) => [current, usedAt])).toEqual([
      [false, '2026-11-24T16:00:00.000Z'],
      [true, '2026-11-24T16:00:00.000Z'],
    ]);
  });

  it('say what they are when they sign in', async () => {
    const { body } = await app.call<{ token: string }>('POST /v1/sessions', {
      body: { provider: 'demo', code: personaOf('outsider'), device: ' iPhone 12 · 微信 ' },
    });
    expect(await phonesOf(app.withToken(body.token))).toMatchObject([
      { device: 'iPhone 12 · 微信', current: true },
    ]);
  });

  it('that are lost end at once, with every code on them, the family’s too', async () => {
    const mother = await addConfirmed(app);
    const { personId } = await addChild(app, mother);
    const lost = await mother.anotherPhone('丢了的');
    const onLost = [(await showOn(app, lost)).body, (await showOn(app, lost, personId)).body];
    const onOther = [(await showOn(app, mother.call)).body, (await showOn(app, mother.call, personId)).body];
    const phone = (await phonesOf(mother.call)).find(({ device }) => device === '丢了的');

    const stranger = await addConfirmed(app);
    expect((await lose(stranger.call, phone?.id ?? '')).body.code).toBe('not-found');
    expect(await isSignedIn(lost)).toBe(true);
    expect((await lose(mother.call, phone?.id ?? '')).status).toBe(204);

    const status = (codes: { credential: string }[]) =>
      Promise.all(codes.map(({ credential }) => statusOf(app, credential)));
    expect(await status(onLost)).toEqual([1, 1]);
    expect(await status(onOther)).toEqual([0, 0]);
    expect((await lost<Problem>('GET /v1/me')).body.code).toBe('session-expired');
    expect((await showOn(app, lost)).status).toBe(401);
    expect(await phonesOf(mother.call)).toMatchObject([{ current: true }]);
    expect((await lose(mother.call, phone?.id ?? '')).body.code).toBe('not-found');
  });

  it('that are lost hear nothing more; the others are told', async () => {
    const mother = await addConfirmed(app);
    const address = await addressOf(app.server);
    const { sessions } = app.ports.store;
    const [kept, lost] = await Promise.all([
      sessions.open(mother.id, '留着的'),
      sessions.open(mother.id, '丢了的'),
    ]);
    const [keptSocket, lostSocket] = await Promise.all([
      welcomed(address, kept.token),
      welcomed(address, lost.token),
    ]);
    const list = await phonesOf(app.withToken(kept.token));
    await lose(app.withToken(kept.token), list.find(({ device }) => device === '丢了的')?.id ?? '');
    expect(await lostSocket.closed()).toBe(1008);
    expect(keptSocket.heard).toEqual([{ type: 'ready' }, { type: 'person', id: mother.id }]);
    keptSocket.socket.terminate();
  });

  describe('lost, at the desk', () => {
    const report = (by: CallEndpoint, document: object) =>
      by<{ phones: number; personId: string; maskedName: string } & Problem>('POST /v1/lost-phones', {
        body: document,
      });

    it('end all of them, by document', async () => {
      const mother = await addConfirmed(app);
      const second = await mother.anotherPhone();
      const { credential } = (await showOn(app, second)).body;
      const { status, body } = await report(await asWorker(app), mother.document);
      expect([status, body]).toEqual([200, { phones: 2, personId: mother.id, maskedName: '张*兰' }]);
      expect([await isSignedIn(mother.call), await isSignedIn(second)]).toEqual([false, false]);
      expect(await statusOf(app, credential)).toBe(1);
      expect((await report(await asWorker(app), mother.document)).body.phones).toBe(0);
    });

    it('are ended by those who serve where the person lives', async () => {
      const mother = await addConfirmed(app);
      const worker = await asWorker(app);
      await app.ports.store.people.change(mother.id, { home: { node: east, building: null } });
      expect((await report(worker, mother.document)).body.code).toBe('outside-your-place');
      await app.ports.store.people.change(mother.id, { home: { node: elsewhere, building: null } });
      expect((await report(await app.as(personaOf('officer')), mother.document)).body.code).toBe(
        'outside-your-place',
      );
      expect(await isSignedIn(mother.call)).toBe(true);
    });

    it('are nobody’s whose document was never seen, or is none', async () => {
      const worker = await asWorker(app);
      const unseen = await addSomeone(app);
      expect((await report(worker, unseen.document)).body.code).toBe('person-unknown');
      const slip = { name: '张桂兰', documentNumber: inventedId('1980-05-01').replace(/.$/, 'A') };
      expect((await report(worker, slip)).body.code).toBe('document-invalid');
    });
  });
});
