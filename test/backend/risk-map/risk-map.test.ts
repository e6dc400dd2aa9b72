import { randomUUID } from 'node:crypto';
import type { ColourView, MapNode, ProposalView } from '../../../src/contract/api';
import type { ActOf } from '../../../src/contract/proposal/act';
import type { RiskLevel } from '../../../src/contract/risk-map/level';
import { builtInRules } from '../../../src/contract/health-rules/built-in';
import type { HealthRule } from '../../../src/contract/health-rules/rule';
import { runAdmin } from '../../../src/backend/cli/admin/commands';
import { rulesHandler } from '../../../src/backend/adapters/embedded/health-rules/act-handler';
import { riskLevelHandler } from '../../../src/backend/adapters/embedded/risk-levels/act-handler';
import type { Proposal } from '../../../src/backend/ports/proposals';
import type { Problem } from '../../../src/contract/errors';
import { addOfficials } from '../../support/officials';
import { eventually } from '../../support/eventually';
import { describeOnEachDatabase } from '../../support/database';
import { startTestApp, type TestApp } from '../../support/server';
import { addWorld, community, east, elsewhere, personaOf, west, type WorldRole } from '../../support/world';

const reason = { zh: '7 天内有新增', en: 'New cases within 7 days' };
const indicators = [{ name: { zh: '7 天内新增', en: 'New in 7 days' }, value: '12 例' }];
const level = (node: string, to: RiskLevel): ActOf<'risk-level'> => ({
  kind: 'risk-level',
  level: { node, level: to, reason, indicators },
});
/** Of a proposal that has been signed, all that a handler looks at. */
const signed = (): Proposal => ({ id: randomUUID() }) as Proposal;

