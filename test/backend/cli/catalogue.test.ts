import type { OutputOf } from '../../../src/contract/api';
import { runAdmin } from '../../../src/backend/cli/admin/commands';
import { catalogue as builtIn } from '../../../src/contract/service-request/catalogue';
import type { Catalogue } from '../../../src/contract/service-request/category';
import { describeOnEachDatabase } from '../../support/database';
import { startTestApp, type TestApp } from '../../support/server';

describeOnEachDatabase('npm run admin -- catalogue', (open) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
  });
  afterAll(() => app.close());

  const run = (act: string, file?: unknown, version?: string) =>
    runAdmin(
      {
        command: 'catalogue',
        args: [act, ...(version === undefined ? (file === undefined ? [] : ['catalogue.json']) : [version])],
        options: {},
        file: Buffer.from(typeof file === 'string' ? file : JSON.stringify(file ?? null)).toString('base64'),
      },
      app.admin,
    );
  const published = async () =>
    (await app.call<OutputOf<'GET /v1/service-catalogue'>>('GET /v1/service-catalogue')).body;
  const exported = async (version?: string) =>
    JSON.parse((await run('export', undefined, version)).lines.join('\n')) as Catalogue;

  test('what is published is the whole of it, with its sound', async () => {
    const { version, categories } = await published();
    expect(version).toBe(builtIn.version);
    expect(categories.map(({ pinyin: _, ...category }) => category)).toEqual(
      JSON.parse(JSON.stringify(builtIn.categories)),
    );
    expect(categories.find(({ code }) => code === 'stairs-clutter')?.pinyin).toContain('lou dao dui wu');
    expect(categories.filter(({ pinyin }) => pinyin[0] === '')).toEqual([]);
  });

  test('a county exports it, changes it, has it checked and puts it in force', async () => {
    const ours = await exported();
    ours.version = 'west-lake-2027-1';
    ours.categories = ours.categories.filter(({ code }) => code !== 'village-council');
    const rubbish = ours.categories.find(({ code }) => code === 'rubbish');
    Object.assign(rubbish ?? {}, { resolve: { hours: 6 } });
    expect(await run('check', ours)).toEqual({
      code: 0,
      lines: [expect.stringMatching(/^west-lake-2027-1: \d+ grid, \d+ referral, 4 council; nothing wrong/)],
    });
    expect((await published()).version).toBe(builtIn.version);
    expect(await run('import', ours)).toMatchObject({ code: 0, lines: [expect.anything(), 'in force'] });
    const now = await published();
    expect(now.version).toBe('west-lake-2027-1');
    expect(now.categories.find(({ code }) => code === 'rubbish')).toMatchObject({ resolve: { hours: 6 } });
    expect(now.categories.some(({ code }) => code === 'village-council')).toBe(false);
    expect((await run('import', ours)).lines[1]).toMatch(/^unchanged/);
    expect(await exported(builtIn.version)).toEqual(JSON.parse(JSON.stringify(builtIn)));
  });

  test('another content under a version is refused, by the check too', async () => {
    const other = { ...(await exported()), categories: builtIn.categories };
    for (const act of ['check', 'import']) {
      const { code, lines } = await run(act, other);
      expect([code, lines[0]]).toEqual([1, expect.stringMatching(/^\/version: there is another catalogue/)]);
    }
  });

  test('whatever is wrong is a line of its own, and nothing of the file is taken', async () => {
    const before = (await published()).version;
    const wrong = (await exported()) as unknown as {
      version: string;
      categories: { code: string; name: unknown }[];
    };
    wrong.version = 'west-lake-2027-2';
    Object.assign(wrong.categories[0] ?? {}, { name: { zh: '是谁', en: 'Who is it' } });
    Object.assign(wrong.categories[1] ?? {}, { photos: 'many' });
    for (const act of ['check', 'import']) {
      const { code, lines } = await run(act, wrong);
      expect(code).toBe(1);
      expect(lines).toEqual([
        `/categories/0/name (${wrong.categories[0]?.code ?? ''}): asks-for-a-person: 是谁`,
        `/categories/1/photos (${wrong.categories[1]?.code ?? ''}): shape: Expected integer`,
        '2 faults: nothing of this file was taken',
      ]);
    }
    expect((await published()).version).toBe(before);
    expect(await run('import', '{')).toEqual({ code: 1, lines: ['the file is not JSON'] });
    expect((await run('look')).lines[0]).toMatch(/^say catalogue check/);
    expect((await run('export', undefined, 'never')).lines).toEqual(['there is no catalogue never']);
  });
});
