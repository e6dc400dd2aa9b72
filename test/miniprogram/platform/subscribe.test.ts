import type * as Subscribe from '../../../src/miniprogram/platform/subscribe';

const template = 'T'.repeat(43);
type Options = {
  tmplIds: string[];
  success(answer: Record<string, string>): void;
  fail(error: { errCode?: number }): void;
};

/** The platform as the build for `env` has it. */
function on(env: 'weapp' | 'h5', requestSubscribeMessage?: (options: Options) => void): typeof Subscribe {
  process.env.TARO_ENV = env;
  Object.assign(globalThis, { wx: { requestSubscribeMessage } });
  let loaded: typeof Subscribe | undefined;
  jest.isolateModules(() => {
    loaded = jest.requireActual<typeof Subscribe>('../../../src/miniprogram/platform/subscribe');
  });
  if (!loaded) throw new Error('not loaded');
  return loaded;
}

describe('asking WeChat for one message', () => {
  const before = process.env.TARO_ENV;
  afterAll(() => {
    process.env.TARO_ENV = before;
    Reflect.deleteProperty(globalThis, 'wx');
  });

  it.each<[string, string, 'yes' | 'no']>([
    ['allowed', 'accept', 'yes'],
    ['allowed with a sound', 'acceptWithAudio', 'yes'],
    ['refused', 'reject', 'no'],
    ['a template that WeChat has banned', 'ban', 'no'],
    ['a template like another', 'filter', 'no'],
  ])('%s', async (_, said, answer) => {
    const asked: string[][] = [];
    const platform = on('weapp', ({ tmplIds, success }) => {
      asked.push(tmplIds);
      success({ errMsg: 'ok', [template]: said });
    });
    expect(platform.canSubscribe()).toBe(true);
    const answering = platform.askForMessage(template);
    // In the same breath as the tap.
    expect(asked).toEqual([[template]]);
    expect(await answering).toBe(answer);
  });

  it('tells apart that all messages are switched off', async () => {
    expect(await on('weapp', ({ fail }) => fail({ errCode: 20004 })).askForMessage(template)).toBe('off');
    expect(await on('weapp', ({ fail }) => fail({ errCode: 10002 })).askForMessage(template)).toBe('no');
  });

  it('is offered neither on the web nor by a WeChat that cannot', async () => {
    const web = on('h5', () => {
      throw new Error('asked');
    });
    expect([web.canSubscribe(), await web.askForMessage(template)]).toEqual([false, 'no']);
    const old = on('weapp');
    expect([old.canSubscribe(), await old.askForMessage(template)]).toEqual([false, 'no']);
  });
});
