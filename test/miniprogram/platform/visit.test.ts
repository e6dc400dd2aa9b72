import type * as Module from '../../../src/miniprogram/platform/visit';

type Visit = typeof Module;
type Store = Module.Store;

/** A phone's store that can be blocked or full at any time, and what it has for the next visit. */
function phone() {
  const kept = new Map<string, unknown>();
  const can = { read: true, write: true };
  const act = <T>(able: boolean, work: () => T): Promise<T> =>
    able ? Promise.resolve(work()) : Promise.reject(new Error('storage'));
  const store: Store = {
    read: (key) => act(can.read, () => kept.get(key)),
    write: (key, value) => act(can.write, () => kept.set(key, value)),
    remove: (key) => act(can.write, () => kept.delete(key)),
    keys: () => act(can.read, () => [...kept.keys()]),
  };
  return { kept, can, store };
}

let visit: Visit;
beforeEach(() => {
  jest.resetModules();
  visit = jest.requireActual<Visit>('../../../src/miniprogram/platform/visit');
});

test('a phone that keeps everything says nothing', async () => {
  const { store, kept } = phone();
  const told = jest.fn();
  visit.onKeepingChange(told);
  const safe = visit.orHeld(store);
  await safe.write('draft', 'words');
  expect([await safe.read('draft'), kept.get('draft')]).toEqual(['words', 'words']);
  await safe.remove('draft');
  expect([await safe.read('draft'), kept.size]).toEqual([undefined, 0]);
  expect([visit.isKeeping(), told.mock.calls.length]).toEqual([true, 0]);
});

test('where storage is blocked, what is written is there for this visit, and the person is told once', async () => {
  const { store, can, kept } = phone();
  can.read = can.write = false;
  const told = jest.fn();
  visit.onKeepingChange(told);
  const safe = visit.orHeld(store);
  expect(await safe.read('outbox')).toBeUndefined();
  await safe.write('outbox', ['a request']);
  expect(await safe.read('outbox')).toEqual(['a request']);
  await safe.remove('outbox');
  expect(await safe.read('outbox')).toBeUndefined();
  expect([visit.isKeeping(), told.mock.calls.length, kept.size]).toEqual([false, 1, 0]);
});

test('a full phone shows what was written last, not what it kept before; with room again it keeps that', async () => {
  const { store, can, kept } = phone();
  kept.set('draft', 'old');
  const safe = visit.orHeld(store);
  can.write = false;
  await safe.write('draft', 'new');
  expect([await safe.read('draft'), kept.get('draft'), visit.isKeeping()]).toEqual(['new', 'old', false]);
  can.write = true;
  await safe.write('draft', 'newer');
  expect([await safe.read('draft'), kept.get('draft'), visit.isKeeping()]).toEqual(['newer', 'newer', true]);
});

test('what could not be read is not written over: it may be unsent', async () => {
  const { store, can, kept } = phone();
  kept.set('outbox', ['from yesterday']);
  can.read = false;
  const safe = visit.orHeld(store);
  await safe.read('outbox');
  can.read = true;
  await safe.write('outbox', ['from today']);
  expect([await safe.read('outbox'), kept.get('outbox')]).toEqual([['from today'], ['from yesterday']]);
  expect(visit.isKeeping()).toBe(false);
});

test('what was to be removed and could not is gone for this visit, and told', async () => {
  const { store, can, kept } = phone();
  kept.set('session', 'token');
  const safe = visit.orHeld(store);
  can.write = false;
  await safe.remove('session');
  expect([await safe.read('session'), visit.isKeeping()]).toEqual([undefined, false]);
});
