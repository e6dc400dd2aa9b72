import fc from 'fast-check';
import type { LocalBody } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { roles } from '../../../src/contract/role';
import { runAdmin } from '../../../src/backend/cli/admin/commands';
import { describeOnEachDatabase } from '../../support/database';
import { addPerson } from '../../support/people';
import { type CallEndpoint, startTestApp, type TestApp } from '../../support/server';
import { addWorld, community, east, personaOf, west, type WorldRole } from '../../support/world';

const day = 24 * 60 * 60 * 1000;
const header = '类别,名称,所在区域,电话,地址,下次开会,议题\n';
const list = [
  `居民议事会,桂语社区居民议事会,${community},0571-5550-0180,社区 2 楼,2026-12-26 14:00,停车位;健身角`,
  `业委会,一号院业委会,${west},,1 幢架空层,,`,
  '供水,西湖区供水抢修,330106,0571-5550-0190,,,',
  `物业,一号院物业,${west},0571-5550-0182,,,`,
].join('\n');

describeOnEachDatabase('bodies beside the grid', (open) => {
  let app: TestApp;
  const as = (role: WorldRole): Promise<CallEndpoint> => app.as(personaOf(role));
  beforeAll(async () => {
    const database = await open();
    app = await startTestApp({ database });
    await addWorld(database);
  });
  afterAll(() => app.close());
  beforeEach(() => app.database.kysely.deleteFrom('body').execute());

  const command = (name: string, more: object = {}) =>
    runAdmin({ command: name, args: [], options: {}, ...more }, app.admin);
  const importList = (rows = list) =>
    command('import-contacts', { file: Buffer.from(header + rows).toString('base64') });
  /** The code printed for a body. */
  const invitationOf = (lines: readonly string[], name: string): string =>
    lines
      .find((line) => line.startsWith('invitation') && line.includes(name))
      ?.split(' ')
      .at(-1) ?? '';
  const around = async (node: string, query: object = {}) =>
    (await app.call<LocalBody[]>('GET /v1/bodies', { query: { node, ...query } })).body;
  const councilOf = async (): Promise<LocalBody> => {
    const [council] = await around(west, { kind: 'residents-council' });
    if (!council) throw new Error('no council');
    return council;
  };
  const keep = (call: CallEndpoint, code: string) =>
    call<LocalBody & Problem>('POST /v1/body-stewards', { body: { code } });
  const write = (call: CallEndpoint, id: string, body: object) =>
    call<LocalBody & Problem>('PUT /v1/bodies/:id', { params: { id }, body: { agenda: [], ...body } });

  test('the county lists them once; each self-governing body gets one invitation, an office none', async () => {
    const { code, lines } = await importList();
    expect([code, lines[0]]).toEqual([0, '4 added, 0 changed, 0 unchanged']);
    expect(lines.filter((line) => line.startsWith('invitation'))).toHaveLength(2);
    expect((await importList()).lines).toEqual(['0 added, 0 changed, 4 unchanged']);
    const moved = await importList(list.replace('0571-5550-0190', '96390'));
    expect(moved.lines).toEqual(['0 added, 1 changed, 3 unchanged']);
    const bad = await importList(`${list}\n供水,另一家,${west},,,,`);
    expect([bad.code, bad.lines[0]]).toEqual([1, expect.stringMatching(/^line 6, "地址"/)]);
    expect(await around(west)).toHaveLength(4);
  });

  test('a grid sees its own and those above it, anyone may; another grid does not see its neighbours’ owners', async () => {
    await importList();
    expect((await around(west)).map(({ kind, nodeName }) => [kind, nodeName])).toEqual([
      ['residents-council', '桂语社区'],
      ['owners-committee', '第 1 网格'],
      ['water', '西湖区'],
      ['property', '第 1 网格'],
    ]);
    expect((await around(east)).map(({ kind }) => kind)).toEqual(['residents-council', 'water']);
    expect(await councilOf()).toMatchObject({
      name: '桂语社区居民议事会',
      call: '0571-5550-0180',
      where: '社区 2 楼',
      meetsAt: '2026-12-26T06:00:00.000Z',
      agenda: ['停车位', '健身角'],
      keptBy: 'county',
    });
  });

  test('whom its invitation makes steward keeps the card; from then on the county’s list leaves it alone', async () => {
    const code = invitationOf((await importList()).lines, '居民议事会');
    const resident = await as('resident');
    const council = await councilOf();
    expect((await write(resident, council.id, { where: '别处' })).body.code).toBe('not-your-card');
    expect((await keep(resident, code)).status).toBe(201);
    expect((await keep(await as('neighbour'), code)).body.code).toBe('body-invitation-unknown');
    const mine = await resident<LocalBody[]>('GET /v1/me/bodies');
    expect(mine.body.map(({ id }) => id)).toEqual([council.id]);

    const next = new Date(app.clock.now().getTime() + 7 * day).toISOString();
    const card = { call: '0571-5550-0199', meetsAt: next, meetsWhere: '桂花树下', agenda: ['加装电梯'] };
    expect((await write(resident, council.id, card)).body).toMatchObject({ ...card, keptBy: 'itself' });
    expect((await importList()).lines).toEqual([
      '0 added, 0 changed, 3 unchanged',
      '1 keep their own card: left as they are',
    ]);
    expect(await councilOf()).toMatchObject(card);

    // The meeting was; the card says so until somebody writes the next one down, which lies ahead.
    app.clock.forward(8 * day);
    expect((await write(resident, council.id, { ...card, call: '0571-5550-0198' })).status).toBe(200);
    const past = new Date(app.clock.now().getTime() - 2 * day).toISOString();
    expect((await write(resident, council.id, { ...card, meetsAt: past })).body.code).toBe('card-invalid');
  });

  test('one that is no more is seen by nobody and kept by nobody; what it was stays, and a later list brings it back', async () => {
    const [resident, neighbour] = [await as('resident'), await as('neighbour')];
    await keep(resident, invitationOf((await importList()).lines, '居民议事会'));
    const { id } = await councilOf();
    await write(resident, id, { where: '桂花树下', agenda: ['电梯'] });
    const handOn = () =>
      resident<{ code: string } & Problem>('POST /v1/bodies/:id/invitations', { params: { id } });
    const { code } = (await handOn()).body;

    const closing = (day: string) =>
      command('import-contacts', {
        file: Buffer.from(
          `类别,名称,所在区域,撤销\n居民议事会,桂语社区居民议事会,${community},${day}\n志愿者,没有过的队,${west},${day}`,
        ).toString('base64'),
      });
    const today = new Date(app.clock.now().getTime() + 8 * 3_600_000);
    const dayAfter = (days: number) => new Date(today.getTime() + days * day).toISOString().slice(0, 10);
    const wrong = await closing('年底');
    expect([wrong.code, wrong.lines[0]]).toEqual([1, expect.stringMatching(/^line 2, "撤销"/)]);
    expect((await closing(dayAfter(2))).lines[0]).toBe('0 added, 1 changed, 1 unchanged');
    // Until that day it is there.
    expect(await councilOf()).toMatchObject({ id });
    app.clock.forward(2 * day);

    expect((await around(west)).map(({ kind }) => kind)).not.toContain('residents-council');
    expect((await keep(neighbour, code)).body.code).toBe('body-invitation-unknown');
    expect((await resident<LocalBody[]>('GET /v1/me/bodies')).body).toEqual([]);
    expect((await write(resident, id, { where: '别处' })).status).toBe(404);
    expect((await handOn()).status).toBe(404);
    const asked = { options: { body: '桂语社区居民议事会', node: community } };
    expect((await command('invite', asked)).code).toBe(1);
    const kept = await app.database.kysely.selectFrom('body').selectAll().where('id', '=', id).execute();
    expect(kept).toMatchObject([{ address: '桂花树下', agenda: ['电梯'], kept_by_itself: true }]);
    expect(await app.ports.bodies.stewardOf(id)).toBeDefined();

    expect((await closing(dayAfter(2))).lines[0]).toBe('0 added, 0 changed, 2 unchanged');
    await importList();
    expect(await councilOf()).toMatchObject({ id, where: '桂花树下', keptBy: 'itself' });
    expect((await write(resident, id, { where: '新地方' })).status).toBe(200);
  });

  test('the steward hands on, the county invites anew: whoever came last keeps it, and nobody else', async () => {
    const code = invitationOf((await importList()).lines, '居民议事会');
    const [resident, neighbour, outsider] = [
      await as('resident'),
      await as('neighbour'),
      await as('outsider'),
    ];
    await keep(resident, code);
    const { id } = await councilOf();
    const handOn = { params: { id } };
    const handed = await resident<{ code: string }>('POST /v1/bodies/:id/invitations', handOn);
    expect((await keep(neighbour, handed.body.code)).status).toBe(201);
    expect((await write(resident, id, { where: '旧地方' })).body.code).toBe('not-your-card');
    expect((await resident<Problem>('POST /v1/bodies/:id/invitations', handOn)).body.code).toBe(
      'not-your-card',
    );

    const asked = { options: { body: '桂语社区居民议事会', node: community } };
    const invited = await command('invite', asked);
    app.clock.forward(15 * day);
    expect((await keep(outsider, invitationOf(invited.lines, 'invitation'))).body.code).toBe(
      'body-invitation-unknown',
    );
    expect(
      (await keep(outsider, invitationOf((await command('invite', asked)).lines, 'invitation'))).status,
    ).toBe(201);
    expect((await write(neighbour, id, { where: '旧地方' })).body.code).toBe('not-your-card');
    expect((await write(outsider, id, { where: '新地方' })).status).toBe(200);
    expect((await command('invite', { options: { body: '西湖区供水抢修', node: '330106' } })).code).toBe(1);
  });

  test('nobody with a post in the grid takes or keeps a card, whatever the post and whoever invited them', async () => {
    await importList();
    const { id } = await councilOf();
    let serial = 0;
    const post = fc.record({
      role: fc.constantFrom(...roles),
      node: fc.constantFrom('330106', community, west, east),
    });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(post, { maxLength: 3, selector: (of) => of.role }), async (grants) => {
        const persona = `post:${(serial += 1)}`;
        const personId = await addPerson(app.database, persona, { grants });
        const call = await app.as(persona);
        const inTheGrid = grants.some(({ role }) => role !== 'checkpoint');
        const code = await app.ports.bodies.invite(id, new Date(app.clock.now().getTime() + day));
        expect((await keep(call, code)).status).toBe(inTheGrid ? 403 : 201);
        // Even one who was steward before they got the post.
        await app.ports.bodies.keepBy(code, personId);
        const written = await write(call, id, { where: '二楼' });
        expect([written.status, written.body.code]).toEqual(
          inTheGrid ? [403, 'not-for-the-grid'] : [200, undefined],
        );
        expect((await call<LocalBody[]>('GET /v1/me/bodies')).body).toHaveLength(inTheGrid ? 0 : 1);
      }),
      { numRuns: 12 },
    );
  });

  test('an account that is closed leaves the card without a steward', async () => {
    const code = invitationOf((await importList()).lines, '居民议事会');
    const { id } = await councilOf();
    const personId = await addPerson(app.database, 'steward-who-leaves');
    await keep(await app.as('steward-who-leaves'), code);
    expect(await app.ports.bodies.stewardOf(id)).toBe(personId);
    await app.ports.accountClosing.close(personId);
    expect(await app.ports.bodies.stewardOf(id)).toBeUndefined();
  });
});
