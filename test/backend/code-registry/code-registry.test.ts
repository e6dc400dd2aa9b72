import { createCodeRegistry } from '../../../src/backend/adapters/embedded/code-registry';
import { createStore } from '../../../src/backend/adapters/embedded/store';
import type { CodeRegistry, KeyPlace, StatusSpell } from '../../../src/backend/ports/code-registry';
import type { Store } from '../../../src/backend/ports/store';
import type { Colour } from '../../../src/contract/health-code/colour';
import { describeOnEachDatabase } from '../../support/database';
import { type MovedClock, movedClock } from '../../support/moved-clock';
import { addPerson } from '../../support/people';
import type { Database } from '../../../src/backend/adapters/embedded/database';

const DAY = 86_400_000;

describeOnEachDatabase('what is known of issued codes', (open) => {
  let database: Database;
  let clock: MovedClock;
  let registry: CodeRegistry;
  let store: Store;
  let someone = 0;
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    await database.kysely.deleteFrom('code_spell').execute();
    clock = movedClock();
    registry = createCodeRegistry(database.unit, clock);
    store = createStore(database.unit, clock);
  });

  const person = (): Promise<string> => addPerson(database, `someone ${(someone += 1)}`);
  async function session(personId: string): Promise<string> {
    const { token } = await store.sessions.open(personId);
    const found = await store.sessions.find(token);
    if (!found.ok) throw new Error(found.failure);
    return found.value.id;
  }
  async function phone(personId: string, bearerId = personId): Promise<KeyPlace> {
    const holderKey = new Uint8Array(32).fill((someone += 1));
    return { personId, bearerId, sessionId: await session(bearerId), holderKey };
  }
  const inDays = (days: number): Date => new Date(clock.now().getTime() + days * DAY);
  /** As whoever decides colours leaves it. */
  const turned = (personId: string, colour: Colour) =>
    database.kysely
      .insertInto('person_colour')
      .values({ person_id: personId, colour, since: clock.now(), recheck_at: null })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ colour }))
      .execute();
  async function spell(key: KeyPlace, colour: Colour = 'green', days = 7): Promise<StatusSpell> {
    await turned(key.personId, colour);
    const taken = await registry.spellFor(key, colour, inDays(days));
    if (!taken.ok) throw new Error(taken.failure);
    return taken.value;
  }
  async function print(who: string) {
    await turned(who, 'green');
    const printed = await registry.paperSpell(who, 'green', clock.now(), inDays(30));
    if (!printed.ok) throw new Error(printed.failure);
    return printed.value;
  }
  const status = (place: StatusSpell) => registry.statusOf(place);

  test('a key keeps its index while its colour stays; another key, and every change of colour, has another', async () => {
    const mine = await phone(await person());
    const first = await spell(mine);
    expect(await spell(mine)).toEqual(first);
    expect(await spell({ ...mine, holderKey: new Uint8Array(32).fill(200) })).not.toEqual(first);
    const yellow = await spell(mine, 'yellow');
    const greenAgain = await spell(mine);
    const yellowAgain = await spell(mine, 'yellow');
    const all = [first, yellow, greenAgain, yellowAgain].map(({ list, index }) => `${list} ${index}`);
    expect(new Set(all).size).toBe(4);
    expect(await spell(mine, 'yellow')).toEqual(yellowAgain);
  });

  test('two phones that ask at once get one index for one key', async () => {
    const mine = await phone(await person());
    const [one, other] = await Promise.all([spell(mine), spell(mine)]);
    expect(one).toEqual(other);
  });

  test('a key goes on at its index when its phone signs in anew', async () => {
    const mine = await phone(await person());
    const first = await spell(mine);
    const again = { ...mine, sessionId: await session(mine.personId) };
    expect(await spell(again)).toEqual(first);
    expect(await registry.borneBy(mine.sessionId)).toEqual([]);
    expect(await registry.borneBy(again.sessionId)).toEqual([mine.personId]);
  });

  test('an index is another’s only a day after its last credential has ended', async () => {
    // Lists of one place: a new one is begun when all are taken.
    registry = createCodeRegistry(database.unit, clock, 1);
    const who = await person();
    const lost = await phone(who);
    expect(await spell(lost)).toEqual({ list: 0, index: 0 });
    await registry.revokePhone(lost.sessionId);
    clock.forward(7 * DAY + DAY - 1000);
    expect(await spell(await phone(who))).toEqual({ list: 1, index: 0 });
    clock.forward(2000);
    expect(await spell(await phone(who))).toEqual({ list: 0, index: 0 });
    expect(await status({ list: 0, index: 0 })).toBe(0);
    expect(await registry.borneBy(lost.sessionId)).toEqual([]);
  });

  test('a graver colour reaches what was issued milder, and nothing else', async () => {
    const who = await person();
    const [green, yellow, red, gone] = [
      await spell(await phone(who), 'green'),
      await spell(await phone(who), 'yellow'),
      await spell(await phone(who), 'red'),
      await spell(await phone(who), 'green', 1),
    ];
    const paper = await print(who);
    const lost = await phone(who);
    const revoked = await spell(lost);
    await registry.revokePhone(lost.sessionId);
    const neighbour = await spell(await phone(await person()));
    clock.forward(2 * DAY);

    await registry.lower([who], 'yellow');
    const all = [green, yellow, red, gone, paper, revoked, neighbour];
    expect(await Promise.all(all.map(status))).toEqual([2, 0, 0, 0, 2, 1, 0]);
    await registry.lower([who], 'red');
    expect(await Promise.all(all.map(status))).toEqual([3, 3, 0, 0, 3, 1, 0]);
    await registry.lower([who], 'yellow');
    expect(await Promise.all(all.map(status))).toEqual([3, 3, 0, 0, 3, 1, 0]);
  });

  test('no credential of the colour before comes after a turn, on no phone and on no paper', async () => {
    const mine = await phone(await person());
    await turned(mine.personId, 'yellow');
    const late = { ok: false, failure: 'colour-changed' };
    expect(await registry.spellFor(mine, 'green', inDays(7))).toEqual(late);
    expect(await registry.paperSpell(mine.personId, 'green', clock.now(), inDays(30))).toEqual(late);
    expect(await registry.borneBy(mine.sessionId)).toEqual([]);
    expect(await registry.spellFor(mine, 'yellow', inDays(7))).toMatchObject({ ok: true });
  });

  test('what was lowered or revoked takes another index when it is issued anew', async () => {
    const mine = await phone(await person());
    const first = await spell(mine);
    await registry.lower([mine.personId], 'yellow');
    const yellow = await spell(mine, 'yellow');
    expect([yellow, await status(first), await status(yellow)]).toEqual([expect.anything(), 2, 0]);
    expect(yellow).not.toEqual(first);
  });

  test('a lost phone ends all it bears, the family’s too, and bears nothing new', async () => {
    const mother = await person();
    const daughter = await person();
    const own = await phone(daughter);
    const borne = { ...own, personId: mother, holderKey: new Uint8Array(32).fill(201) };
    const elsewhere = await phone(mother);
    const spells = [await spell(own), await spell(borne), await spell(elsewhere)];
    expect((await registry.borneBy(own.sessionId)).sort()).toEqual([mother, daughter].sort());
    expect(await registry.phonesOf(mother, daughter)).toBe(1);

    await store.sessions.end(own.sessionId);
    await registry.revokePhone(own.sessionId);
    expect(await Promise.all(spells.map(status))).toEqual([1, 1, 0]);
    expect(await registry.borneBy(own.sessionId)).toEqual([]);
    expect(await registry.phonesOf(mother, daughter)).toBe(0);
    expect(await registry.spellFor(own, 'green', inDays(7))).toEqual({ ok: false, failure: 'session-ended' });
  });

  test('a help that ends takes what it lent from every phone of the helper, and from nobody else’s', async () => {
    const mother = await person();
    const daughter = await person();
    const [hers, second, own] = [
      await phone(mother, daughter),
      await phone(mother, daughter),
      await phone(mother),
    ];
    const spells = [await spell(hers), await spell(second), await spell(own)];
    expect(await registry.phonesOf(mother, daughter)).toBe(2);
    await registry.revokeBorne(mother, daughter);
    expect(await Promise.all(spells.map(status))).toEqual([1, 1, 0]);
  });

  test('each print has an index of its own, until it ends or is revoked', async () => {
    const who = await person();
    const first = await print(who);
    clock.forward(1000);
    const second = await print(who);
    expect((await registry.papersOf(who)).map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(await registry.paper(first.id)).toMatchObject({ id: first.id, personId: who });
    await registry.revokePaper(first.id);
    expect([await status(first), await status(second)]).toEqual([1, 0]);
    expect((await registry.papersOf(who)).map(({ id }) => id)).toEqual([second.id]);
    clock.forward(31 * DAY);
    expect(await registry.papersOf(who)).toEqual([]);
    expect(await registry.phonesOf(who, who)).toBe(0);
  });

  test('the periodic update may renew the keys this phone proved within a week, in the colour each has', async () => {
    const who = await person();
    const old = await phone(who);
    await spell(old, 'green', 7);
    clock.forward(5 * DAY);
    await spell(old, 'yellow', 7);
    const fresh = { ...old, holderKey: new Uint8Array(32).fill(202) };
    await spell(fresh, 'green', 7);
    const names = async () =>
      (await registry.provedKeys(old.sessionId)).map(({ holderKey, colour }) => [holderKey[0], colour]);
    expect(await names()).toEqual([
      [old.holderKey[0], 'yellow'],
      [202, 'green'],
    ]);
    // The first key is older than a week now, though its yellow spell is not.
    clock.forward(2 * DAY + 1);
    expect(await names()).toEqual([[202, 'green']]);
    await registry.revokePhone(old.sessionId);
    expect(await names()).toEqual([]);
  });

  test('lists hold what is set and nothing about anybody', async () => {
    expect(await registry.lists()).toEqual([{ list: 0, set: [] }]);
    const mine = await phone(await person());
    const { list, index } = await spell(mine);
    await spell(await phone(await person()));
    await registry.revokePhone(mine.sessionId);
    expect(await registry.lists()).toEqual([{ list, set: [{ index, status: 1 }] }]);
  });
});
