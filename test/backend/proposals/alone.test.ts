import { randomUUID } from 'node:crypto';
import { endpoints, type EndpointName, type ProposalView } from '../../../src/contract/api';
import type { Colour } from '../../../src/contract/health-code/colour';
import { colours } from '../../../src/contract/health-code/colour';
import { type AdminRequest, commandNames, runAdmin } from '../../../src/backend/cli/admin/commands';
import { describeOnEachDatabase } from '../../support/database';
import { inventedId } from '../../support/documents';
import { addOfficials } from '../../support/officials';
import { addPerson, confirmPeople } from '../../support/people';
import { startTestApp, type TestApp } from '../../support/server';
import { addWorld, community, east, personaOf, west, type WorldRole } from '../../support/world';
import { type Means, tries } from './alone-acts';

const personas = ['worker', 'officer', 'county-officer'] as const;
/** What waits of all they tried. */
const held = {
  worker: ['fact', 'home', 'person-key'],
  officer: ['fact', 'fact-removal', 'home', 'person-key', 'risk-level'],
  'county-officer': [
    'emergency-end',
    'emergency-renewal',
    'fact',
    'fact-removal',
    'home',
    'person-key',
    'risk-level',
  ],
};
const from = { zh: '疾控', en: 'CDC' };

describe('what one official alone is tried with', () => {
  test('every endpoint that writes is here: a new one says what it could do to a colour', () => {
    const writing = Object.keys(endpoints).filter((name) => !name.startsWith('GET '));
    expect(Object.keys(tries).sort()).toEqual(writing.sort());
  });

  test('every command is here', () => {
    expect([...Object.keys(commands('')), ...harmless].sort()).toEqual([...commandNames].sort());
  });
});

/** They write no person, home, fact, level or rule; `emergency` and `rules` only propose, as the routes do; `restore` is refused where anything is. */
const harmless = [
  'help',
  'emergency',
  'rules',
  'keys',
  'trust',
  'backup',
  'restore',
  'audit',
  'calendar',
  'catalogue',
  'import-contacts',
  'api-key',
  'cap',
].filter((name) => commandNames.includes(name));

const file = (text: string): string => Buffer.from(text).toString('base64');
const square = (code: string, lng: number) => ({
  type: 'Feature',
  properties: { code, name: '第 9 网格', about: '' },
  geometry: {
    type: 'Polygon',
    coordinates: [[[lng, 30.3], [lng + 0.005, 30.3], [lng + 0.005, 30.305], [lng, 30.305], [lng, 30.3]]], // prettier-ignore
  },
});

/** Files and commands that could turn somebody, by command. @param as a staff number or a person's id */
const commands = (as: string): Record<string, Partial<AdminRequest>> => ({
  'import-facts': {
    options: { as, reason: '名单' },
    file: file(`证件号码,情况,开始时间,来源\n${inventedId('1980-05-01', 999)},密切接触,2026-11-23,疾控\n`),
  },
  // The victim's home now lies in the east, which stands higher on the map.
  'import-grids': {
    options: { crs: 'wgs84' },
    file: file(
      JSON.stringify({ type: 'FeatureCollection', features: [square(east, 120.1), square(west, 120.105)] }),
    ),
  },
  'import-addresses': {
    file: file(
      `地址,楼栋编码,楼栋名称,网格编码,经度,纬度\n桂语苑 1 幢,${east}001,1 幢,${east},120.1075,30.3025\n`,
    ),
  },
  'import-staff': {
    file: file(
      `工号,姓名,岗位,负责区域,工作电话,值班时间\nX1,某人,干部,${community},0571-5550-0171,工作日\n`,
    ),
  },
  grant: { args: [as], options: { role: 'officer', node: west } },
  revoke: { args: [as], options: { role: 'officer', node: west } },
  invite: { options: { name: '某人', node: east } },
});

