import type { Database } from '../../../src/backend/adapters/embedded/database';
import { createDemoIdentity } from '../../../src/backend/adapters/embedded/identity/demo';
import { createInvitationIdentity, invite } from '../../../src/backend/adapters/embedded/identity/invitation';
import { createStore } from '../../../src/backend/adapters/embedded/store';
import { describeOnEachDatabase } from '../../support/database';
import { noLog } from '../../support/log';
import { movedClock } from '../../support/moved-clock';

const day = 24 * 60 * 60 * 1000;

describeOnEachDatabase('identity', (open) => {
  let database: Database;
  const clock = movedClock();
  const person = async (subject: string) =>
    createStore(database.unit, clock).people.of({ provider: 'demo', subject });

  beforeAll(async () => {
    database = await open();
  });

  describe('demo', () => {
    it('signs in as a persona that exists, and as no other', async () => {
      await person('resident');
      const demo = createDemoIdentity(database.unit);
      expect(await demo.signIn('resident')).toEqual({
        ok: true,
        value: { provider: 'demo', subject: 'resident' },
      });
      expect(await demo.signIn('nobody')).toEqual({ ok: false, failure: 'refused' });
    });
  });

  describe('invitation', () => {
    const signIn = (code: string) => createInvitationIdentity(database.unit, clock, noLog).signIn(code);

    it('signs in the person it was made for, once', async () => {
      const { id } = await person('worker-of-the-desk');
      const code = await invite(database.unit, clock, id);
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
      const signedIn = await signIn(code);
      if (!signedIn.ok) throw new Error(signedIn.failure);
      const store = createStore(database.unit, clock);
      expect((await store.people.of(signedIn.value)).id).toBe(id);
      expect(await signIn(code)).toEqual({ ok: false, failure: 'used' });
    });

    it('binds a second device of the same person with a second code', async () => {
      const { id } = await person('worker-with-two-phones');
      const first = await signIn(await invite(database.unit, clock, id));
      const second = await signIn(await invite(database.unit, clock, id));
      expect(first).toMatchObject({ ok: true });
      expect(second).toEqual(first);
    });

    it('is read as typed by hand: small letters, spaces, O for 0, l for 1', async () => {
      const { id } = await person('worker-who-types');
      const code = await invite(database.unit, clock, id);
      const typed = code.toLowerCase().replace(/-/g, ' ').replace(/0/g, 'o').replace(/1/g, 'l');
      expect(await signIn(typed)).toMatchObject({ ok: true });
    });

    it('expires after a fortnight', async () => {
      const { id } = await person('worker-on-leave');
      const code = await invite(database.unit, clock, id);
      clock.forward(14 * day);
      expect(await signIn(code)).toEqual({ ok: false, failure: 'expired' });
    });

    it('refuses what was never given out', async () => {
      expect(await signIn('0000-0000-0000-0000')).toEqual({ ok: false, failure: 'refused' });
    });

    it('lets one of two phones in that try at the same moment', async () => {
      const { id } = await person('worker-in-a-hurry');
      const code = await invite(database.unit, clock, id);
      const outcomes = await Promise.all([signIn(code), signIn(code)]);
      expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
      expect(outcomes).toContainEqual({ ok: false, failure: 'used' });
    });

    it('keeps only a hash', async () => {
      const { id } = await person('worker-unseen');
      const code = await invite(database.unit, clock, id);
      const rows = await database.kysely.selectFrom('invitation').select('code_hash').execute();
      expect(rows.map((row) => row.code_hash.toString('latin1')).join()).not.toContain(
        code.replace(/-/g, ''),
      );
      expect(rows[0]?.code_hash).toHaveLength(32);
    });
  });
});
