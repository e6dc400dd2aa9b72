import * as fc from 'fast-check';
import { createVenueLog } from '../../../src/miniprogram/backend/venue-log';
import { day, hour, minute, storageOf } from './support/phone';

const start = Date.UTC(2026, 10, 24, 6);

async function phone(storage = storageOf()) {
  const state = { now: start, made: 0 };
  const open = () =>
    createVenueLog({
      storage,
      newId: () => Promise.resolve(`visit-${(state.made += 1)}`),
      now: () => state.now,
    });
  return { storage, state, open, log: await open() };
}
const market = { venueId: 'market', venueName: '桂语菜场', checked: true };
const library = { venueId: 'library', venueName: '图书馆', checked: false };

describe('the visits on a phone', () => {
  it('stand there newest first, also after the app was closed', async () => {
    const { log, state, open } = await phone();
    await log.add(market);
    state.now += hour;
    await log.add(library);
    const kept = [
      { ...library, id: 'visit-2', at: start + hour },
      { ...market, id: 'visit-1', at: start },
    ];
    expect(log.visits()).toEqual(kept);
    expect((await open()).visits()).toEqual(kept);
  });

  it('go after fourteen days: at the next scan, at the next look, at the next opening', async () => {
    for (const then of ['scan', 'look', 'opening'] as const) {
      const { log, state, open } = await phone();
      await log.add(market);
      state.now += 14 * day - minute;
      await log.drop();
      expect(log.visits()).toHaveLength(1);
      state.now += minute;
      if (then === 'scan') await log.add(library);
      if (then === 'look') await log.drop();
      const left = then === 'opening' ? (await open()).visits() : log.visits();
      expect(left.map(({ venueId }) => venueId)).toEqual(then === 'scan' ? ['library'] : []);
    }
  });

  it('are deleted one by one or all at once, and then nothing of them is left', async () => {
    const { log, storage } = await phone();
    await log.add(market);
    await log.add(library);
    await log.see(['notice']);
    await log.remove('visit-2');
    expect(log.visits().map(({ venueId }) => venueId)).toEqual(['market']);
    expect(log.seen()).toEqual(['notice']);
    await log.clear();
    expect([log.visits(), log.seen()]).toEqual([[], []]);
    expect([...storage.values]).toEqual([]);
  });

  it('are told to the pages at each change, and only then', async () => {
    const { log } = await phone();
    const heard = jest.fn();
    const stop = log.subscribe(heard);
    await log.add(market);
    await log.see(['notice']);
    await log.see(['notice']);
    await log.drop();
    expect(heard).toHaveBeenCalledTimes(2);
    stop();
    await log.clear();
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('are never older than fourteen days nor out of order, whatever is scanned when', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 5 * day })), async (pauses) => {
        const { log, state } = await phone();
        for (const pause of pauses) {
          state.now += pause;
          await log.add(market);
        }
        const times = log.visits().map(({ at }) => at);
        expect(times).toEqual([...times].sort((a, b) => b - a));
        for (const at of times) expect(state.now - at).toBeLessThan(14 * day);
      }),
    );
  });
});
