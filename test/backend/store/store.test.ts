import { createStore } from '../../../src/backend/adapters/embedded/store';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import type { Store } from '../../../src/backend/ports/store';
import { describeOnEachDatabase } from '../../support/database';
import { movedClock } from '../../support/moved-clock';

const day = 24 * 60 * 60 * 1000;

describeOnEachDatabase('store', (open) => {
  let database: Database;
  let store: Store;
  const clock = movedClock();

  beforeAll(async () => {
    database = await open();
    store = createStore(database.unit, clock);
    await database.kysely
      .insertInto('region')
      .values([{ code: '330106001001001', name: '第一网格', level: 'grid', parent: null }])
      .execute();
  });

  let subjects = 0;
  const someone = () => store.people.of({ provider: 'wechat', subject: `openid-${(subjects += 1)}` });

  describe('people', () => {
    it('makes a person at the first sign-in and finds the same one afterwards', async () => {
      const identity = { provider: 'wechat', subject: 'openid-of-lan' };
      const first = await store.people.of(identity);
      expect(first).toMatchObject({
        name: null,
        confirmed: false,
        home: null,
        privacyVersion: null,
        grants: [],
      });
      expect(await store.people.of(identity)).toEqual(first);
      expect(await store.people.get(first.id)).toEqual(first);
    });

    it('makes one person when two devices sign in for the first time at once', async () => {
      const identity = { provider: 'wechat', subject: 'openid-of-twins' };
      const made = await Promise.all([1, 2, 3, 4].map(() => store.people.of(identity)));
      expect(new Set(made.map((person) => person.id)).size).toBe(1);
      const rows = await database.kysely.selectFrom('person').select('id').execute();
      expect(rows.filter((row) => row.id === made[0]?.id)).toHaveLength(1);
    });

    it('keeps the same subject of two providers apart', async () => {
      const one = await store.people.of({ provider: 'wechat', subject: 'same' });
      const other = await store.people.of({ provider: 'demo', subject: 'same' });
      expect(one.id).not.toBe(other.id);
    });

    it('changes only what is named', async () => {
      const { id } = await someone();
      const home = { node: '330106001001001', building: null };
      await store.people.change(id, { name: '张兰', home, language: 'zh', privacyVersion: '1' });
      await store.people.change(id, { language: 'en' });
      expect(await store.people.get(id)).toMatchObject({
        name: '张兰',
        home,
        language: 'en',
        privacyVersion: '1',
      });
    });

    it('counts a confirmed name that was changed as self-declared', async () => {
      const { id } = await someone();
      await store.people.change(id, { name: '张兰' });
      await database.kysely.updateTable('person').set({ confirmed: true }).where('id', '=', id).execute();
      expect((await store.people.change(id, { name: '张兰' })).confirmed).toBe(true);
      expect((await store.people.change(id, { name: '李梅' })).confirmed).toBe(false);
    });

    it('knows the grants', async () => {
      const { id } = await someone();
      const grant = { role: 'worker', node: '330106001001001' };
      await database.kysely
        .insertInto('role_grant')
        .values({ person_id: id, ...grant, granted_at: clock.now() })
        .execute();
      expect((await store.people.get(id))?.grants).toEqual([grant]);
    });
  });

  describe('sessions', () => {
    it('opens a session that its token, and nothing else, finds', async () => {
      const person = await someone();
      const { token } = await store.sessions.open(person.id);
      expect(Buffer.from(token, 'base64url')).toHaveLength(32);
      expect(await store.sessions.find(token)).toMatchObject({ ok: true, value: { person } });
      expect(await store.sessions.find(`${token}x`)).toEqual({ ok: false, failure: 'unknown' });
    });

    it('stores no token', async () => {
      const { token } = await store.sessions.open((await someone()).id);
      const rows = JSON.stringify(await database.kysely.selectFrom('session').selectAll().execute());
      expect(rows).not.toContain(token);
      expect(rows).not.toContain(JSON.stringify(Buffer.from(token, 'base64url')));
    });

    it('ends after 30 days without use', async () => {
      const { token } = await store.sessions.open((await someone()).id);
      clock.forward(30 * day - 1);
      expect(await store.sessions.find(token)).toMatchObject({ ok: true });
      clock.forward(30 * day);
      expect(await store.sessions.find(token)).toEqual({ ok: false, failure: 'expired' });
    });

    it('renews itself while it is used, writing only past half of its life', async () => {
      const { token, expiresAt } = await store.sessions.open((await someone()).id);
      clock.forward(14 * day);
      expect(await store.sessions.find(token)).toMatchObject({ value: { expiresAt } });
      clock.forward(2 * day);
      const later = new Date(clock.now().getTime() + 30 * day);
      expect(await store.sessions.find(token)).toMatchObject({ value: { expiresAt: later } });
      clock.forward(20 * day);
      expect(await store.sessions.find(token)).toMatchObject({ ok: true });
    });

    it('ends at once when asked to, and others of the person go on', async () => {
      const { id } = await someone();
      const [gone, kept] = [await store.sessions.open(id), await store.sessions.open(id)];
      const found = await store.sessions.find(gone.token);
      if (!found.ok) throw new Error('not found');
      await store.sessions.end(found.value.id);
      expect(await store.sessions.find(gone.token)).toEqual({ ok: false, failure: 'expired' });
      expect(await store.sessions.find(kept.token)).toMatchObject({ ok: true });
    });
  });

  describe('idempotency', () => {
    const answer = { status: 201, body: { number: 'W7-0042', list: [1, 2] } };

    it('does the work once and answers the same again', async () => {
      const { id } = await someone();
      const work = jest.fn(() => Promise.resolve(answer));
      const first = await store.idempotency.once(id, 'key-0001', 'content', work);
      const second = await store.idempotency.once(id, 'key-0001', 'content', work);
      expect(first).toEqual({ ok: true, value: answer });
      expect(second).toEqual(first);
      expect(work).toHaveBeenCalledTimes(1);
    });

    it('refuses the key for other content, and does not do it', async () => {
      const { id } = await someone();
      const work = jest.fn(() => Promise.resolve(answer));
      await store.idempotency.once(id, 'key-0002', 'content', work);
      expect(await store.idempotency.once(id, 'key-0002', 'other', work)).toEqual({
        ok: false,
        failure: 'reused',
      });
      expect(work).toHaveBeenCalledTimes(1);
    });

    it('lets two people use the same key', async () => {
      const work = jest.fn(() => Promise.resolve(answer));
      await store.idempotency.once((await someone()).id, 'key-0003', 'content', work);
      await store.idempotency.once((await someone()).id, 'key-0003', 'other', work);
      expect(work).toHaveBeenCalledTimes(2);
    });

    it('answers "in flight" at once while the first is under way', async () => {
      const { id } = await someone();
      let finish: () => void = () => undefined;
      const until = new Promise<void>((resolve) => (finish = resolve));
      const first = store.idempotency.once(id, 'key-0004', 'content', async () => {
        await until;
        return answer;
      });
      expect(await store.idempotency.once(id, 'key-0004', 'content', () => Promise.resolve(answer))).toEqual({
        ok: false,
        failure: 'in-flight',
      });
      finish();
      expect(await first).toEqual({ ok: true, value: answer });
    });

    it('keeps neither the answer nor the writes of work that was refused, and frees the key', async () => {
      const { id } = await someone();
      const refused = store.idempotency.once(id, 'key-0005', 'content', async () => {
        await store.people.change(id, { name: '不该留下' });
        throw new Error('refused');
      });
      await expect(refused).rejects.toThrow('refused');
      expect((await store.people.get(id))?.name).toBeNull();
      const again = await store.idempotency.once(id, 'key-0005', 'other', () => Promise.resolve(answer));
      expect(again).toEqual({ ok: true, value: answer });
    });

    it('keeps an empty answer', async () => {
      const { id } = await someone();
      const work = () => Promise.resolve({ status: 204, body: undefined });
      await store.idempotency.once(id, 'key-0006', 'content', work);
      expect(await store.idempotency.once(id, 'key-0006', 'content', work)).toEqual({
        ok: true,
        value: { status: 204, body: null },
      });
    });
  });

  it('pings', async () => {
    await expect(store.ping()).resolves.toBeUndefined();
  });
});
