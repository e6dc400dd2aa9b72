import { randomBytes } from 'node:crypto';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import { describeOnEachDatabase } from '../../support/database';
import { deciding } from './deciding';

describeOnEachDatabase('facts', (open) => {
  let database: Database;
  let at: ReturnType<typeof deciding>;
  beforeAll(async () => {
    database = await open();
    at = deciding(database);
  });

  const key = () => randomBytes(32).toString('hex');
  const confirm = (personId: string, personKey: string) =>
    database.kysely
      .updateTable('person')
      .set({ person_key: Buffer.from(personKey, 'hex') })
      .where('id', '=', personId)
      .execute();

  test('a fact stands with its source, from its beginning until its kind’s retention is over', async () => {
    const id = await at.person();
    const entered = at.fact('positive-test', { method: 'antigen' });
    const factId = await at.facts.add({ personId: id }, entered);
    const kept = {
      id: factId,
      kind: 'positive-test',
      values: { method: 'antigen' },
      source: 'official',
      from: { zh: '县疾控中心', en: 'The county’s CDC' },
      since: entered.since,
      expiresAt: new Date(Date.parse(entered.since) + 14 * 86_400_000).toISOString(),
    };
    expect(await at.facts.of(id)).toEqual([kept]);
    expect(await at.facts.get(factId)).toEqual({ ...kept, personId: id });
    await at.facts.remove(factId);
    expect(await at.facts.get(factId)).toBeUndefined();
  });

  test.each([
    ['a kind that is not in the registry', 'gossip', {}, 'kind-unknown'],
    ['a value that the kind has not', 'close-contact', { bank: 'closed' }, 'value-unknown'],
    ['nothing where something is asked', 'positive-test', {}, 'value-missing'],
  ])('%s is not taken', async (_, kind, values, fault) => {
    const id = await at.person();
    await expect(at.facts.add({ personId: id }, at.fact(kind, values))).rejects.toThrow(fault);
    expect(await at.facts.of(id)).toEqual([]);
  });

  test('a fact about a person key waits for who is confirmed with it, and turns nobody until then', async () => {
    const [personKey, id] = [key(), await at.person()];
    await at.facts.add({ personKey }, { ...at.fact('close-contact'), source: 'file' });
    expect(await at.facts.waitingFor(personKey)).toMatchObject([{ kind: 'close-contact', source: 'file' }]);
    expect(await at.colours.recolourPlace('everyone')).toBe(0);

    await confirm(id, personKey);
    expect(await at.facts.attach(personKey, id)).toBe(1);
    expect(await at.facts.attach(personKey, id)).toBe(0);
    expect(await at.facts.waitingFor(personKey)).toEqual([]);
    expect(await at.colours.recolour([id])).toBe(1);
    expect(await at.colourOf(id)).toBe('red');
  });

  test('whoever has the key already gets the fact at once', async () => {
    const [personKey, id] = [key(), await at.person()];
    await confirm(id, personKey);
    await at.facts.add({ personKey }, at.fact('close-contact'));
    expect(await at.facts.of(id)).toMatchObject([{ kind: 'close-contact' }]);
  });

  test('who is gone takes their facts along', async () => {
    const id = await at.person();
    const factId = await at.facts.add({ personId: id }, at.fact('close-contact'));
    await at.colours.recolour([id]);
    await database.kysely.deleteFrom('identity').where('person_id', '=', id).execute();
    await database.kysely.deleteFrom('person').where('id', '=', id).execute();
    expect(await at.facts.get(factId)).toBeUndefined();
    expect(await at.colours.changes([id])).toEqual([]);
  });
});
