import { builtInRules } from '../../../src/contract/health-rules/built-in';
import type { HealthRule } from '../../../src/contract/health-rules/rule';
import { runAdmin } from '../../../src/backend/cli/admin/commands';
import { describeOnEachDatabase } from '../../support/database';
import { startTestApp, type TestApp } from '../../support/server';
import { addWorld, personaOf } from '../../support/world';

/** A fever is no longer yellow but red. */
const stricter: readonly HealthRule[] = builtInRules.map((rule) =>
  rule.Identifier === 'LL-Y-0001' ? { ...rule, Identifier: 'LL-R-0901', Colour: 'red' } : rule,
);
const lenient = builtInRules.filter(({ Identifier }) => Identifier !== 'LL-Y-0001');

describeOnEachDatabase('npm run admin -- rules', (open) => {
  let app: TestApp;
  beforeAll(async () => {
    const database = await open();
    app = await startTestApp({ database });
    const ids = await addWorld(database);
    const resident = await app.as(personaOf('resident'));
    await resident('POST /v1/declarations', {
      body: { symptoms: ['fever'], temperature: 38.2, onsetOn: '2026-11-24', contact: false },
    });
    expect((await app.ports.colours.last(ids.resident)).colour).toBe('yellow');
    const post = { role: 'officer' as const, node: '330106', workPhone: '0571-5550-0001', hours: '' };
    await app.admin.register.putStaff(
      [
        { staffNumber: 'QX01', name: '陆文涛', ...post },
        { staffNumber: 'SQ01', name: '周敏', ...post, node: '330106990001' },
      ],
      'test',
    );
  });
  afterAll(() => app.close());

  const run = (act: string, rules: unknown, options: Record<string, string> = {}) =>
    runAdmin(
      {
        command: 'rules',
        args: [act, 'rules.json'],
        options,
        file: Buffer.from(typeof rules === 'string' ? rules : JSON.stringify(rules)).toString('base64'),
      },
      app.admin,
    );
  const setConfirmed = async (staffNumber: string, confirmed: boolean) => {
    const person = await app.admin.register.find(staffNumber);
    await app.database.kysely
      .updateTable('person')
      .set({ confirmed })
      .where('id', '=', person?.id ?? '')
      .execute();
  };

  test('check names what is wrong, rule by rule, and takes nothing of the file', async () => {
    expect(await run('check', builtInRules)).toEqual({
      code: 0,
      lines: [`${builtInRules.length} rules, nothing wrong with them`],
    });
    expect(await run('check', '{')).toEqual({ code: 1, lines: ['the file is not JSON'] });
    const [first, ...others] = builtInRules;
    const twice = await run('check', [first, first, ...others]);
    expect(twice.code).toBe(1);
    expect(twice.lines[0]).toMatch(new RegExp(`^${first?.Identifier}: identifier-twice`));
    expect(twice.lines.at(-1)).toMatch(/nothing of this file was taken$/);
    expect((await run('look', builtInRules)).lines[0]).toMatch(/^say rules check/);
  });

  test('try says whom they would turn, and writes nothing', async () => {
    expect((await run('try', stricter)).lines).toEqual([
      expect.stringMatching(/^changed: .*LL-R-0901/),
      '1 people would get a worse colour, 0 a better one',
    ]);
    expect((await run('try', lenient)).lines.at(-1)).toBe(
      '0 people would get a worse colour, 1 a better one',
    );
    expect((await run('try', builtInRules)).lines[0]).toBe('no rule would decide otherwise');
    expect((await app.ports.healthRules.inForce()).map(({ Identifier }) => Identifier)).not.toContain(
      'LL-R-0901',
    );
  });

  test('propose needs an officer of the county who is confirmed, and a reason', async () => {
    const options = { as: 'QX01', reason: '按新的防控方案' };
    expect((await run('propose', stricter, { ...options, as: 'nobody' })).lines[0]).toMatch(/--as/);
    expect((await run('propose', stricter, { ...options, reason: ' ' })).lines[0]).toMatch(/--reason/);
    await setConfirmed('QX01', false);
    expect((await run('propose', stricter, options)).lines[0]).toMatch(/not confirmed yet/);
    for (const staffNumber of ['QX01', 'SQ01']) await setConfirmed(staffNumber, true);
    expect((await run('propose', stricter, { ...options, as: 'SQ01' })).lines[0]).toMatch(
      /officer of the county/,
    );
    const proposed = await run('propose', stricter, options);
    expect(proposed).toMatchObject({
      code: 0,
      lines: [
        expect.stringMatching(/^proposed: .*it turns 1 people$/),
        expect.stringMatching(/second officer/),
      ],
    });
    expect((await app.ports.healthRules.inForce()).map(({ Identifier }) => Identifier)).not.toContain(
      'LL-R-0901',
    );
  });
});
