import { randomBytes } from 'node:crypto';
import { createFollowing } from '../../../src/backend/adapters/embedded/health-source/follow';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import type { Emergency } from '../../../src/backend/ports/emergencies';
import type { HealthSource } from '../../../src/backend/ports/health-source';
import type { Fact } from '../../../src/contract/health-rules/fact';
import { fail, ok } from '../../../src/contract/result';
import { describeOnEachDatabase } from '../../support/database';
import { deciding } from '../colours/deciding';

/** A platform with a feed: its pages are numbered, and it forgets those before `oldest`. */
function platform(name: string) {
  const facts = new Map<string, Fact[]>();
  const it = {
    facts,
    pages: [] as string[][],
    oldest: 0,
    isDown: false,
    asked: 0,
    read: [] as (string | null)[],
  };
  const source: HealthSource = {
    name,
    factsOf({ personKey }) {
      it.asked += 1;
      return Promise.resolve(it.isDown ? fail('unavailable') : ok(facts.get(personKey ?? '') ?? []));
    },
    changes(after) {
      it.read.push(after);
      const at = after === null ? it.oldest : Number(after);
      if (at < it.oldest) return Promise.resolve(fail('cursor-unknown'));
      const personKeys = it.pages[at] ?? [];
      const next = Math.min(at + 1, it.pages.length);
      return Promise.resolve(ok({ personKeys, cursor: String(next), more: next < it.pages.length }));
    },
  };
  return Object.assign(it, { source });
}

describeOnEachDatabase('the feed of a city’s changes', (open) => {
  let database: Database;
  let city: ReturnType<typeof platform>;
  let at: ReturnType<typeof deciding>;
  let emergency: Emergency | undefined;
  const inForce = () => Promise.resolve(emergency);
  const follow = (...sources: HealthSource[]) =>
    createFollowing(database.unit, at.clock, sources, at.colours, { inForce })();
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    await database.executeSql('delete from source_feed');
    emergency = {} as Emergency;
    city = platform('city');
    at = deciding(database, [city.source]);
  });

  async function confirmed() {
    const id = await at.person();
    const personKey = randomBytes(32);
    await database.kysely.updateTable('person').set({ person_key: personKey }).where('id', '=', id).execute();
    return { id, key: personKey.toString('hex') };
  }
  const contact = (): Fact => ({
    id: 'c-1',
    kind: 'close-contact',
    values: {},
    source: 'city',
    from: { zh: '市平台', en: 'The city' },
    since: at.clock.now().toISOString(),
    expiresAt: new Date(at.clock.now().getTime() + 86_400_000).toISOString(),
  });

  test('turns and tells somebody who does not open the app, and back', async () => {
    const { id, key } = await confirmed();
    city.facts.set(key, [contact()]);
    city.pages.push([key]);
    await follow(city.source);
    expect(await at.colourOf(id)).toBe('red');
    expect(at.told).not.toEqual([]);
    city.facts.set(key, []);
    city.pages.push([key]);
    await follow(city.source);
    expect(await at.colourOf(id)).toBe('green');
  });

  test('is read to its end, page after page, and each page once', async () => {
    const people = [await confirmed(), await confirmed(), await confirmed()];
    for (const { key } of people) {
      city.facts.set(key, [contact()]);
      city.pages.push([key]);
    }
    await follow(city.source);
    for (const { id } of people) expect(await at.colourOf(id)).toBe('red');
    expect(city.read).toEqual([null, '1', '2']);
    await follow(city.source);
    expect(city.read.at(-1)).toBe('3');
    expect(city.asked).toBe(3);
  });

  test('of people who are not here, nothing is asked and nothing kept', async () => {
    city.pages.push([randomBytes(32).toString('hex')]);
    await follow(city.source);
    expect(city.asked).toBe(0);
  });

  test('a change that was told but not answered for is asked about again', async () => {
    const { id, key } = await confirmed();
    city.facts.set(key, [contact()]);
    city.pages.push([key]);
    city.isDown = true;
    await follow(city.source);
    expect(await at.colourOf(id)).toBe('green');
    city.isDown = false;
    await follow(city.source);
    expect(await at.colourOf(id)).toBe('red');
  });

  test('where the platform forgot how far it was read, it is read from its beginning', async () => {
    const { id, key } = await confirmed();
    city.pages.push([]);
    await follow(city.source);
    city.pages.push([], [key]);
    city.oldest = 2;
    city.facts.set(key, [contact()]);
    await follow(city.source);
    expect(await at.colourOf(id)).toBe('red');
  });

  test('one that is down does not keep another from being read', async () => {
    const { id, key } = await confirmed();
    const silent: HealthSource = {
      ...city.source,
      name: 'province',
      changes: () => Promise.resolve(fail('unavailable')),
    };
    city.facts.set(key, [contact()]);
    city.pages.push([key]);
    await follow(silent, city.source);
    expect(await at.colourOf(id)).toBe('red');
  });

  test('outside an emergency nobody is asked about; the next one begins at the beginning', async () => {
    const { id, key } = await confirmed();
    city.pages.push([], [key]);
    await follow(city.source);
    emergency = undefined;
    const before = city.read.length;
    await follow(city.source);
    expect([city.read.length, city.asked]).toEqual([before, 1]);
    emergency = {} as Emergency;
    city.facts.set(key, [contact()]);
    await follow(city.source);
    expect(city.read[before]).toBeNull();
    expect(await at.colourOf(id)).toBe('red');
  });

  test('what a source said goes when the deployment no longer has it', async () => {
    const { id, key } = await confirmed();
    city.facts.set(key, [contact()]);
    city.pages.push([key]);
    await follow(city.source);
    expect(await at.colourOf(id)).toBe('red');
    await follow();
    expect(await at.colourOf(id)).toBe('green');
    expect(await at.facts.of(id)).toEqual([]);
  });
});
