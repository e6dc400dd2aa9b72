import { CallFailed, type Client } from '../../../src/miniprogram/backend/client';
import { createGateCounts } from '../../../src/miniprogram/backend/gate-counts';
import { memoryStorage } from '../support/storage';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 24, 6, 59);
const hour = (at: number) => new Date(at).toISOString();
const sixth = hour(Date.UTC(2026, 10, 24, 6));
const seventh = hour(Date.UTC(2026, 10, 24, 7));

function world() {
  const state = { time: START, refusal: undefined as CallFailed | undefined };
  const sent: unknown[] = [];
  const storage = memoryStorage();
  const client = {
    call(name: string, input: unknown) {
      if (state.refusal) return Promise.reject(state.refusal);
      sent.push([name, input]);
      return Promise.resolve(undefined);
    },
  } as unknown as Client;
  return { state, sent, storage, open: () => createGateCounts({ client, storage, now: () => state.time }) };
}

describe('what a checkpoint counts', () => {
  test('is how many of each, an hour, across a restart', async () => {
    const { state, sent, open } = world();
    const counts = await open();
    await counts.add('d', 'pass');
    await counts.add('d', 'pass');
    await counts.add('d', 'ask');
    state.time += 2 * 60_000;
    const again = await open();
    await again.add('d', 'stop');
    expect(again.thisHour('d')).toEqual({ hour: seventh, pass: 0, ask: 0, stop: 1 });
    await again.send(['d']);
    const hours = [
      { hour: sixth, pass: 2, ask: 1, stop: 0 },
      { hour: seventh, pass: 0, ask: 0, stop: 1 },
    ];
    expect(sent).toEqual([
      ['PUT /v1/checkpoint-duties/:id/counts', { params: { id: 'd' }, body: { hours } }],
    ]);
  });

  test('is nothing else: hours and numbers', async () => {
    const { storage, open } = world();
    await (await open()).add('d', 'pass');
    expect(JSON.parse([...storage.values.values()][0]!)).toEqual({
      d: [{ hour: sixth, pass: 1, ask: 0, stop: 0 }],
    });
  });

  test('waits for a network, and is sent when the duty is over', async () => {
    const { state, sent, storage, open } = world();
    const counts = await open();
    await counts.add('d', 'pass');
    state.refusal = new CallFailed('offline');
    await counts.send([]);
    expect(sent).toEqual([]);
    state.refusal = undefined;
    await counts.send([]);
    expect(sent).toHaveLength(1);
    expect([...storage.values.values()]).toEqual(['{}']);
  });

  test('is not carried for ever when the server wants it no more', async () => {
    const { state, storage, open } = world();
    const counts = await open();
    await counts.add('d', 'pass');
    const problem = { type: '', status: 404, code: 'not-found' as const, title: '', traceId: '' };
    state.refusal = new CallFailed('refused', problem);
    await counts.send([]);
    expect([...storage.values.values()]).toEqual(['{}']);
  });

  test('goes on while the duty runs: the same hour again, with more', async () => {
    const { sent, open } = world();
    const counts = await open();
    await counts.add('d', 'pass');
    await counts.send(['d']);
    await counts.add('d', 'pass');
    await counts.send(['d']);
    const bodies = sent.map((each) => (each as [string, { body: { hours: { pass: number }[] } }])[1].body);
    expect(bodies.map(({ hours }) => hours[0]?.pass)).toEqual([1, 2]);
    expect(counts.thisHour('d').pass).toBe(2);
  });

  test('in an hour not begun is nothing', async () => {
    const { state, open } = world();
    state.time += 3 * HOUR;
    expect((await open()).thisHour('d')).toMatchObject({ pass: 0, ask: 0, stop: 0 });
  });
});
