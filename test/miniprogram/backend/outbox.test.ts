import fc from 'fast-check';
import { CallFailed, type Client } from '../../../src/miniprogram/backend/client';
import { createOutbox, type OutboxItem, type OutboxStorage } from '../../../src/miniprogram/backend/outbox';

const filing = {
  endpoint: 'POST /v1/service-requests',
  body: { category: 'stairs-clutter', answers: {} },
  label: '楼道堆物',
  photos: [],
} as const;

/** A phone's storage that survives a restart of the app. */
function phone(): OutboxStorage & { kept: OutboxItem[] } {
  const store = {
    kept: [] as OutboxItem[],
    load: () => Promise.resolve(structuredClone(store.kept)),
    save: (items: readonly OutboxItem[]) => {
      store.kept = structuredClone([...items]);
      return Promise.resolve();
    },
  };
  return store;
}

const offline = () => Promise.reject(new CallFailed('offline'));
const refused = (status: number, code: 'answers-invalid' | 'session-expired' | 'overloaded') =>
  Promise.reject(new CallFailed('refused', { type: '', status, code, title: '', traceId: '7K2M9Q' }));

/** A server that does a key once, however often it is called, and may cut before or after doing it. */
function server(faults: ('ok' | 'cut-before' | 'cut-after')[] = []) {
  const done = new Map<string, unknown>();
  const uploads = new Map<string, string>();
  const fault = <T>(work: () => T): Promise<T> => {
    const how = faults.shift() ?? 'ok';
    if (how === 'cut-before') return offline() as Promise<T>;
    const answer = work();
    return how === 'cut-after' ? (offline() as Promise<T>) : Promise.resolve(answer);
  };
  const client = {
    call: (_: string, input: { idempotencyKey: string; body: unknown }) =>
      fault(() => {
        if (!done.has(input.idempotencyKey)) done.set(input.idempotencyKey, input.body);
        return done.get(input.idempotencyKey);
      }),
    upload: (photo: string, key: string) =>
      fault(() => {
        if (!uploads.has(key)) uploads.set(key, photo);
        return { id: `stored:${uploads.get(key)}` };
      }),
  } as unknown as Client;
  return { client, done, uploads };
}

let ids = 0;
const open = (client: Client, storage: OutboxStorage, onSent = jest.fn(), removeFile = jest.fn()) =>
  createOutbox({
    client,
    storage,
    newId: () => Promise.resolve(`id-${++ids}`),
    now: () => 0,
    onSent,
    removeFile,
  });

