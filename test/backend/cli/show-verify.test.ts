import { describeOnEachDatabase } from '../../support/database';
import { run } from '../../support/process';
import { startTestApp, type TestApp } from '../../support/server';

jest.setTimeout(60_000);

describeOnEachDatabase('npm run show and verify', (open) => {
  let app: TestApp;
  let env: Record<string, string>;
  beforeAll(async () => {
    app = await startTestApp({
      database: await open(),
      demo: true,
      options: { clock: { now: () => new Date() } },
    });
    const address = await app.server.listen({ host: '127.0.0.1', port: 0 });
    env = { HOST: '127.0.0.1', PORT: new URL(address).port };
  });
  afterAll(() => app.close());

  const command = async (program: 'show' | 'verify', args: string[], own = env) => {
    const running = run(`src/backend/cli/${program}.ts`, args, own);
    return { code: await running.ended, out: running.out().trim(), err: running.err().trim() };
  };

  test('a code shown passes with exit code 0; a changed one does not, with its reason', async () => {
    const shown = await command('show', ['--as', 'resident']);
    expect([shown.code, shown.out.startsWith('LL1:')]).toEqual([0, true]);
    const good = await command('verify', [shown.out]);
    expect([good.code, JSON.parse(good.out)]).toMatchObject([
      0,
      { result: 'pass', reason: 'green', maskedName: '张*兰' },
    ]);
    const at = 200;
    const other = shown.out[at] === 'A' ? 'B' : 'A';
    const changed = await command('verify', [shown.out.slice(0, at) + other + shown.out.slice(at + 1)]);
    expect(changed.code).toBe(1);
    expect((JSON.parse(changed.out) as { result: string }).result).not.toBe('pass');
  });

  test('one line and exit code 1 where there is no server, no code, no such persona', async () => {
    for (const [program, args, own] of [
      ['verify', ['LL1:X'], { ...env, PORT: '1' }],
      ['verify', [], env],
      ['show', [], env],
      ['show', ['--as', 'nobody'], env],
    ] as const) {
      const { code, err } = await command(program, [...args], own);
      expect([code, err.split('\n').length]).toEqual([1, 1]);
    }
  });
});
