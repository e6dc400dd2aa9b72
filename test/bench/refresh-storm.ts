import { spawn } from 'node:child_process';
import { sign } from 'node:crypto';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import type { IssuedCode } from '@contract/api';
import { decodeBase64url } from '@contract/health-code/base64url';
import { encodePresentation } from '@contract/health-code/presentation';
import { makeProof, stepAt } from '@contract/health-code/proof';
import type { TrustList } from '@contract/health-code/trust-list';
import { verify } from '@contract/health-code/verify';
import { nodeSha256, nodeVerifiers } from '../../src/backend/health-code-crypto';
import { median, percentile } from './measure';
import { atLeast, atMost, type Bench, ratioAtLeast } from './row';
import { call, closeConnections, type Phone, phone } from './storm-phone';

const roundMs = 4000;
const rounds = 5;
const candidates = [2, 4, 8, 16, 32];
/** As many as saturate, times ten, at the most. */
const mostPhones = 320;

interface Server {
  address: string;
  tokens: string[];
  end(): Promise<void>;
}

function startServer(people: number): Promise<Server> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(__dirname, 'storm-server.ts'), String(people)],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    void ended.then(() => reject(new Error('the server ended')));
    createInterface(child.stdout).once('line', (line) => {
      const started = JSON.parse(line) as { address: string; tokens: string[] };
      resolve({
        ...started,
        end: () => {
          child.stdin.end();
          return ended;
        },
      });
    });
  });
}

interface Storm {
  /** Refreshes a second. */
  goodput: number;
  /** How long a refusal took (ms). */
  refusals: number[];
  /** Neither done nor told when to come back. */
  others: number;
}

/** So many phones ask again and again for a while; whoever is told to wait waits, with a jitter of its own. */
async function storm(phones: readonly Phone[]): Promise<Storm> {
  const until = performance.now() + roundMs;
  const refusals: number[] = [];
  let done = 0;
  let others = 0;
  const live = async ({ refresh }: Phone): Promise<void> => {
    while (performance.now() < until) {
      const { status, ms, retryAfter } = await refresh();
      if (status === 201) done += performance.now() < until ? 1 : 0;
      else if (status === 503 && retryAfter) {
        refusals.push(ms);
        const wait = retryAfter * 1000 * (1 + Math.random() / 2);
        await new Promise((resume) =>
          setTimeout(resume, Math.min(wait, Math.max(0, until - performance.now()))),
        );
      } else others += 1;
    }
  };
  await Promise.all(phones.map(live));
  return { goodput: done / (roundMs / 1000), refusals, others };
}

/** What goes on meanwhile: codes are shown and checked, which asks no server; and the server's other calls. */
async function meanwhile<T>(
  work: Promise<T>,
  show: () => boolean,
  others: () => Promise<boolean>,
): Promise<{ result: T; shown: boolean[]; served: boolean[] }> {
  const [shown, served]: [boolean[], boolean[]] = [[], []];
  let isOver = false;
  const tick = async (): Promise<void> => {
    while (!isOver) {
      shown.push(show());
      served.push(await others());
      await new Promise((resume) => setTimeout(resume, 100));
    }
  };
  const ticking = tick();
  const result = await work;
  isOver = true;
  await ticking;
  return { result, shown, served };
}

/** Ten times the phones that saturate a server ask it for fresh codes. */
export const refreshStorm: Bench = async (say) => {
  say('starting a server');
  const server = await startServer(mostPhones);
  try {
    const phones = server.tokens.map((token) => phone(server.address, token));
    await storm(phones.slice(0, 8));
    const found: { count: number; goodput: number }[] = [];
    for (const count of candidates) {
      const { goodput } = await storm(phones.slice(0, count));
      found.push({ count, goodput });
      say(`${count} phones: ${goodput} refreshes a second`);
    }
    const peakGoodput = Math.max(...found.map(({ goodput }) => goodput));
    const saturating = found.find(({ goodput }) => goodput >= 0.95 * peakGoodput)?.count ?? mostPhones / 10;
    say(`${saturating} saturate it; ${saturating * 10} come`);

    const show = await showing(server, phones[0]);
    const others = async (): Promise<boolean> =>
      (await call(server.address, 'GET', '/v1/trust-list')).status === 200;
    const all: { peak: number; storm: Storm; shown: boolean[]; served: boolean[] }[] = [];
    for (let round = 1; round <= rounds; round++) {
      const peak = await storm(phones.slice(0, saturating));
      const { result, shown, served } = await meanwhile(
        storm(phones.slice(0, saturating * 10)),
        show,
        others,
      );
      all.push({ peak: peak.goodput, storm: result, shown, served });
      say(
        `round ${round} of ${rounds}: ${peak.goodput} → ${result.goodput}, ${result.refusals.length} refused`,
      );
    }
    const share = (values: readonly boolean[]): number => values.filter(Boolean).length / values.length;
    const refusals = all.flatMap((each) => each.storm.refusals);
    return [
      ratioAtLeast({
        name: 'goodput with ten times the phones beside its peak',
        value: median(all.map((each) => each.storm.goodput)),
        baseline: median(all.map((each) => each.peak)),
        unit: 'refreshes/s',
        ratio: median(all.map((each) => each.storm.goodput / each.peak)),
        goal: 0.85,
      }),
      atLeast('refused with 503 and when to come back', refusals.length, 'calls', 1),
      atMost('a refusal, p95', refusals.length === 0 ? Infinity : percentile(refusals, 0.95), 'ms', 100),
      atMost('neither done nor told when to come back', all.reduce((sum, each) => sum + each.storm.others, 0), 'calls', 0), // prettier-ignore
      atLeast('codes shown meanwhile that pass', share(all.flatMap((each) => each.shown)), 'share', 1),
      atLeast('other calls served meanwhile', share(all.flatMap((each) => each.served)), 'share', 1),
    ];
  } finally {
    closeConnections();
    await server.end();
  }
};

/** A phone shows what it was issued before the storm; a gate checks it with what it fetched before. */
async function showing(server: Server, bearer: Phone | undefined): Promise<() => boolean> {
  if (!bearer) throw new Error('no phone');
  const issued = JSON.parse((await bearer.refresh()).body) as IssuedCode;
  const trust = JSON.parse((await call(server.address, 'GET', '/v1/trust-list')).body) as TrustList;
  const credential = decodeBase64url(issued.credential) ?? new Uint8Array();
  return () => {
    const now = Date.now();
    const proof = makeProof(
      nodeSha256(credential),
      stepAt(now),
      (message) => new Uint8Array(sign(null, message, bearer.secret)),
    );
    const { reason } = verify(encodePresentation(credential, proof), {
      now,
      trust,
      status: () => ({ value: 0, age: 0 }),
      verifiers: nodeVerifiers,
      sha256: nodeSha256,
    });
    // Nobody has confirmed these invented people: that the guard compares the name is all there is to ask.
    return reason === 'name-self-declared';
  };
}
