import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { packStatuses, signStatusList } from '@contract/health-code/status-list';
import type { StatusValue } from '@contract/health-code/verify';
import { inChild, jitless } from './child';
import { median, timeEach } from './measure';
import { atMost, type Bench } from './row';
import { issuer, now } from './sample';

const entries = 10_000_000;
const share = 0.01;
const hour = 3_600_000;

/** The same places every time, spread as random ones are: by the hash of a counter. */
function randomPlaces(): { index: number; status: StatusValue }[] {
  const taken = new Map<number, StatusValue>();
  for (let block = 0; taken.size < entries * share; block++) {
    const random = createHash('sha512').update(String(block)).digest();
    for (let at = 0; at + 8 <= random.length && taken.size < entries * share; at += 8) {
      const status = (1 + ((random[at + 7] ?? 0) % 3)) as StatusValue;
      taken.set(random.readUIntBE(at, 6) % entries, status);
    }
  }
  return [...taken].map(([index, status]) => ({ index, status }));
}

const build = (set: ReturnType<typeof randomPlaces>): Uint8Array =>
  signStatusList(
    {
      uri: 'https://linli.example.gov.cn/v1/status-lists/330106-0',
      issuedAt: now,
      expiresAt: now + 24 * hour,
      timeToLive: 240_000,
      packed: new Uint8Array(deflateSync(packStatuses(set, entries), { level: 9 })),
    },
    issuer,
  );

/** Ten million codes, one in a hundred revoked or lowered: what is downloaded, made, and read on a phone. */
export const statusList: Bench = async (say) => {
  const set = randomPlaces();
  const built: number[] = [];
  let token: Uint8Array = new Uint8Array();
  for (let round = 1; round <= 3; round++) {
    say(`built ${round} of 3`);
    const [ms] = timeEach(1, () => (token = build(set)));
    built.push(ms ?? Infinity);
  }
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'));
  const file = join(folder, 'list');
  try {
    writeFileSync(file, token);
    say('read');
    const args = [file, String(entries - 1)];
    const read = async (flags: readonly string[]) =>
      median(await inChild<number[]>('status-list-phone.ts', flags, args));
    const [interpreted, compiled]: [number[], number[]] = [[], []];
    for (let round = 0; round < 3; round++) {
      interpreted.push(await read(jitless));
      compiled.push(await read([]));
    }
    return [
      atMost('10 M entries, 1 % set: size', token.length / 1000, 'KB', 170),
      atMost('10 M entries: built and signed', median(built), 'ms', 2000),
      atMost('10 M entries: read and verified, --jitless', median(interpreted), 'ms', 200),
      atMost('10 M entries: read and verified', median(compiled), 'ms', 200),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
};
