import { randomBytes } from 'node:crypto';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import type { HealthSource, SourcePerson } from '../../../src/backend/ports/health-source';
import type { Fact } from '../../../src/contract/health-rules/fact';
import { fail, ok } from '../../../src/contract/result';
import { describeOnEachDatabase } from '../../support/database';
import { deciding } from './deciding';

const hour = 3_600_000;

/** A platform outside that says what a test has it say, and is down when the test says so. */
function platform(name: string) {
  const asked: SourcePerson[] = [];
  const it = { facts: [] as Fact[], isDown: false };
  const source: HealthSource = {
    name,
    factsOf(person) {
      asked.push(person);
      return Promise.resolve(it.isDown ? fail('unavailable') : ok(it.facts));
    },
  };
  return Object.assign(it, { source, asked });
}

describeOnEachDatabase('facts of several sources', (open) => {
  let database: Database;
  let city: ReturnType<typeof platform>;
  let province: ReturnType<typeof platform>;
  let at: ReturnType<typeof deciding>;
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(() => {
    [city, province] = [platform('city'), platform('province')];
    at = deciding(database, [city.source, province.source]);
  });

  const said = (id: string, kind: string, values: Fact['values'] = {}): Fact => ({
    id,
    kind,
    values,
    source: 'city',
    from: { zh: '市平台', en: 'The city' },
    since: at.clock.now().toISOString(),
    expiresAt: new Date(at.clock.now().getTime() + 30 * 24 * hour).toISOString(),
  });

  test('all count together: what is entered here, and what each platform says', async () => {
    const id = await at.person();
    await at.facts.add({ personId: id }, at.fact('close-contact'));
    city.facts = [said('c-1', 'positive-test', { method: 'pcr' })];
    province.facts = [said('c-1', 'household-contact')];
    const { reasons, heardAt } = await at.colours.of(id);
    expect(reasons.map(({ rule }) => rule).sort()).toEqual(['LL-R-0001', 'LL-R-0002', 'LL-Y-0005']);
    expect(heardAt).toBeUndefined();
    // Kept, so that a change of the map or the rules decides everybody without asking anybody.
    expect(await at.colours.recolourPlace('everyone')).toBe(0);
    expect(await at.facts.of(id)).toHaveLength(3);
  });

  test('a person is asked about by person key, once the community has seen them', async () => {
    const id = await at.person();
    await at.colours.of(id);
    const personKey = randomBytes(32);
    await database.kysely.updateTable('person').set({ person_key: personKey }).where('id', '=', id).execute();
    await at.colours.of(id);
    expect(city.asked).toEqual([
      { id, personKey: null },
      { id, personKey: personKey.toString('hex') },
    ]);
  });

  test('what a platform no longer says is no longer so', async () => {
    const id = await at.person();
    city.facts = [said('c-1', 'positive-test', { method: 'pcr' }), said('c-2', 'close-contact')];
    expect(await at.colours.of(id)).toMatchObject({ colour: 'red' });
    city.facts = [said('c-2', 'secondary-contact')];
    expect(await at.colours.of(id)).toMatchObject({ colour: 'yellow', reasons: [{ rule: 'LL-Y-0006' }] });
    city.facts = [];
    expect(await at.colours.of(id)).toMatchObject({ colour: 'green' });
  });

  test('while one is down what it said last stands, and its age is said; the others count as ever', async () => {
    const id = await at.person();
    city.facts = [said('c-1', 'positive-test', { method: 'pcr' })];
    await at.colours.of(id);
    const heard = at.clock.now();
    at.clock.forward(hour);
    city.isDown = true;
    province.facts = [said('p-1', 'close-contact')];
    const stale = await at.colours.of(id);
    expect(stale).toMatchObject({ colour: 'red', heardAt: heard });
    expect(stale.reasons).toHaveLength(2);

    city.isDown = false;
    city.facts = [said('c-9', 'recovered')];
    at.clock.forward(hour);
    const { colour, heardAt } = await at.colours.of(id);
    expect([colour, heardAt]).toEqual(['red', undefined]);
    province.facts = [];
    expect(await at.colours.of(id)).toMatchObject({ colour: 'green' });
  });

  test('one that was never heard of a person says nothing of them, and no age', async () => {
    const id = await at.person();
    city.isDown = true;
    province.isDown = true;
    const { colour, heardAt } = await at.colours.of(id);
    expect([colour, heardAt]).toEqual(['green', undefined]);
  });

  test('what the registry of kinds does not know is not taken; nothing is kept longer than it says', async () => {
    const id = await at.person();
    city.facts = [said('c-1', 'venue-scan'), said('c-2', 'close-contact')];
    await at.colours.of(id);
    expect(await at.facts.of(id)).toMatchObject([
      {
        kind: 'close-contact',
        source: 'city',
        expiresAt: new Date(at.clock.now().getTime() + 14 * 24 * hour).toISOString(),
      },
    ]);
  });
});
