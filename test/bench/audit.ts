import { canonicalJson } from '@contract/audit/canonical-json';
import { checkChain } from '@contract/audit/chain';
import { type ChainedEntry, chainHash, GENESIS, lineOf, signedMessage } from '@contract/audit/entry';
import { encodeHex } from '@contract/audit/hex';
import { decodeBase64url, encodeBase64url } from '@contract/health-code/base64url';
import { generateKeyPairSync, hash, sign } from 'node:crypto';
import { nodeEd25519Again, nodeSha256 } from '../../src/backend/health-code-crypto';
import { median, timeEach } from './measure';
import { type Bench, ratioAtMost } from './row';

const entries = 1_000_000;
const portion = 20_000;

/** A part of the log: its lines, and what is hashed and signed in them, ready for the bare calls. */
interface Portion {
  lines: string[];
  bare: { hashed: Uint8Array; message: Uint8Array; signature: Uint8Array }[];
}

/**
 * The whole check of a log beside the SHA-256 and the Ed25519 it cannot do without. Each of the million entries is checked
 * by both, a portion at a time and in turns, so that what else the machine does falls on both.
 */
export const audit: Bench = async (say) => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const kid = 'AAAAAAAAAAA';
  const key = decodeBase64url(publicKey.export({ format: 'jwk' }).x ?? '');
  if (!key) throw new Error('no key');
  let before: Uint8Array = GENESIS;
  let seq = 0;

  function write(): Portion {
    const made: Portion = { lines: [], bare: [] };
    for (let each = 0; each < portion; each++) {
      seq += 1;
      const text = canonicalJson(entryOf(seq, kid));
      const hashed = Buffer.concat([before, Buffer.from(text)]);
      before = chainHash(before, text, nodeSha256);
      const message = signedMessage(before);
      const signature = new Uint8Array(sign(null, message, privateKey));
      made.lines.push(lineOf(text, { hash: encodeHex(before), signature: encodeBase64url(signature) }));
      made.bare.push({ hashed, message, signature });
    }
    return made;
  }

  const check = checkChain([{ kid, key }], { sha256: nodeSha256, verify: nodeEd25519Again });
  const whole = ({ lines }: Portion): void => {
    for (const line of lines) {
      const fault = check.take(line);
      if (fault) throw new Error(`${fault.seq} ${fault.failure}`);
    }
  };
  const bare = ({ bare: calls }: Portion): void => {
    for (const { hashed, message, signature } of calls) {
      hash('sha256', hashed, 'buffer');
      if (!nodeEd25519Again(key, message, signature)) throw new Error('not signed');
    }
  };
  const time = (work: (part: Portion) => void, part: Portion): number =>
    median(timeEach(1, () => work(part)));

  const measured: { value: number; baseline: number; ratio: number }[] = [];
  for (let round = 0; round < entries / portion; round++) {
    const part = write();
    const first = round % 2 === 0 ? time(bare, part) : undefined;
    const value = time(whole, part);
    const baseline = first ?? time(bare, part);
    measured.push({ value, baseline, ratio: value / baseline });
    if (round % 10 === 9) say(`${seq} entries`);
    await new Promise(setImmediate);
  }
  const end = check.end();
  if (!end.ok || end.end.seq !== entries) throw new Error('not a whole log');
  const sum = (which: 'value' | 'baseline'): number => measured.reduce((all, one) => all + one[which], 0);
  return [
    ratioAtMost({
      name: `verify ${entries} entries beside their bare hashes and signature checks`,
      value: sum('value') / 1000,
      baseline: sum('baseline') / 1000,
      unit: 's',
      ratio: median(measured.map(({ ratio }) => ratio)),
      goal: 1.3,
    }),
  ];
};

/** As long as the entries of signing are. */
const entryOf = (seq: number, kid: string): ChainedEntry => ({
  v: 1,
  seq,
  at: new Date(1_790_000_000_000 + seq * 1000).toISOString(),
  act: 'proposal-signed',
  node: '330106',
  body: {
    proposal: `7d1f6a52-0c11-4d0e-9a64-${String(seq).padStart(12, '0')}`,
    kind: 'fact',
    worsens: seq % 100,
  },
  personal: { person: '5'.repeat(64), by: 'a'.repeat(64) },
  kid,
});
