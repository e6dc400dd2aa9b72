import { randomUUID } from 'node:crypto';
import type { Me, Confirmation, ProposalView } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { describeOnEachDatabase } from '../../support/database';
import { addOfficials, type Official } from '../../support/officials';
import { inventedId } from '../../support/documents';
import { addPerson, confirmPeople } from '../../support/people';
import { loggedBy } from '../../support/logged';
import { startTestApp, type TestApp } from '../../support/server';
import { addWorld, east, west, type WorldRole } from '../../support/world';

const from = { zh: '西湖区疾控中心', en: 'Xihu CDC' };

describeOnEachDatabase('what an official enters about somebody', (open) => {
  let app: TestApp;
  let ids: Record<WorldRole | Official, string>;
  beforeAll(async () => {
    app = await startTestApp({
      database: await open(),
      environment: { COLOUR_SIGNATURES_ABOVE: '3' },
    });
    const world = await addWorld(app.database);
    ids = { ...world, ...(await addOfficials(app.database, world)) };
  });
  afterAll(() => app.close());

  const as = (who: WorldRole | Official) => app.as(`world:${who}`);
  const someone = async (home = west): Promise<string> =>
    addPerson(app.database, randomUUID(), { home, name: '李雷' });
  const colourOf = async (personId: string) => (await app.ports.colours.of(personId)).colour;
  const since = (hoursAgo = 1): string =>
    new Date(app.clock.now().getTime() - hoursAgo * 3_600_000).toISOString();
  const fact = (personId: string, kind = 'close-contact', values = {}) => ({
    act: { kind: 'fact', personId, fact: { kind, values, from, since: since() } },
    reason: '流调报告 12 号',
  });
  async function propose(who: WorldRole | Official, body: object) {
    return (await as(who))<ProposalView & Problem>('POST /v1/proposals', { body });
  }
  async function sign(who: WorldRole | Official, id: string) {
    return (await as(who))<ProposalView & Problem>('POST /v1/proposals/:id/signature', { params: { id } });
  }
  async function waiting(who: WorldRole | Official, body: object): Promise<string> {
    const { status, body: view } = await propose(who, body);
    expect([status, view.state]).toEqual([201, 'waiting']);
    return view.id;
  }

  test('a close contact turns the code only when a second official has signed', async () => {
    const person = await someone();
    const { body: filed } = await propose('officer', fact(person));
    expect(filed).toMatchObject({ state: 'waiting', worsens: 1, needsLevelAbove: false, may: ['withdraw'] });
    expect(await colourOf(person)).toBe('green');

    const seen = await (
      await as('officer-2')
    )<ProposalView>('GET /v1/proposals/:id', { params: { id: filed.id } });
    expect(seen.body).toMatchObject({
      about: { personId: person, maskedName: '李*' },
      reason: '流调报告 12 号',
      proposedBy: { name: '沈雅琴' },
      may: ['sign', 'refuse'],
    });
    expect(seen.body.lines.map(({ value }) => value.zh)).toEqual(
      expect.arrayContaining(['密切接触', '西湖区疾控中心']),
    );

    const signed = await sign('officer-2', filed.id);
    expect([signed.status, signed.body.state]).toEqual([200, 'applied']);
    expect(await colourOf(person)).not.toBe('green');
    const [known] = await app.ports.facts.of(person);
    expect((await app.ports.proposals.handsOn({ factId: known?.id ?? '' })).sort()).toEqual(
      [ids.officer, ids['officer-2']].sort(),
    );
  });

  test('what helps counts at once; taking it away waits, taking away what was against somebody does not', async () => {
    const person = await someone();
    const helping = await propose('officer', fact(person, 'negative-test', { method: 'pcr' }));
    expect(helping.body.state).toBe('applied');
    const [negative] = await app.ports.facts.of(person);
    const removal = { act: { kind: 'fact-removal', factId: negative?.id }, reason: '报告出错' };
    expect((await propose('officer', removal)).body.state).toBe('waiting');

    const contact = await waiting('officer', fact(person));
    await sign('officer-2', contact);
    const against = (await app.ports.facts.of(person)).find(({ kind }) => kind === 'close-contact');
    const undone = await propose('officer', {
      act: { kind: 'fact-removal', factId: against?.id },
      reason: '认错人',
    });
    expect(undone.body.state).toBe('applied');
    expect(await colourOf(person)).toBe('green');
  });

  test('nobody signs twice, nor what they brought in, nor what is about them', async () => {
    const id = await waiting('officer', fact(await someone()));
    expect((await sign('officer', id)).body.code).toBe('own-proposal');
    expect((await sign('worker', id)).status).toBe(403);
    expect((await propose('officer', fact(ids.officer))).body.code).toBe('concerns-you');
    const home = { home_node: east };
    await app.database.kysely.updateTable('person').set(home).where('id', '=', ids['officer-2']).execute();
    const about = await waiting('officer', fact(ids['officer-2']));
    expect((await sign('officer-2', about)).body.code).toBe('concerns-you');
    expect((await sign('county-officer', about)).body.state).toBe('applied');
    expect((await sign('county-officer-2', about)).body.code).toBe('not-waiting');
  });

  test('a second account of the same person is no second person', async () => {
    const again = await addPerson(app.database, 'world:again', {
      name: '沈雅琴',
      grants: [{ role: 'officer', node: '330106' }],
    });
    await confirmPeople(app.database, [again]);
    const id = await waiting('officer', fact(await someone()));
    const { body } = await (
      await app.as('world:again')
    )<Problem>('POST /v1/proposals/:id/signature', { params: { id } });
    expect(body.code).toBe('own-proposal');
  });

  test('more people than the setting within a day take the level above too, however they are brought in', async () => {
    const kind = 'household-contact';
    const people = await Promise.all(Array.from({ length: 4 }, () => someone(east)));
    const filed: string[] = [];
    for (const person of people) filed.push(await waiting('officer', fact(person, kind)));
    const last = filed.at(-1) ?? '';
    expect((await sign('officer-2', last)).body).toMatchObject({ state: 'waiting', needsLevelAbove: true });
    expect(await colourOf(people.at(-1) ?? '')).toBe('green');
    expect((await sign('county-officer', last)).body).toMatchObject({ state: 'applied' });
    expect(await colourOf(people.at(-1) ?? '')).not.toBe('green');
    app.clock.forward(25 * 3_600_000);
    const nextDay = await waiting('officer', fact(await someone(east), kind));
    expect((await sign('officer-2', nextDay)).body.state).toBe('applied');
  });

  test('refused with words, or taken back by whoever brought it in and nobody else', async () => {
    const call = await as('officer-2');
    const id = await waiting('worker', fact(ids.resident));
    expect((await call('POST /v1/proposals/:id/withdrawal', { params: { id } })).status).toBe(404);
    const refused = await call<ProposalView>('POST /v1/proposals/:id/refusal', {
      params: { id },
      body: { words: '认错人' },
    });
    expect(refused.body).toMatchObject({ state: 'refused', refusal: { name: '许文静', words: '认错人' } });
    expect((await sign('county-officer', id)).body.code).toBe('not-waiting');
    const other = await waiting('worker', fact(ids.resident));
    const own = await (
      await as('worker')
    )<ProposalView>('POST /v1/proposals/:id/withdrawal', { params: { id: other } });
    expect(own.body.state).toBe('withdrawn');
    expect(await colourOf(ids.resident)).toBe('green');
  });

  test('every step stands in the log, with what is personal apart', async () => {
    const person = await someone();
    const entries = await loggedBy(app, async () =>
      sign('officer-2', await waiting('officer', fact(person, 'positive-test', { method: 'pcr' }))),
    );
    expect(entries.map(({ entry }) => entry.act)).toEqual([
      'proposal-filed',
      'proposal-signed',
      'proposal-applied',
    ]);
    for (const { entry, personal } of entries) {
      expect(JSON.stringify(entry)).not.toContain(person);
      expect(JSON.stringify(personal)).toContain(person);
    }
  });

  test('a document whose facts wait for it is confirmed only when a second has signed', async () => {
    const documentNumber = inventedId('1971-03-02', 41);
    const document = { name: '韩梅梅', documentNumber };
    const known = await app.ports.realName.recognise(document);
    if (!known.ok) throw new Error(known.failure);
    const personKey = Buffer.from(known.value.personKey).toString('hex');
    await app.ports.facts.add(
      { personKey },
      { kind: 'close-contact', values: {}, from, since: since(), source: 'file' },
    );
    const person = await someone();
    const code = (await app.ports.confirmations.offer(person, null)).code;
    const seen = await (
      await as('worker')
    )<Confirmation>('POST /v1/confirmations', { body: { ...document, code } });
    expect(seen.body).toMatchObject({ outcome: 'waits', personId: person });
    expect([(await app.ports.store.people.get(person))?.confirmed, await colourOf(person)]).toEqual([
      false,
      'green',
    ]);
    const phone = app.withToken((await app.ports.store.sessions.open(person)).token);
    expect((await phone<Me>('GET /v1/me')).body).toMatchObject({ confirmed: false, confirmationWaits: true });
    const { body: list } = await (await as('officer'))<ProposalView[]>('GET /v1/proposals');
    const held = list.find(({ about }) => about?.personId === person);
    expect(held).toMatchObject({ kind: 'person-key', worsens: 1 });
    expect((await sign('officer', held?.id ?? '')).body.state).toBe('applied');
    const { body: now } = await phone<Me>('GET /v1/me');
    expect([now.confirmed, now.confirmationWaits]).toEqual([true, undefined]);
    expect(await colourOf(person)).not.toBe('green');
  });

  test('an account whose facts would move is joined at the desk only by two; by the first itself at once', async () => {
    const [first, second] = [await someone(), await someone()];
    for (const asked of ['desk', 'first'] as const) {
      const documentNumber = inventedId('1972-03-02', asked === 'desk' ? 51 : 52);
      const document = { name: '李雷', documentNumber };
      const [one, other] = asked === 'desk' ? [first, second] : [await someone(), await someone()];
      const fever = { kind: 'positive-test', values: { method: 'antigen' }, from, since: since() };
      await app.ports.facts.add({ personId: other }, { ...fever, source: 'declaration' });
      const call = await as('officer');
      const confirm = async (personId: string) =>
        (
          await call<Confirmation>('POST /v1/confirmations', {
            body: { ...document, code: (await app.ports.confirmations.offer(personId, null)).code },
          })
        ).body;
      expect((await confirm(one)).outcome).toBe('confirmed');
      const { joinId = '' } = await confirm(other);
      const by = asked === 'desk' ? call : app.withToken((await app.ports.store.sessions.open(one)).token);
      const answer = await by('POST /v1/account-joins/:id/answer', {
        params: { id: joinId },
        body: { join: true },
      });
      expect(answer.body).toEqual({ waits: asked === 'desk' });
      expect((await colourOf(one)) === 'green').toBe(asked === 'desk');
    }
    const { body: list } = await (await as('officer-2'))<ProposalView[]>('GET /v1/proposals');
    const held = list.find(({ about }) => about?.personId === first);
    expect((await sign('officer-2', held?.id ?? '')).body.state).toBe('applied');
    expect(await colourOf(first)).not.toBe('green');
  });
});
