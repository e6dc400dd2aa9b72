import { ageOn } from '@contract/person/age';
import { dayAt } from '@contract/calendar-day';
import type { Me } from '../../../src/contract/api';
import { demoPersonas } from '../../../src/backend/demo/personas';
import { describeOnEachDatabase } from '../../support/database';
import { familyOf, showOn } from '../../support/scenarios';
import { startTestApp, type TestApp } from '../../support/server';

describeOnEachDatabase('the people of the demo', (open) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ database: await open(), demo: true });
  }, 60_000);
  afterAll(() => app.close());

  it('show the resident’s family at once: a child of eight and a mother who agreed', async () => {
    const resident = await app.as('resident');
    const { members, helpers } = await familyOf(resident);
    expect(helpers).toEqual([]);
    expect(members).toEqual([
      expect.objectContaining({
        kind: 'guardian',
        calledAs: '小满',
        maskedName: '林*满',
        confirmed: true,
        state: 'active',
      }),
      expect.objectContaining({
        kind: 'helper',
        calledAs: '妈妈',
        maskedName: '李*珍',
        confirmed: true,
        state: 'active',
        may: ['show', 'file', 'read'],
      }),
    ]);
    for (const { personId } of members)
      expect((await showOn(app, resident, personId)).body).toMatchObject({ personId, confirmed: true });
    const child = await app.ports.store.people.get(members[0]?.personId ?? '');
    expect(ageOn(child?.bornOn ?? '', dayAt(app.clock.now().getTime()))).toBe(8);
  });

  it('are who they were: names, homes and posts; whoever is confirmed has a key of their own', async () => {
    for (const { id, name, confirmed, home } of demoPersonas) {
      const { body } = await (await app.as(id))<Me>('GET /v1/me');
      expect(body).toMatchObject({ name, confirmed, home: { node: home.node } });
      expect((await familyOf(await app.as(id))).members).toHaveLength(id === 'resident' ? 2 : 0);
    }
    const keys = await app.database.kysely
      .selectFrom('person')
      .select('person_key')
      .where('person_key', 'is not', null)
      .execute();
    // Nine personas, the child and the mother.
    expect(new Set(keys.map(({ person_key: key }) => key?.toString('hex'))).size).toBe(11);
    expect(keys).toHaveLength(11);
  });
});
