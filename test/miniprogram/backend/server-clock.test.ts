import { createServerClock } from '../../../src/miniprogram/backend/server-clock';
import { hour, minute, second, storageOf, world } from './support/phone';

async function phone(storage = storageOf()) {
  const state = { wall: Date.UTC(2026, 10, 24, 6), steady: 0 };
  const deps = { storage, now: () => state.wall, elapsed: () => state.steady };
  const pass = (ms: number): void => {
    state.wall += ms;
    state.steady += ms;
  };
  return { state, pass, deps, clock: await createServerClock(deps) };
}

describe('the server’s clock on the phone', () => {
  test('never measured, it is the phone’s own', async () => {
    const { clock, state } = await phone();
    expect(clock.now()).toBe(state.wall);
    expect(clock.offset()).toBeUndefined();
  });

  test('takes half of the way there and back', async () => {
    const { clock, state, pass } = await phone();
    pass(4 * second);
    clock.hear(state.wall - 2 * second, 4 * second, 0);
    expect(clock.offset()).toBe(0);
  });

  test('outlives a restart', async () => {
    const storage = storageOf();
    const { clock, state } = await phone(storage);
    clock.hear(state.wall + 4 * minute, 0, 0);
    expect((await phone(storage)).clock.offset()).toBe(4 * minute);
  });

  test('a coarse reading that agrees does not blur a fine one; one that does not agree counts', async () => {
    const { clock, state } = await phone();
    clock.hear(state.wall + 300, 0, 0);
    clock.hear(state.wall + 900, 0, 500);
    expect(clock.offset()).toBe(300);
    clock.hear(state.wall + 5 * second, 0, 500);
    expect(clock.offset()).toBe(5 * second);
  });

  test.each([[5 * second], [4 * minute], [3 * hour]])(
    'set back by %d ms without a network, the phone is corrected at once',
    async (back) => {
      const { clock, state, pass } = await phone();
      clock.hear(state.wall, 0, 0);
      pass(hour);
      const before = clock.now();
      state.wall -= back;
      pass(second);
      expect(clock.now()).toBe(before + second);
    },
  );

  test('set back after a sleep, in which the counter stood still, it is corrected too', async () => {
    const { clock, state, pass } = await phone();
    clock.hear(state.wall, 0, 0);
    state.wall += 8 * hour;
    const awake = clock.now();
    state.wall -= 4 * minute;
    pass(second);
    expect(clock.now()).toBe(awake + second);
  });

  test('a sleep alone changes nothing', async () => {
    const { clock, state } = await phone();
    clock.hear(state.wall, 0, 0);
    state.wall += 8 * hour;
    expect(clock.now()).toBe(state.wall);
    expect(clock.offset()).toBe(0);
  });
});

test('a phone set to another time while offline is measured anew at the next call, whatever it is', async () => {
  const { open, shown, state } = world({ way: second });
  const keeper = await open();
  await keeper.refresh();
  state.skew = 3 * hour;
  expect(await shown(keeper)).not.toMatchObject({ result: 'pass' });
  // Nothing is due: only the family is asked for.
  await keeper.refresh();
  expect(await shown(keeper)).toMatchObject({ result: 'pass' });
});
