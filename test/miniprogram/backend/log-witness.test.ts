import type { EndpointName } from '@contract/api';
import { HEADS_ASKED, type PublishedHead } from '@contract/audit/heads';
import { CallFailed, type Client } from '../../../src/miniprogram/backend/client';
import { createLogWitness } from '../../../src/miniprogram/backend/log-witness';
import { memoryStorage } from '../support/storage';

const DAY = 86_400_000;
const head = (seq: number, of = 'a'): PublishedHead => ({ seq, hash: of.repeat(64) });

/** A county with a log that holds some heads, and publishes the last. */
function county() {
  const state = { now: Date.UTC(2026, 10, 24), online: true, holds: [head(3)] };
  const asked: EndpointName[] = [];
  const storage = memoryStorage();
  const call = (name: EndpointName, input: { body?: { heads: PublishedHead[] } }) => {
    asked.push(name);
    if (!state.online) return Promise.reject(new CallFailed('offline'));
    const last = state.holds.at(-1);
    if (name === 'GET /v1/trust-list') return Promise.resolve(last ? { log: last } : {});
    const isHeld = (one: PublishedHead): boolean =>
      state.holds.some(({ seq, hash }) => one.seq === seq && one.hash === hash);
    return Promise.resolve({ heads: input.body?.heads.map((one) => ({ ...one, held: isHeld(one) })) });
  };
  const client = { call } as unknown as Pick<Client, 'call'>;
  const open = () => createLogWitness({ client, storage, now: () => state.now });
  const grow = (next: PublishedHead): void => {
    state.now += DAY;
    state.holds.push(next);
  };
  return { state, asked, storage, open, grow };
}

test('a log that only grows is asked about once a day, and nothing is said', async () => {
  const { state, asked, open, grow } = county();
  const log = await open();
  await log.ask();
  expect(asked).toEqual(['GET /v1/trust-list']);
  state.now += DAY - 1;
  await log.ask();
  expect(asked).toHaveLength(1);
  for (let seq = 4; seq < 30; seq++) {
    grow(head(seq));
    await log.ask();
  }
  expect(asked).toHaveLength(1 + 26 * 2);
  expect(log.lost()).toEqual([]);
});

test('one that no longer holds what this phone saw is told of, after a restart too, and once only', async () => {
  const { state, asked, open, grow } = county();
  const log = await open();
  await log.ask();
  const seenAt = state.now;
  let heard = 0;
  log.subscribe(() => (heard += 1));
  state.holds = [head(3, 'b')];
  grow(head(4, 'b'));
  await log.ask();
  const lost = [{ ...head(3), at: seenAt }];
  expect([log.lost(), heard]).toEqual([lost, 1]);
  grow(head(5, 'b'));
  const again = await open();
  await again.ask();
  expect(again.lost()).toEqual(lost);
  expect(asked.filter((name) => name === 'POST /v1/audit-log/heads')).toHaveLength(2);
});

test('one that was cut off, or that is gone altogether, is found as well', async () => {
  const { state, open, grow } = county();
  const log = await open();
  await log.ask();
  grow(head(9));
  await log.ask();
  state.now += DAY;
  state.holds.pop();
  await log.ask();
  expect(log.lost().map(({ seq }) => seq)).toEqual([9]);
  state.now += DAY;
  state.holds = [];
  await log.ask();
  expect(log.lost().map(({ seq }) => seq)).toEqual([9, 3]);
});

test('without an answer nothing is said, and the next meeting asks again', async () => {
  const { state, asked, open } = county();
  const log = await open();
  await log.ask();
  state.now += DAY;
  state.online = false;
  state.holds = [];
  await log.ask();
  expect(log.lost()).toEqual([]);
  state.online = true;
  await log.ask();
  expect(log.lost()).toHaveLength(1);
  expect(asked.filter((name) => name === 'GET /v1/trust-list')).toHaveLength(3);
});

test('so many are remembered and no more; none after signing out', async () => {
  const { storage, open, grow } = county();
  const log = await open();
  await log.ask();
  for (let seq = 4; seq < 24; seq++) {
    grow(head(seq));
    await log.ask();
  }
  const { seen } = JSON.parse([...storage.values.values()][0]!) as { seen: PublishedHead[] };
  expect(seen.map(({ seq }) => seq)).toEqual(
    Array.from({ length: HEADS_ASKED }, (_, at) => 24 - HEADS_ASKED + at),
  );
  await log.forget();
  expect([log.lost(), storage.values.size]).toEqual([[], 0]);
});