describe('outbox', () => {
  test('what is written without a network is sent after a restart, photos first', async () => {
    const storage = phone();
    const cut = { call: offline, upload: offline } as unknown as Client;
    const before = await open(cut, storage);
    await before.add({ ...filing, photos: ['local-1', 'local-2'] });
    await before.flush();
    expect(storage.kept).toHaveLength(1);

    const reached = server();
    const onSent = jest.fn();
    const after = await open(reached.client, storage, onSent);
    await after.flush();
    expect([...reached.done.values()]).toEqual([
      { ...filing.body, photos: ['stored:local-1', 'stored:local-2'] },
    ]);
    expect(storage.kept).toEqual([]);
    expect(onSent).toHaveBeenCalledTimes(1);
  });

  test('what was spoken goes after the photos, under a key of its own, and leaves the phone when it is sent', async () => {
    const storage = phone();
    const reached = server(['ok', 'cut-after']);
    const removeFile = jest.fn(() => Promise.resolve());
    const outbox = await open(reached.client, storage, jest.fn(), removeFile);
    const { id } = await outbox.add({ ...filing, photos: ['photo-1'], voice: 'voice-1' });
    await outbox.flush();
    expect(removeFile).not.toHaveBeenCalled();
    const after = await open(reached.client, storage, jest.fn(), removeFile);
    await after.flush();
    expect([...reached.uploads]).toEqual([
      [`${id}-0`, 'photo-1'],
      [`${id}-voice`, 'voice-1'],
    ]);
    expect([...reached.done.values()]).toEqual([
      { ...filing.body, photos: ['stored:photo-1'], voice: 'stored:voice-1' },
    ]);
    expect(removeFile.mock.calls).toEqual([['photo-1'], ['voice-1']]);
  });

  test('what the person discards takes its photos along', async () => {
    const removeFile = jest.fn(() => Promise.resolve());
    const outbox = await open(server().client, phone(), jest.fn(), removeFile);
    const { id } = await outbox.add({ ...filing, photos: ['photo-1'] });
    await outbox.add({ ...filing, photos: ['photo-2'] });
    await outbox.remove(id);
    expect(removeFile.mock.calls).toEqual([['photo-1']]);
    expect(outbox.items()).toHaveLength(1);
  });

  test('a voice note said to several goes out with each of them, and from the phone with the last', async () => {
    const removeFile = jest.fn(() => Promise.resolve());
    const { client, done } = server(['ok', 'ok', 'ok', 'cut-before']);
    const outbox = await open(client, phone(), jest.fn(), removeFile);
    await outbox.add({ ...filing, voice: 'voice-1' });
    await outbox.add({ ...filing, voice: 'voice-1' });
    await outbox.flush();
    expect([done.size, removeFile.mock.calls]).toEqual([1, []]);
    await outbox.flush();
    expect([...done.values()]).toEqual([
      { ...filing.body, voice: 'stored:voice-1' },
      { ...filing.body, voice: 'stored:voice-1' },
    ]);
    expect(removeFile.mock.calls).toEqual([['voice-1']]);
  });

  test('two steps of one request, written one after another without a network: the second goes on from the first', async () => {
    const storage = phone();
    const step = (id: string, event: 'reply' | 'resolve', version: number) => ({
      endpoint: 'POST /v1/service-requests/:id/events' as const,
      params: { id },
      body: { event, version },
      label: event,
      photos: [],
    });
    const cut = await open({ call: offline, upload: offline } as unknown as Client, storage);
    await cut.add(step('one', 'reply', 3));
    await cut.add(step('other', 'reply', 3));
    await cut.add(step('one', 'resolve', 3));
    await cut.flush();
    const call = jest.fn((_: string, { body }: { body: { version: number } }) =>
      Promise.resolve({ version: body.version + 2 }),
    );
    await (await open({ call, upload: offline } as unknown as Client, storage)).flush();
    expect(call.mock.calls.map(([, input]) => input)).toMatchObject([
      { params: { id: 'one' }, body: { event: 'reply', version: 3 } },
      { params: { id: 'other' }, body: { event: 'reply', version: 3 } },
      { params: { id: 'one' }, body: { event: 'resolve', version: 5 } },
    ]);
  });

  test('a refusal stays with its reason; retrying sends it again', async () => {
    const storage = phone();
    const call = jest.fn(() => refused(422, 'answers-invalid'));
    const outbox = await open({ call, upload: offline } as unknown as Client, storage);
    await outbox.add(filing);
    await outbox.flush();
    expect(outbox.items()[0]).toMatchObject({
      state: 'refused',
      refusal: { code: 'answers-invalid', traceId: '7K2M9Q' },
    });
    await outbox.flush();
    expect(call).toHaveBeenCalledTimes(1);
    await outbox.retry(outbox.items()[0]!.id);
    expect(call).toHaveBeenCalledTimes(2);
  });

  test.each([
    ['signed out', 401, 'session-expired'],
    ['busy', 503, 'overloaded'],
  ] as const)('%s: it keeps waiting, and so does what is behind it', async (_, status, code) => {
    const call = jest.fn(() => refused(status, code));
    const outbox = await open({ call, upload: offline } as unknown as Client, phone());
    await outbox.add(filing);
    await outbox.add(filing);
    await outbox.flush();
    expect(call).toHaveBeenCalledTimes(1);
    expect(outbox.items().map((item) => item.state)).toEqual(['waiting', 'waiting']);
  });

  test('what is written while something is being sent goes out after it, without being asked again', async () => {
    const reached = server();
    let go: () => void = () => undefined;
    const sending = new Promise<void>((resolve) => (go = resolve));
    const slow = {
      ...reached.client,
      call: async (...call: Parameters<Client['call']>) => {
        await sending;
        return reached.client.call(...call);
      },
    } as unknown as Client;
    const outbox = await open(slow, phone());
    await outbox.add(filing);
    const first = outbox.flush();
    await outbox.add({ ...filing, label: '另一件' });
    const second = outbox.flush();
    go();
    await Promise.all([first, second]);
    expect(reached.done.size).toBe(2);
    expect(outbox.items()).toEqual([]);
  });

  test('through any cuts, before or after the server has it, each is done once and none is lost', async () => {
    const faults = fc.array(fc.constantFrom('ok', 'cut-before', 'cut-after'), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(faults, fc.integer({ min: 1, max: 4 }), async (script, count) => {
        const storage = phone();
        const reached = server([...script] as ('ok' | 'cut-before' | 'cut-after')[]);
        const outbox = await open(reached.client, storage);
        for (let at = 0; at < count; at += 1) await outbox.add({ ...filing, photos: [`photo-${at}`] });
        // Each restart reads what the last run left on the phone.
        for (let round = 0; round <= script.length; round += 1)
          await (await open(reached.client, storage)).flush();
        expect(reached.done.size).toBe(count);
        expect(reached.uploads.size).toBe(count);
        expect(storage.kept).toEqual([]);
      }),
    );
  });
});
