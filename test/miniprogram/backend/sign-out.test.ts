import { createQueryClient } from '../../../src/miniprogram/backend/queries';
import { type Phone, type PhonePlatform, startPhone } from '../../../src/miniprogram/backend/phone';
import { storageOf } from './support/phone';

/** What a phone holds of somebody who has used everything. */
const used = (): Map<string, unknown> =>
  new Map<string, unknown>([
    ['session', { token: 'token', expiresAt: new Date(Date.now() + 86_400_000).toISOString() }],
    [
      'outbox',
      [
        {
          id: 'waiting',
          endpoint: 'POST /v1/service-requests',
          body: { category: 'stairs-clutter', answers: {} },
          photos: [{ local: 'photo/1' }],
          label: '楼道堆物',
          createdAt: 0,
          state: 'waiting',
        },
      ],
    ],
    ['draft/rubbish', { answers: {}, words: '旧沙发', photos: ['photo/2'], note: '' }],
    ['photo/1', 'a picture'],
    ['photo/2', 'another'],
    ['copies', 'what was read'],
    ['venue-log', { visits: [], seen: ['notice'] }],
    ['gate/counts', { duty: [] }],
    ['periodic-token', 1],
    ['key/abc', 'secret'],
    ['something a later version keeps', 'of somebody'],
    ['preferences', { elder: true }],
    ['clock', { offset: 0 }],
  ]);

// The codes are renewed by the hour: here no hour passes, and none keeps the test open.
beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

let photosRemoved: number;
function start(values: Map<string, unknown>): Promise<Phone> {
  photosRemoved = 0;
  const offline = () => Promise.reject(new Error('no network'));
  const platform: PhonePlatform = {
    http: { request: offline, upload: offline, download: offline, bytes: offline },
    connect: () => ({ send: () => undefined, close: () => undefined }),
    storage: storageOf(values),
    randomBytes: (count) => Promise.resolve(new Uint8Array(count)),
    now: Date.now,
    elapsed: () => 0,
    random: () => 0.5,
    holderKeys: {
      make: () => Promise.resolve('key'),
      adopt: () => Promise.resolve('key'),
      open: () => Promise.resolve(undefined),
      remove: () => Promise.resolve(),
    },
    device: 'test',
    removePhoto: () => Promise.resolve(),
    removeAllFiles: () => Promise.resolve(void (photosRemoved += 1)),
    onShow: () => undefined,
    onOnline: () => undefined,
  };
  return startPhone(platform, 'http://localhost', createQueryClient());
}

describe('signing out', () => {
  it('shows first what is still unsent: by its name what waits, and how many drafts there are', async () => {
    const phone = await start(used());
    expect(await phone.unsent()).toEqual({ waiting: ['楼道堆物'], drafts: 1 });
    const clean = await start(new Map());
    expect(await clean.unsent()).toEqual({ waiting: [], drafts: 0 });
  });

  it('leaves nothing of the person on the phone, not even what no list knows of; even without a network', async () => {
    const values = used();
    const phone = await start(values);
    await phone.signOut();
    expect([...values.keys()].sort()).toEqual(['clock', 'preferences']);
    expect(photosRemoved).toBe(1);
    expect(phone.session.token()).toBeUndefined();
    expect(phone.outbox.items()).toEqual([]);
  });
});
