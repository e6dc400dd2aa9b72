import type { QueryClient } from '@tanstack/react-query';
import { createClient, type Client, type Http } from './client';
import { type CodeKeeper, createCodeKeeper } from './code-keeper';
import { keepFresh } from './code-rhythm';
import type { HolderKeys } from './holder-key';
import { hearEmergencies, recallEmergencies } from './emergencies';
import { type Connect, goLive, type Live } from './live';
import { createLogWitness, type LogWitness } from './log-witness';
import { type ColourNews, createColourNews } from './colour-news';
import { createNoticeActs, type NoticeActs } from './notice-acts';
import { keepNoticeCopies } from './notice-copies';
import { createOutbox, type Outbox, type OutboxItem } from './outbox';
import { forgetToken, giveToken, type PeriodicUpdates, takeWhatCame } from './periodic-update';
import { createServerClock, measuring } from './server-clock';
import { createSessionKeeper, type SessionKeeper } from './session';
import type { KeyValue } from './storage';
import { createVenueLog, type VenueLog } from './venue-log';

/** What the phone gives: `platform/` fills it for weapp and h5, a test with something of its own. */
export interface PhonePlatform {
  http: Http;
  connect: Connect;
  storage: KeyValue;
  randomBytes(count: number): Promise<Uint8Array>;
  /** The phone's own clock, epoch milliseconds: whatever somebody set it to. */
  now(): number;
  /** Milliseconds of a counter that nobody sets. */
  elapsed(): number;
  /** From 0 to 1, for jitter; keys come from `randomBytes`. */
  random(): number;
  holderKeys: HolderKeys;
  /** What this phone calls itself. */
  device: string;
  /** Undefined where nothing runs while the app is closed. */
  periodicUpdates?: PeriodicUpdates | undefined;
  /** A photo or voice note by its name here; never fails. */
  removePhoto(name: string): Promise<void>;
  /** Photos taken here and files of notices, where they lie outside of the storage. */
  removeAllFiles(): Promise<void>;
  /** Tells when the app comes to the front. */
  onShow(listener: () => void): void;
  /** Tells when the network comes back. */
  onOnline(listener: () => void): void;
}

/** Everything the pages run on. */
export interface Phone {
  client: Client;
  session: SessionKeeper;
  outbox: Outbox;
  queries: QueryClient;
  code: CodeKeeper;
  venueLog: VenueLog;
  noticeActs: NoticeActs;
  log: LogWitness;
  colourNews: ColourNews;
  /** Undefined while signed out. */
  live(): Live | undefined;
  /** Catches up with the server: sends what waits, refreshes the code when due, reads anew what is shown. */
  catchUp(): Promise<void>;
  /** What signing out would lose: what waits to be sent, by its name, and how many drafts there are. */
  unsent(): Promise<{ waiting: string[]; drafts: number }>;
  /** Ends the session and clears everything this phone holds of the person. */
  signOut(): Promise<void>;
}

/** How this phone looks and speaks, and how wrong its clock is, are nobody's data: they stay when somebody signs out. */
const ofThePhone: readonly string[] = ['preferences', 'clock'];

