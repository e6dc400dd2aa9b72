import { randomBytes } from 'node:crypto';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import { builtInRules } from '../../../src/contract/health-rules/built-in';
import { describeOnEachDatabase } from '../../support/database';
import { addRegions } from '../../support/people';
import { deciding } from './deciding';

const DAY = 24 * 60 * 60 * 1000;
const community = '330106990001';
const [west, east] = [`${community}001`, `${community}002`];
const elsewhere = '330203990001001';

describeOnEachDatabase('colours', (open) => {
  let database: Database;
  let at: ReturnType<typeof deciding>;
  beforeAll(async () => {
    database = await open();
    await addRegions(database, { [west]: '第 1 网格', [east]: '第 2 网格', [elsewhere]: '别处' });
  });
  beforeEach(async () => {
    await database.kysely.deleteFrom('fact').execute();
    await database.kysely.deleteFrom('person').execute();
    at = deciding(database);
  });

  const changedIn = async (index: number) => at.colours.changedIn(at.told[index]?.id ?? '');

  test('who has no fact is green, has always been, and nothing is written down of them', async () => {
    const id = await at.person(west);
    expect(await at.colours.of(id)).toEqual({
      colour: 'green',
      since: new Date('2026-01-01T00:00:00.000Z'),
      reasons: [],
    });
    expect(await at.colours.recolour('everyone')).toBe('later');
    expect(await at.colours.recolourPlace('everyone')).toBe(0);
    expect(await database.kysely.selectFrom('person_colour').selectAll().execute()).toEqual([]);
    expect(at.told).toEqual([]);
  });

  test('a fact turns a colour once it is decided anew, and a helpful one turns it back', async () => {
    const id = await at.person();
    await at.facts.add({ personId: id }, at.fact('positive-test', { method: 'pcr' }));
    expect(await at.colours.recolour([id, id])).toBe(1);
    expect(await at.colours.recolour([id])).toBe(0);
    const red = await at.colours.last(id);
    expect(red).toMatchObject({ colour: 'red', since: at.clock.now(), reasons: [{ rule: 'LL-R-0001' }] });
    expect(await changedIn(0)).toEqual([id]);

    at.clock.forward(DAY);
    await at.facts.add({ personId: id }, at.fact('recovered'));
    // Nobody has said so yet: whoever asks has it decided afresh.
    expect(await at.colours.of(id)).toMatchObject({ colour: 'green', since: at.clock.now() });
    expect(at.told).toHaveLength(2);
    expect(await at.colours.changes([id])).toMatchObject([
      { was: 'red', colour: 'green' },
      { was: 'green', colour: 'red' },
    ]);
  });

  test('another reason for the same colour is said, and the colour is as old as it was', async () => {
    const id = await at.person();
    await at.facts.add({ personId: id }, at.fact('close-contact'));
    await at.colours.recolour([id]);
    const since = at.clock.now();
    at.clock.forward(DAY);
    await at.facts.add({ personId: id }, at.fact('positive-test', { method: 'pcr' }));
    expect(await at.colours.recolour([id])).toBe(0);
    const { reasons, ...rest } = await at.colours.of(id);
    expect([rest.since, reasons.map(({ rule }) => rule).sort()]).toEqual([since, ['LL-R-0001', 'LL-R-0002']]);
    expect(at.told).toHaveLength(1);
  });

  test('the map turns those who live under the place and those who were there, and no others', async () => {
    const [here, next, was, far] = [
      await at.person(west),
      await at.person(east),
      await at.person(elsewhere),
      await at.person(elsewhere),
    ];
    await at.facts.add({ personId: was }, at.fact('stay', { node: west }));
    await at.facts.add({ personId: far }, at.fact('stay', { node: east }));
    at.setLevel(west, 'high');
    expect(await at.colours.recolour({ under: west })).toBe('later');
    expect(at.jobs).toEqual([{ under: west }]);
    expect(await at.colours.recolourPlace({ under: west })).toBe(2);
    expect((await changedIn(0)).sort()).toEqual([here, was].sort());
    expect(await Promise.all([here, next, was, far].map(at.colourOf))).toEqual([
      'yellow',
      'green',
      'yellow',
      'green',
    ]);
    expect((await at.colours.last(here)).reasons).toMatchObject([{ rule: 'LL-Y-0009', source: 'risk-map' }]);

    at.setLevel(west, 'low');
    expect(await at.colours.recolourPlace({ under: community })).toBe(2);
    expect(await Promise.all([here, was].map(at.colourOf))).toEqual(['green', 'green']);
  });

  test('more than one page of people is turned, each once', async () => {
    const many = Array.from({ length: 2345 }, () => ({
      id: crypto.randomUUID(),
      home_node: west,
      created_at: at.clock.now(),
    }));
    await database.kysely.insertInto('person').values(many).execute();
    at.setLevel(community, 'highest');
    expect(await at.colours.recolourPlace({ under: west })).toBe(2345);
    expect(await at.colours.recolourPlace({ under: west })).toBe(0);
    const told = await Promise.all(at.told.map((_, index) => changedIn(index)));
    expect(told.map((ids) => ids.length)).toEqual([500, 500, 500, 500, 345]);
    expect(new Set(told.flat()).size).toBe(2345);
  });

  test('time alone turns a colour back: of who has a fact, and of a whole place where nobody has one', async () => {
    const [ill, ...neighbours] = [await at.person(west), await at.person(west), await at.person(west)];
    await at.facts.add({ personId: ill }, at.fact('positive-test', { method: 'pcr' }));
    await at.colours.recolour([ill]);
    at.setLevel(west, 'high');
    await at.colours.recolourPlace({ under: west });
    const all = [ill, ...neighbours];
    expect(await Promise.all(all.map(at.colourOf))).toEqual(['red', 'yellow', 'yellow']);

    at.clock.forward(7 * DAY - 1);
    expect(await at.colours.keepUp()).toBe(0);
    at.clock.forward(1);
    expect(await at.colours.keepUp()).toBe(2);
    expect(await Promise.all(all.map(at.colourOf))).toEqual(['red', 'green', 'green']);
    at.clock.forward(3 * DAY);
    expect(await at.colours.keepUp()).toBe(1);
    expect(await Promise.all(all.map(at.colourOf))).toEqual(['green', 'green', 'green']);
    expect(await at.colours.keepUp()).toBe(0);
  });

  test('rules that begin or end by themselves turn everybody they are about', async () => {
    const until = new Date(at.clock.now().getTime() + DAY).toISOString();
    at.setRules(builtInRules.map((rule) => ({ ...rule, ValidTo: until })));
    const [ill, neighbour] = [await at.person(), await at.person(west)];
    await at.facts.add({ personId: ill }, at.fact('positive-test', { method: 'pcr' }));
    await at.colours.recolour([ill]);
    at.setLevel(west, 'high');
    await at.colours.recolourPlace({ under: west });
    at.clock.forward(DAY);
    expect(await at.colours.keepUp()).toBe(2);
    expect(await Promise.all([ill, neighbour].map(at.colourOf))).toEqual(['green', 'green']);
  });

  test('outside an emergency nobody has a colour and nothing is written down, whatever the map still says', async () => {
    const [id, neighbour] = [await at.person(west), await at.person(west)];
    await at.facts.add({ personId: id }, at.fact('close-contact'));
    at.setLevel(west, 'high');
    at.setEmergency(false);
    expect(await at.colours.of(id)).toMatchObject({ colour: 'green', reasons: [] });
    expect(await at.colours.last(neighbour)).toMatchObject({ colour: 'green', reasons: [] });
    expect(await at.colours.recolour([id])).toBe(0);
    expect(await at.colours.recolourPlace('everyone')).toBe(0);
    at.clock.forward(20 * DAY);
    expect(await at.colours.keepUp()).toBe(0);
    expect(await database.kysely.selectFrom('person_colour').selectAll().execute()).toEqual([]);
    // What is over goes all the same.
    expect(await database.kysely.selectFrom('fact').select('id').execute()).toEqual([]);

    at.setEmergency(true);
    at.setLevel(west, 'high');
    expect(await at.colours.recolourPlace('everyone')).toBe(2);
  });

  test('two who decide the same person at once end with what is known then', async () => {
    const id = await at.person();
    const turns = Array.from({ length: 5 }, async () => {
      await at.facts.add({ personId: id }, at.fact('close-contact'));
      return at.colours.recolour([id]);
    });
    const changed = await Promise.all(turns);
    expect(changed.filter((one) => one === 1)).toHaveLength(1);
    expect((await at.colours.last(id)).reasons).toHaveLength(5);
  });

  test('nothing turns and nothing is told when the transaction it is part of fails', async () => {
    const id = await at.person();
    await expect(
      database.unit.together(async () => {
        await at.facts.add({ personId: id }, at.fact('close-contact'));
        await at.colours.recolour([id]);
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(await at.colours.of(id)).toMatchObject({ colour: 'green' });
    expect(await at.colours.changes([id])).toEqual([]);
  });

  test('what is expired is deleted by the job, and seen gone', async () => {
    const id = await at.person();
    await at.facts.add({ personId: id }, at.fact('close-contact'));
    const waiting = randomBytes(32).toString('hex');
    await at.facts.add({ personKey: waiting }, at.fact('close-contact'));
    at.clock.forward(14 * DAY - 1);
    await at.colours.keepUp();
    const rows = () => database.kysely.selectFrom('fact').select('id').execute();
    expect(await rows()).toHaveLength(2);
    at.clock.forward(1);
    await at.colours.keepUp();
    expect(await rows()).toEqual([]);
    expect(await at.facts.waitingFor(waiting)).toEqual([]);
  });

  describe('whom a change would turn, while nothing is written', () => {
    const nothing = async () => {
      expect(at.told).toEqual([]);
      expect(await database.kysely.selectFrom('person_colour').selectAll().execute()).toEqual([]);
    };

    test('a fact, a helpful fact gone, a home', async () => {
      const [one, other] = [await at.person(west), await at.person(east)];
      const entered = at.fact('positive-test', { method: 'pcr' });
      const facts = [one, other].map((personId) => ({ personId, fact: entered }));
      expect(await at.colours.wouldWorsen({ facts })).toEqual({ worse: 2, better: 0 });
      await at.facts.add({ personId: one }, entered);
      at.clock.forward(1000);
      const recovered = await at.facts.add({ personId: one }, at.fact('recovered'));
      expect(await at.colours.wouldWorsen({ without: [recovered] })).toEqual({ worse: 1, better: 0 });
      expect(await at.colours.wouldWorsen({ facts })).toEqual({ worse: 1, better: 0 });
      at.setLevel(west, 'highest');
      expect(await at.colours.wouldWorsen({ home: { personId: other, node: west } })).toEqual({
        worse: 1,
        better: 0,
      });
      expect(await at.colours.wouldWorsen({ home: { personId: one, node: east } })).toEqual({
        worse: 0,
        better: 1,
      });
      await nothing();
    });

    test('a level, up and down', async () => {
      const [, , was] = [await at.person(west), await at.person(west), await at.person(elsewhere)];
      await at.person(east);
      await at.facts.add({ personId: was }, at.fact('stay', { node: west }));
      const level = { node: west, level: 'high' };
      expect(await at.colours.wouldWorsen({ level })).toEqual({ worse: 3, better: 0 });
      at.setLevel(west, 'highest');
      expect(await at.colours.wouldWorsen({ level: { node: west, level: 'low' } })).toEqual({
        worse: 0,
        better: 3,
      });
      await nothing();
    });

    test('other rules', async () => {
      const [ill, contact] = [await at.person(), await at.person()];
      await at.facts.add({ personId: ill }, at.fact('positive-test', { method: 'pcr' }));
      await at.facts.add({ personId: contact }, at.fact('secondary-contact'));
      const graver = builtInRules
        .filter(({ Identifier }) => Identifier !== 'LL-R-0001')
        .map((rule) =>
          rule.Identifier === 'LL-Y-0006' ? { ...rule, Identifier: 'LL-R-0099', Colour: 'red' } : rule,
        );
      expect(await at.colours.wouldWorsen({ rules: graver })).toEqual({ worse: 1, better: 1 });
      await nothing();
    });
  });
});
