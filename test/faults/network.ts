import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Database } from '../../src/backend/adapters/embedded/database';
import { clockAhead } from '../support/moved-clock';
import { addPerson } from '../support/people';
import { startTestApp } from '../support/server';
import { mp3 } from '../support/sounds';
import { addWorld, west, westAddress } from '../support/world';
import { type FaultyPhone, startFaultyPhone } from './phone';
import { pause, seeded } from './seeded';
import { type Fate, startUnsteadyProxy } from './unsteady-proxy';

export interface NetworkResult {
  filings: number;
  /** How many requests there are. */
  requests: number;
  /** Filings that are there twice or more, and those that are not there. */
  doubled: number;
  lost: number;
  photos: { sent: number; rows: number; held: number };
  voiceNotes: { sent: number; rows: number; held: number };
  /** In the folder of photos and voice notes. */
  files: number;
  /** Filings the app gave up, though nothing was wrong with them. */
  refused: number;
  restarts: number;
  sessionsEnded: number;
  befell: Readonly<Record<Fate, number>>;
  seconds: number;
  /** All of the above as it should be. */
  exact: boolean;
}

const PHONES = 10;
/** Rounds of trying again, each a pause apart, before what is unsent counts as lost. */
const ROUNDS = 4_000;

/**
 * Files through a network that cuts, delays, repeats and reorders, with the mini-program's own outbox and client against
 * the real server; now and then an app is killed, or a session ended. Then counts.
 */
export async function networkRun(database: Database, filings: number, seed: number): Promise<NetworkResult> {
  const filesDir = mkdtempSync(join(tmpdir(), 'linli-faults-files-'));
  const app = await startTestApp({
    database,
    environment: { FILES_DIR: filesDir, LOG_LEVEL: 'silent' },
    options: { clock: clockAhead() },
  });
  const address = await app.server.listen({ host: '127.0.0.1', port: 0 });
  const proxy = await startUnsteadyProxy(address, seeded(seed));
  const begun = performance.now();
  try {
    await addWorld(database);
    const people = await Promise.all(
      Array.from({ length: PHONES }, (_, at) =>
        addPerson(database, `phone-${at}`, { name: '张桂兰', home: west }),
      ),
    );
    const signIn = (at: number) => async (): Promise<string> => {
      const answer = await app.call<{ token: string }>('POST /v1/sessions', {
        body: { provider: 'demo', code: `phone-${at}` },
      });
      return answer.body.token;
    };
    const phones = await Promise.all(people.map((_, at) => startFaultyPhone(proxy.address, signIn(at))));
    const pictures = await Promise.all(['#456', '#a87', '#7a9'].map(pictureOf));
    const sent = { photos: 0, voiceNotes: 0 };
    let restarts = 0;

    const file = async (phone: FaultyPhone, number: number, random: () => number): Promise<void> => {
      const photos = random() < 0.2 ? 1 + Math.floor(random() * 2) : 0;
      const spoken = random() < 0.1;
      sent.photos += photos;
      sent.voiceNotes += spoken ? 1 : 0;
      await phone.outbox().add({
        endpoint: 'POST /v1/service-requests',
        label: '大件垃圾',
        photos: pictures.slice(0, photos).map((picture) => phone.keep(picture)),
        voice: spoken ? phone.keep(mp3(2)) : undefined,
        body: {
          category: 'rubbish',
          answers: { what: ['bulky'], since: 'today' },
          words: `filing ${number}`,
          place: { addressId: westAddress },
        },
      });
    };
    const live = async (phone: FaultyPhone, at: number): Promise<void> => {
      // Its own, so that the same is filed whatever the network does.
      const random = seeded(seed * PHONES + at);
      for (let number = at; number < filings; number += PHONES) {
        await file(phone, number, random);
        const flushed = phone.outbox().flush();
        if (random() < 0.1) {
          await pause(random() * 60);
          await phone.restart();
          restarts += 1;
        } else await flushed;
        if (random() < 0.02)
          await database.kysely
            .deleteFrom('session')
            .where('person_id', '=', people[at] ?? '')
            .execute();
      }
      for (let round = 0; round < ROUNDS && phone.outbox().items().length > 0; round += 1) {
        await phone.outbox().flush();
        await pause(20);
      }
    };
    await Promise.all(phones.map(live));
    await proxy.settled();

    const seconds = (performance.now() - begun) / 1000;
    const { rows } = await database.executeSql(
      `select words, count(*)::int as times from service_request group by words`,
    );
    const times = rows as { words: string; times: number }[];
    const count = async (query: string): Promise<number> =>
      ((await database.executeSql(`select count(*)::int as n from ${query}`)).rows[0] as { n: number }).n;
    const photos = {
      sent: sent.photos,
      rows: await count('photo'),
      held: await count('service_request_photo'),
    };
    const voiceNotes = {
      sent: sent.voiceNotes,
      rows: await count('voice_note'),
      held: await count('service_request_event where voice_id is not null'),
    };
    const requests = times.reduce((sum, each) => sum + each.times, 0);
    const doubled = times.filter((each) => each.times > 1).length;
    const lost = filings - times.length;
    const refused = phones.reduce((sum, phone) => sum + phone.outbox().items().length, 0);
    const files = readdirSync(filesDir).length;
    const same = (kind: { sent: number; rows: number; held: number }): boolean =>
      kind.rows === kind.sent && kind.held === kind.sent;
    return {
      filings,
      requests,
      doubled,
      lost,
      photos,
      voiceNotes,
      files,
      refused,
      restarts,
      sessionsEnded: phones.reduce((sum, phone) => sum + phone.signedOut, 0),
      befell: proxy.befell,
      seconds,
      exact:
        requests === filings &&
        doubled === 0 &&
        lost === 0 &&
        refused === 0 &&
        same(photos) &&
        same(voiceNotes) &&
        files === sent.photos + sent.voiceNotes,
    };
  } finally {
    await proxy.close();
    await app.close();
    rmSync(filesDir, { recursive: true, force: true });
  }
}

const pictureOf = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 120, height: 90, channels: 3, background } })
    .jpeg()
    .toBuffer();

/** The result as a person reads it. */
export function networkLine(name: string, result: NetworkResult): string {
  const { filings, requests, doubled, lost, photos, voiceNotes, files, refused, befell } = result;
  const { through, ...faults } = befell;
  const calls = Object.values(befell).reduce((sum, each) => sum + each, 0);
  const kind = ({ sent, rows, held }: NetworkResult['photos']): string =>
    `${sent} sent, ${rows} stored, ${held} held`;
  return [
    `${name}: ${filings} filings, ${requests} requests, ${doubled} doubled, ${lost} lost, ${refused} given up`,
    `photos ${kind(photos)}; voice notes ${kind(voiceNotes)}; ${files} files`,
    `${calls} calls, ${through} of them untroubled (${Object.entries(faults)
      .map(([fate, times]) => `${fate} ${times}`)
      .join(', ')}); ${result.restarts} restarts, ${result.sessionsEnded} sessions ended`,
    `${result.seconds.toFixed(1)} s: ${result.exact ? 'exact' : 'NOT EXACT'}`,
  ].join('\n  ');
}