const uuidOf = (bytes: Uint8Array): string => {
  const hex = Array.from(bytes, (byte, at) => {
    const value = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte;
    return value.toString(16).padStart(2, '0');
  }).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

/** Random UUID (RFC 9562, version 4) from the platform's randomness. */
export const newId = async (platform: Pick<PhonePlatform, 'randomBytes'>): Promise<string> =>
  uuidOf(await platform.randomBytes(16));

export async function startPhone(
  platform: PhonePlatform,
  baseUrl: string,
  queries: QueryClient,
): Promise<Phone> {
  const { storage, elapsed, random, periodicUpdates } = platform;
  const clock = await createServerClock(platform);
  const session = await createSessionKeeper(storage, platform.device);
  const client = createClient({
    http: measuring(platform.http, clock, elapsed),
    baseUrl,
    token: session.token,
    onSignedOut() {
      // Before its time it was ended from elsewhere, as a lost phone is: who holds it has no business with what is on it.
      const ended = clock.now() < session.runsUntil();
      session.lost();
      if (ended) void forgetEverybody();
    },
  });
  const code = await createCodeKeeper({ client, clock, platform });
  const log = await createLogWitness({ client, storage, now: clock.now });
  const colourNews = await createColourNews(storage);
  const fresh = keepFresh({
    code,
    random,
    signedIn: () => session.token() !== undefined,
    onShow: platform.onShow,
    met: () => void log.ask(),
  });
  if (periodicUpdates) void takeWhatCame(periodicUpdates, code);
  const outbox = await createOutbox({
    client,
    storage: {
      load: async () => (await storage.get<OutboxItem[]>('outbox')) ?? [],
      save: (items) => storage.set('outbox', items),
    },
    newId: () => newId(platform),
    now: platform.now,
    onSent: () => void queries.invalidateQueries(),
    removeFile: platform.removePhoto,
  });
  const noticeActs = await createNoticeActs({
    client,
    storage,
    onSent: () => queries.invalidateQueries(),
  });
  const noticeCopies = keepNoticeCopies(queries, client);
  const venueLog = await createVenueLog({ storage, newId: () => newId(platform), now: clock.now });

  await recallEmergencies(queries, storage);
  /** Outside an emergency nothing of one stays here: no code, no key, not where this phone has been. */
  const hearEmergency = async (): Promise<void> => {
    const { inForce } = await hearEmergencies(queries, { client, storage, now: platform.now });
    if (!inForce) await Promise.all([code.forget(), venueLog.clear()]);
  };
  const catchUp = async (): Promise<void> => {
    if (!session.token()) return;
    await Promise.all([
      outbox.flush(),
      noticeActs.flush(),
      fresh.now(),
      hearEmergency().catch(() => undefined),
    ]);
    if (periodicUpdates)
      await giveToken(periodicUpdates, { client, storage, now: platform.now }).catch(() => undefined);
    await queries.invalidateQueries();
  };

  let live: Live | undefined;
  const follow = (): void => {
    live?.stop();
    live = session.token()
      ? goLive({
          connect: platform.connect,
          url: `${baseUrl.replace(/^http/, 'ws')}/v1/live`,
          token: session.token,
          onReady: () => void catchUp(),
          onMessage(message) {
            const { type } = message;
            // Confirmed, called otherwise, no longer helped, or of another colour: the codes say so at once.
            if (type === 'person' || type === 'colour') void fresh.now(0);
            // Declared, there is a code to get; ended, there is none to keep.
            if (type === 'emergency')
              void hearEmergency().then(
                () => fresh.now(),
                () => undefined,
              );
            if (type === 'notice') noticeCopies.renew(message.id);
            void queries.invalidateQueries();
          },
        })
      : undefined;
  };
  session.subscribe(() => {
    void forgetToken(storage);
    follow();
    // What was refused for want of a session, or read as somebody else, is read anew.
    void queries.invalidateQueries();
  });
  follow();
  platform.onOnline(() => void catchUp());
  void catchUp();

  async function forgetEverybody(): Promise<void> {
    await Promise.all([code.forget(), venueLog.clear()]);
    noticeActs.clear();
    // Pages that are open hear of it first: cleared alone, they would go on showing what they had.
    void queries.resetQueries();
    queries.clear();
  }
  async function signOut(): Promise<void> {
    // First, for it alone can fail: then one is still signed in, and can try again.
    await platform.removeAllFiles();
    await session.signOut(client);
    for (const item of outbox.items()) await outbox.remove(item.id);
    // Only here: were it cleared when a session is ended from elsewhere, whoever rewrites the log could end them all.
    await log.forget();
    await colourNews.forget();
    await forgetEverybody();
    // Drafts, photos, counts of a gate, and whatever else has come to be kept: what is listed nowhere is not forgotten.
    for (const key of await storage.keys()) if (!ofThePhone.includes(key)) await storage.remove(key);
  }
  const unsent: Phone['unsent'] = async () => ({
    waiting: outbox.items().map(({ label }) => label),
    drafts: (await storage.keys()).filter((key) => key.startsWith('draft/')).length,
  });
  return {
    signOut,
    unsent,
    client,
    session,
    outbox,
    queries,
    code,
    venueLog,
    noticeActs,
    log,
    colourNews,
    live: () => live,
    catchUp,
  };
}
