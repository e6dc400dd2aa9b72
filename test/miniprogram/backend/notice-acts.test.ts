import { CallFailed, type Client } from '../../../src/miniprogram/backend/client';
import { createNoticeActs, type NoticeAct } from '../../../src/miniprogram/backend/notice-acts';
import { memoryStorage } from '../support/storage';

const refusal = (status: number, code: 'not-found' | 'sign-in-required' | 'overloaded'): CallFailed =>
  new CallFailed('refused', { type: '', status, code, title: '', traceId: '' });

/** A phone and a server that answers with each of `fates` in turn, then well. */
async function phone(fates: (CallFailed | undefined)[] = [], storage = memoryStorage()) {
  const heard: string[] = [];
  const order: string[] = [];
  const client = {
    call: (name: string, { params }: { params: Record<string, string> }) => {
      const fate = fates.shift();
      if (fate) return Promise.reject(fate);
      heard.push([name.split('/').at(4) ?? '', ...Object.values(params)].join(' '));
      return Promise.resolve(undefined);
    },
  } as unknown as Client;
  const acts = await createNoticeActs({
    client,
    storage,
    onSent: () => Promise.resolve(order.push(`read anew with ${acts.all().length} waiting`)),
  });
  return { acts, heard, order, storage };
}

const tick = () => new Promise((resolve) => setImmediate(resolve));

const read: NoticeAct = { id: 'n1' };
const forMother: NoticeAct = { id: 'n1', personId: 'mother' };

it('is sent at once, and forgotten once what came of it has been read', async () => {
  const { acts, heard, order } = await phone();
  await acts.add(read);
  expect(heard).toEqual(['read n1']);
  // Or the dot would be back for a moment.
  expect(order).toEqual(['read anew with 1 waiting']);
  expect(acts.all()).toEqual([]);
});

it('without a network waits through a restart, and goes out once', async () => {
  const { acts, storage } = await phone([new CallFailed('offline'), new CallFailed('offline')]);
  await acts.add(forMother);
  await acts.add(forMother);
  expect(acts.all()).toEqual([forMother]);
  const later = await phone([], storage);
  expect(later.acts.all()).toEqual([forMother]);
  await Promise.all([later.acts.flush(), later.acts.flush()]);
  expect(later.heard).toEqual(['acknowledgements n1 mother']);
  expect((await phone([], storage)).acts.all()).toEqual([]);
});

it('keeps its place while nobody is signed in or the server is busy; what is gone or cancelled is given up', async () => {
  const { acts, heard } = await phone([
    refusal(401, 'sign-in-required'),
    refusal(503, 'overloaded'),
    refusal(404, 'not-found'),
  ]);
  await acts.add(read);
  await acts.add(forMother);
  expect(acts.all()).toEqual([read, forMother]);
  await acts.flush();
  expect(heard).toEqual(['acknowledgements n1 mother']);
  expect(acts.all()).toEqual([]);
});

it('also takes what is added while others are being sent', async () => {
  const { acts, heard } = await phone();
  await Promise.all([acts.add(read), acts.add(forMother)]);
  expect(heard).toEqual(['read n1', 'acknowledgements n1 mother']);
  expect(acts.all()).toEqual([]);
});

it('also takes what is added while what came of others is read anew', async () => {
  const heard: string[] = [];
  const acts = await createNoticeActs({
    client: {
      call: (_: string, { params }: { params: Record<string, string> }) =>
        Promise.resolve(heard.push(Object.values(params).join(' '))),
    } as unknown as Client,
    storage: memoryStorage(),
    onSent: () => (heard.length === 1 ? (void acts.add(forMother), tick()) : tick()),
  });
  await acts.add(read);
  expect(heard).toEqual(['n1', 'n1 mother']);
  expect(acts.all()).toEqual([]);
});

it('is forgotten with whoever signs out', async () => {
  const { acts } = await phone([new CallFailed('offline')]);
  await acts.add(read);
  let told = 0;
  acts.subscribe(() => (told += 1));
  acts.clear();
  expect([acts.all(), told]).toEqual([[], 1]);
});
