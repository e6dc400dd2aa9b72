import type { ServiceRequest } from '../../../src/contract/api';
import { runAdmin } from '../../../src/backend/cli/admin/commands';
import { describeOnEachDatabase } from '../../support/database';
import { year2031 } from '../../support/published-years';
import { type CallEndpoint, startTestApp, type TestApp } from '../../support/server';
import { addWorld, personaOf, westAddress } from '../../support/world';

const at = (text: string): string => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();

describeOnEachDatabase('npm run admin -- calendar', (open) => {
  let app: TestApp;
  let resident: CallEndpoint;
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
    await addWorld(app.database);
    app.clock.forward(Date.parse(at('2031-04-30 17:00')) - app.clock.now().getTime());
    resident = await app.as(personaOf('resident'));
  });
  afterAll(() => app.close());

  const run = (act: string, file?: unknown) =>
    runAdmin(
      {
        command: 'calendar',
        args: [act, 'year.json'],
        options: {},
        file: Buffer.from(typeof file === 'string' ? file : JSON.stringify(file ?? null)).toString('base64'),
      },
      app.admin,
    );
  const dueOf = async (id: string) =>
    (await resident<ServiceRequest>('GET /v1/service-requests/:id', { params: { id } })).body.due;

  test('a year brought by file moves the limits that were provisional, and says how many', async () => {
    const { body: filed } = await resident<ServiceRequest>('POST /v1/service-requests', {
      body: {
        category: 'rubbish',
        answers: { what: ['bulky'], since: 'days' },
        place: { addressId: westAddress },
      },
    });
    // Wednesday 17:00, half an hour before the end: Labour Day is thought to be worked, for nobody has published the year.
    const before = await dueOf(filed.id);
    expect(before).toMatchObject({ provisional: true, at: at('2031-05-01 10:00') });

    expect(await run('import', year2031)).toEqual({
      code: 0,
      lines: ['2031: 8 days', '1 requests have another limit now'],
    });
    expect(await dueOf(filed.id)).toMatchObject({ provisional: false, at: at('2031-05-02 10:00') });
    expect(await run('import', year2031)).toEqual({
      code: 0,
      lines: ['unchanged: 2031 was brought before'],
    });
    expect((await run('list')).lines).toEqual(['2031: 8 days, （测试）2031', '1 years brought by file']);
  });

  test('whatever is wrong is named, and nothing of the file is taken', async () => {
    expect(await run('import', '{')).toEqual({ code: 1, lines: ['the file is not JSON'] });
    const { code, lines } = await run('import', { ...year2031, year: 2032 });
    expect(code).toBe(1);
    expect(lines.at(-1)).toMatch(/^\d+ faults: nothing of this file was taken$/);
    expect((await run('look')).lines).toEqual(['say calendar import <file>, or calendar list']);
    expect((await run('list')).lines).toHaveLength(2);
  });
});