describeOnEachDatabase('the rules and the map that colours are decided by', (open) => {
  let app: TestApp;
  let who: Record<WorldRole, string>;
  beforeAll(async () => {
    const database = await open();
    app = await startTestApp({ database });
    who = await addWorld(database);
    await addOfficials(database, who);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.database.kysely.deleteFrom('risk_level').execute();
    await app.database.kysely.deleteFrom('health_rule_set').execute();
    await app.ports.colours.recolourPlace('everyone');
    app.clock.forward(60_000);
  });

  const map = async (under?: string): Promise<MapNode[]> =>
    (await app.call<MapNode[]>('GET /v1/risk-map', under ? { query: { under } } : {})).body;
  const levels = () => riskLevelHandler(app.ports);
  const set = async (node: string, to: RiskLevel): Promise<void> => {
    expect(await levels().apply(level(node, to), signed())).toMatchObject({ ok: true });
    await app.ports.colours.recolourPlace({ under: node });
    app.clock.forward(60_000);
  };
  const colourOf = async (role: WorldRole): Promise<ColourView> => {
    const call = await app.as(personaOf(role));
    return (await call<ColourView>('GET /v1/colours/:personId', { params: { personId: who[role] } })).body;
  };

  describe('the map', () => {
    it('shows nobody a level where none is set', async () => {
      expect(await map()).toEqual([]);
    });

    it('says level, since when, why and on what, and keeps what it was before', async () => {
      await set(community, 'guarded');
      await set(west, 'high');
      await set(west, 'medium');
      const [of, above] = await map(west);
      expect(of).toMatchObject({ node: west, name: '第 1 网格', level: 'medium', reason, indicators });
      expect(of?.history).toMatchObject([{ level: 'high', reason, endedAt: of?.since }]);
      expect(above).toMatchObject({ node: community, name: '桂语社区', level: 'guarded', history: [] });
      expect((await map(community)).map(({ node }) => node)).toEqual([west, community]);
      expect(await map(elsewhere)).toEqual([]);
    });

    it('is the same for everybody and need not be sent twice', async () => {
      await set(west, 'medium');
      const { headers, status } = await app.call('GET /v1/risk-map', { query: { under: west } });
      expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=0']);
      const again = { query: { under: west }, headers: { 'if-none-match': String(headers['etag']) } };
      expect((await app.call('GET /v1/risk-map', again)).status).toBe(304);
    });

    it('turns those who live there when it is raised, and turns them back when it is lowered', async () => {
      expect((await colourOf('resident')).colour).toBe('green');
      await set(west, 'high');
      expect(await colourOf('resident')).toMatchObject({
        colour: 'yellow',
        reasons: [{ rule: 'LL-Y-0009', source: 'risk-map' }],
      });
      expect((await colourOf('outsider')).colour).toBe('green');
      await set(west, 'highest');
      expect((await colourOf('resident')).colour).toBe('red');
      await set(west, 'low');
      expect((await colourOf('resident')).colour).toBe('green');
    });

    it('is raised by two of the level above, and lowered by one', async () => {
      const propose = async (official: string, to: RiskLevel, node = west) =>
        (await app.as(`world:${official}`))<ProposalView & Problem>('POST /v1/proposals', {
          body: { act: level(node, to), reason: '流调报告 12 号' },
        });
      const own = await propose('officer', 'high', community);
      expect([own.status, own.body.code]).toEqual([403, 'outside-your-place']);
      const { body: filed } = await propose('officer', 'high');
      expect(filed).toMatchObject({ state: 'waiting', may: ['withdraw'], node: west });
      expect(filed.worsens).toBeGreaterThanOrEqual(1);
      expect(filed.lines).toContainEqual({
        label: { zh: '等级', en: 'Level' },
        value: { zh: '高风险', en: 'High' },
      });
      expect(await map(west)).toEqual([]);
      const second = await app.as('world:officer-2');
      const signed = await second<ProposalView>('POST /v1/proposals/:id/signature', {
        params: { id: filed.id },
      });
      expect(signed.body.state).toBe('applied');
      await eventually(async () => expect((await colourOf('resident')).colour).toBe('yellow'));
      app.clock.forward(60_000);
      expect((await propose('officer', 'low')).body.state).toBe('applied');
      await eventually(async () => expect((await colourOf('resident')).colour).toBe('green'));
      expect((await map(west))[0]).toMatchObject({ level: 'low', history: [{ level: 'high' }] });
    });

    it('waits for a second when it is raised or set again, and counts at once when it is lowered', async () => {
      const could = async (node: string, to: RiskLevel) =>
        (await levels().weigh(level(node, to))).couldWorsen;
      expect(await could(west, 'high')).toBe(true);
      await set(west, 'high');
      expect(await could(west, 'high')).toBe(true);
      expect(await could(west, 'highest')).toBe(true);
      expect(await could(west, 'medium')).toBe(false);
      expect(await could(east, 'low')).toBe(false);
      // Its own level would stay when that of the community falls: later it could be the higher one.
      await set(community, 'high');
      expect(await could(east, 'medium')).toBe(true);
    });

    it('counts whom a level would turn, a county’s together, and knows no level of what is no place', async () => {
      const { worsens, counted } = await levels().weigh(level(west, 'high'));
      expect(worsens).toBeGreaterThanOrEqual(1);
      expect(counted).toBe('risk-map 330106');
      expect((await levels().weigh(level(west, 'guarded'))).worsens).toBe(0);
      expect(await levels().nodeOf(level('330106990999', 'high'))).toBeUndefined();
      expect(await levels().nodeOf(level(west, 'high'))).toBe(west);
    });
  });

  describe('the rules', () => {
    const rules = () => rulesHandler({ ...app.ports, county: '330106' });
    const act = (of: readonly unknown[]): ActOf<'rules'> => ({ kind: 'rules', rules: of });
    const withoutHome = builtInRules.filter(({ AffectedKind }) => AffectedKind !== null);
    const inForce = async (): Promise<HealthRule[]> =>
      (await app.call<HealthRule[]>('GET /v1/health-rules')).body;

    it('are those this software comes with, for anybody to read, until a county has signed its own', async () => {
      expect(await inForce()).toEqual(builtInRules);
      expect(await rules().apply(act(withoutHome), signed())).toMatchObject({ ok: true });
      expect(await inForce()).toEqual(withoutHome);
    });

    it('are sent once', async () => {
      const { headers } = await app.call('GET /v1/health-rules');
      const again = { headers: { 'if-none-match': String(headers['etag']) } };
      expect((await app.call('GET /v1/health-rules', again)).status).toBe(304);
    });

    it('count at once when some are only left out, and otherwise wait, however few they turn', async () => {
      expect(await rules().weigh(act(withoutHome))).toEqual({
        couldWorsen: false,
        worsens: 0,
        counted: 'rules 330106',
      });
      const [first, ...rest] = builtInRules;
      const spoken = { ...first, Version: '1.0.1', Description: { zh: '换个说法', en: 'In other words' } };
      expect((await rules().weigh(act([spoken, ...rest]))).couldWorsen).toBe(false);
      const longer = { ...first, ValidTo: '2029-12-31T16:00:00.000Z' };
      expect((await rules().weigh(act([longer, ...rest]))).couldWorsen).toBe(true);
    });

    it('count whom they would turn', async () => {
      const fromMedium = builtInRules.map((rule) =>
        rule.Identifier === 'LL-Y-0009'
          ? {
              ...rule,
              Logic: JSON.parse(
                JSON.stringify(rule.Logic).replaceAll('since.high', 'since.medium'),
              ) as unknown,
              Examples: rule.Examples.filter(({ name }) => name.en !== 'Lowered to medium'),
            }
          : rule,
      );
      await set(west, 'medium');
      const { worsens, couldWorsen } = await rules().weigh(act(fromMedium));
      expect(couldWorsen).toBe(true);
      expect(worsens).toBeGreaterThanOrEqual(1);
      expect((await colourOf('resident')).colour).toBe('green');
    });

    it('are checked, tried and proposed from the command line; a second officer signs them', async () => {
      const run = (args: string[], of: unknown, options: Record<string, string> = {}) =>
        runAdmin(
          { command: 'rules', args, options, file: Buffer.from(JSON.stringify(of)).toString('base64') },
          app.admin,
        );
      expect((await run([], builtInRules)).code).toBe(1);
      expect(await run(['check', 'f'], builtInRules)).toEqual({
        code: 0,
        lines: [`${builtInRules.length} rules, nothing wrong with them`],
      });
      const wrong = await run(['propose', 'f'], [{ ...builtInRules[0], Logic: false }]);
      expect(wrong.code).toBe(1);
      expect(wrong.lines).toContainEqual(expect.stringContaining('LL-R-0001: no-end'));
      await set(west, 'high');
      await eventually(async () => expect((await colourOf('resident')).colour).toBe('yellow'));
      const tried = await run(['try', 'f'], withoutHome);
      expect(tried.lines[0]).toBe('changed: LL-R-0005, LL-Y-0009');
      expect(tried.lines[1]).toMatch(/^0 people would get a worse colour, [1-9]\d* a better one$/);

      const by = { as: who['county-officer'], reason: '不再按住址' };
      expect((await run(['propose', 'f'], builtInRules, { as: who['county-officer'] })).code).toBe(1);
      expect((await run(['propose', 'f'], builtInRules, { ...by, as: who.officer })).lines[0]).toMatch(
        /county/,
      );
      expect((await run(['propose', 'f'], withoutHome, by)).lines[0]).toMatch(/^in force/);
      expect(await inForce()).toEqual(withoutHome);
      app.clock.forward(60_000);
      const back = await run(['propose', 'f'], builtInRules, { ...by, reason: '还是按住址' });
      expect(back.lines[0]).toMatch(/^proposed: .* turns [1-9]/);
      const [, id = ''] = /^proposed: ([^,]+)/.exec(back.lines[0] ?? '') ?? [];
      const second = await app.as('world:county-officer-2');
      const signed = await second<ProposalView>('POST /v1/proposals/:id/signature', { params: { id } });
      expect(signed.body.state).toBe('applied');
      expect(await inForce()).toEqual(builtInRules);
    });

    it('are not put in force when something is wrong with them', async () => {
      const [first, ...rest] = builtInRules;
      const endless = { ...first, Logic: false };
      expect(await rules().weigh(act([endless, ...rest]))).toMatchObject({ couldWorsen: true, worsens: 0 });
      expect(await rules().apply(act([endless, ...rest]), signed())).toEqual({
        ok: false,
        failure: 'outdated',
      });
      expect(await inForce()).toEqual(builtInRules);
    });
  });
});
