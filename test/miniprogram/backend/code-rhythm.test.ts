import type { CodeKeeper } from '../../../src/miniprogram/backend/code-keeper';
import { keepFresh } from '../../../src/miniprogram/backend/code-rhythm';
import { hour, minute } from './support/phone';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** An open app: what it asked of the keeper, by when (ms since the start) and how old a code had to be. */
function open({ random = 0.5, signedIn = true, busyFor = 0 } = {}) {
  const started = Date.now();
  const asked: { at: number; age: number | undefined }[] = [];
  const state = { signedIn, busyFor };
  let show = (): void => undefined;
  const refresh = (age?: number): Promise<void> => {
    asked.push({ at: Date.now() - started, age });
    return Promise.reject(new Error('no network'));
  };
  keepFresh({
    code: { refresh, busyFor: () => state.busyFor } as unknown as CodeKeeper,
    signedIn: () => state.signedIn,
    random: () => random,
    onShow: (listener) => (show = listener),
  });
  return { asked, state, comeBack: () => show() };
}

test.each([
  [0, 45],
  [0.5, 60],
  [0.999, 75],
])(
  'left open, it renews hourly, no two phones at the same moment: chance %f, %d minutes',
  async (random, minutes) => {
    const { asked } = open({ random });
    await jest.advanceTimersByTimeAsync(44 * minute);
    expect(asked).toEqual([]);
    await jest.advanceTimersByTimeAsync(31 * minute);
    expect(asked.map(({ at }) => Math.round(at / minute))).toEqual([minutes]);
    await jest.advanceTimersByTimeAsync(4 * hour);
    expect(asked.length).toBeGreaterThanOrEqual(4);
  },
);

test('coming back to it renews what is past half of its day', async () => {
  const { asked, comeBack } = open();
  await jest.advanceTimersByTimeAsync(10 * minute);
  comeBack();
  expect(asked).toEqual([{ at: 10 * minute, age: undefined }]);
});

test('nobody signed in, nothing is asked', async () => {
  const { asked, comeBack } = open({ signedIn: false });
  comeBack();
  await jest.advanceTimersByTimeAsync(3 * hour);
  expect(asked).toEqual([]);
});

test('turned away by a busy server, it comes back when it was told to, not before', async () => {
  const { asked, state, comeBack } = open({ busyFor: 5 * minute });
  comeBack();
  await jest.advanceTimersByTimeAsync(4 * minute);
  expect(asked).toHaveLength(1);
  state.busyFor = 0;
  await jest.advanceTimersByTimeAsync(2 * minute);
  expect(asked.map(({ at }) => at)).toEqual([0, 5 * minute]);
  await jest.advanceTimersByTimeAsync(20 * minute);
  expect(asked).toHaveLength(2);
});