describeOnEachDatabase('one official alone', (open) => {
  let app: TestApp;
  let ids: Record<WorldRole, string>;
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
    ids = await addWorld(app.database);
    await addOfficials(app.database, ids);
    const high = { node: east, level: 'high' as const, reason: from, indicators: [] };
    await app.ports.riskLevels.set(high, randomUUID());
  });
  afterAll(() => app.close());

  const since = (): string => app.clock.now().toISOString();
  const keyOf = async (document: { name: string; documentNumber: string }) => {
    const known = await app.ports.realName.recognise(document);
    if (!known.ok) throw new Error(known.failure);
    return known.value.personKey;
  };

  let made = 0;
  async function means(by: string): Promise<Means> {
    const { accountJoins, confirmations, declarations, facts, family, store } = app.ports;
    made += 1;
    const document = { name: '张桂兰', documentNumber: inventedId('1980-05-01', 999) };
    const waitingDocument = { name: '周晓雯', documentNumber: inventedId('1990-05-01', made) };
    const victim = ids.resident;
    const seen = {
      ...document,
      personKey: await keyOf(document),
      bornOn: null,
      seenBy: by,
      mayReplace: true,
    };
    await confirmations.confirm(victim, seen, {});
    const contact = { kind: 'close-contact', values: {}, from, since: since() };
    const personKey = Buffer.from(await keyOf(waitingDocument)).toString('hex');
    await facts.add({ personKey }, { ...contact, source: 'city' });
    const homeless = await addPerson(app.database, randomUUID(), { name: '没有家' });
    const second = await addPerson(app.database, randomUUID(), { name: '另一个账号', home: west });
    await facts.add({ personId: second }, { ...contact, source: 'declaration' });
    await confirmations.confirm(second, { ...seen, mayReplace: false }, {});
    const [join] = await accountJoins.openFor(victim);
    // Somebody whom only a fact that helps keeps green.
    await facts.add(
      { personId: ids.neighbour },
      { ...contact, kind: 'positive-test', values: { method: 'pcr' }, source: 'official' },
    );
    const shield = await facts.add(
      { personId: ids.neighbour },
      { ...contact, kind: 'recovered', source: 'official' },
    );
    const well = await declarations.file(
      { personId: victim, declaredBy: victim },
      { symptoms: [], contact: false },
      [],
    );
    const guardian = await store.people.get(victim);
    const child =
      guardian &&
      (await family.addChild(guardian, { name: '林小满', calledAs: '小满', bornOn: '2018-08-15' }));
    return {
      victim,
      victimDocument: document,
      shield,
      code: (await confirmations.offer(victim, null)).code,
      homelessCode: (await confirmations.offer(homeless, null)).code,
      homeless,
      waitingDocument,
      join: join?.id ?? '',
      declaration: well.id,
      child: child?.id ?? '',
      emergency: (await app.ports.emergencies.inForce())?.id ?? '',
      now: app.clock.now(),
    };
  }
  const weigh = (colour: Colour): number => [...colours].indexOf(colour);
  async function everyones(): Promise<Map<string, number>> {
    const rows = await app.database.kysely.selectFrom('person').select('id').execute();
    const found = new Map<string, number>();
    for (const { id } of rows) found.set(id, weigh((await app.ports.colours.of(id)).colour));
    return found;
  }
  /** Whom it is worse for, now or when time has gone on and everything is decided anew. */
  async function turned(before: Map<string, number>): Promise<string[]> {
    const bad = weigh('red') > weigh('green') ? 1 : -1;
    const worse = (now: Map<string, number>) =>
      [...before].flatMap(([id, was]) => (((now.get(id) ?? was) - was) * bad > 0 ? [id] : []));
    const now = worse(await everyones());
    app.clock.forward(3_600_000);
    await app.ports.colours.recolourPlace('everyone');
    await app.ports.colours.keepUp();
    return [...now, ...worse(await everyones())];
  }
  const dropWaiting = () =>
    app.database.kysely
      .updateTable('proposal')
      .set({ state: 'withdrawn' })
      .where('state', '=', 'waiting')
      .execute();

  test.each(personas)('%s turns nobody by any route, now or later', async (persona) => {
    await dropWaiting();
    const call = await app.as(personaOf(persona));
    const used = await means(ids[persona]);
    const before = await everyones();
    const done: string[] = [];
    for (const name of Object.keys(tries) as EndpointName[]) {
      const attempt = tries[name];
      if (typeof attempt !== 'function') continue;
      for (const options of attempt(used)) {
        const { status } = await call(name, options);
        expect([name, status < 500]).toEqual([name, true]);
        if (status < 300) done.push(name);
      }
    }
    // What they filed waits, and signing it themselves is tried once more with all of it there.
    const { body: list } = await call<ProposalView[]>('GET /v1/proposals');
    const waiting = list.filter(({ state }) => state === 'waiting');
    for (const { id } of waiting) await call('POST /v1/proposals/:id/signature', { params: { id } });
    expect([...new Set(waiting.map(({ kind }) => kind))].sort()).toEqual(held[persona]);
    expect(done).toEqual(expect.arrayContaining(['POST /v1/proposals', 'POST /v1/confirmations']));
    expect(await turned(before)).toEqual([]);
  });

  test.each(personas)('%s turns nobody by any command or file, now or later', async (persona) => {
    await dropWaiting();
    await means(ids[persona]);
    const before = await everyones();
    for (const [command, more] of Object.entries(commands(ids[persona]))) {
      const request = { command, args: [], options: {}, by: 'somebody', ...more };
      const { code, lines } = await runAdmin(request, app.admin);
      // The file of facts takes an officer of the county; everything else is done, and turns nobody.
      const refused = command === 'import-facts' && persona !== 'county-officer';
      expect([command, lines, code]).toEqual([command, lines, refused ? 1 : 0]);
    }
    expect(await turned(before)).toEqual([]);
  });

  test('the file that waited turns the victim once a second has signed', async () => {
    await dropWaiting();
    await means(ids['county-officer']);
    const request = {
      command: 'import-facts',
      args: [],
      by: 'somebody',
      ...commands(ids['county-officer'])['import-facts'],
    };
    const asked = { ...request, options: request.options ?? {} };
    expect((await runAdmin(asked, app.admin)).code).toBe(0);
    // The same file again files nothing more.
    expect((await runAdmin(asked, app.admin)).lines).toEqual([expect.stringContaining('unchanged')]);
    const { body: list } = await (
      await app.as('world:county-officer-2')
    )<ProposalView[]>('GET /v1/proposals');
    const [held, ...more] = list.filter(({ kind, state }) => kind === 'facts-file' && state === 'waiting');
    expect([held?.worsens, more]).toEqual([1, []]);
    const signer = await app.as('world:county-officer-2');
    await signer('POST /v1/proposals/:id/signature', { params: { id: held?.id ?? '' } });
    expect((await app.ports.colours.of(ids.resident)).colour).not.toBe('green');
    expect((await runAdmin(asked, app.admin)).lines).toEqual([expect.stringContaining('unchanged')]);
  });

  test('a bad row is named by line and reason, no number is repeated, and nothing of the file is taken', async () => {
    await confirmPeople(app.database, [ids['county-officer']]);
    const good = `${inventedId('1980-05-01', 777)},密切接触,2026-11-23,疾控`;
    const text = `证件号码,情况,开始时间,来源\n${good}\n110101199001011234,密切接触,2026-11-23,疾控\n${good.replace('密切接触', '不好')}\n`;
    const answer = await runAdmin(
      { command: 'import-facts', args: [], options: { as: ids['county-officer'] }, file: file(text) },
      app.admin,
    );
    expect(answer.code).toBe(1);
    expect(answer.lines).toEqual([
      expect.stringMatching(/^line 3.*document number/),
      expect.stringMatching(/^line 4.*不好/),
      expect.stringContaining('nothing of this file was taken'),
    ]);
    expect(answer.lines.join()).not.toContain('110101199001011234');
  });
});
