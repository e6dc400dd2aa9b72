import { keyOf } from '@contract/health-code/trust-list';
import { decodeCredential } from '@contract/health-code/credential';
import { sigStructure } from '@contract/health-code/cose';
import { ed25519Signer, publicKeyOf } from '@contract/health-code/noble';
import { encodePresentation } from '@contract/health-code/presentation';
import { makeProof, proofMessage, stepAt } from '@contract/health-code/proof';
import { verify as verifyCode } from '@contract/health-code/verify';
import { nodeEd25519, nodeSha256, nodeVerifiers } from '../../src/backend/health-code-crypto';
import { inChild, jitless } from './child';
import { median, percentile, timeTogether } from './measure';
import { atMost, type Bench, ratioAtMost } from './row';
import { credentialOf, longestName, now, secretOf, trust } from './sample';

const rounds = 20;
const warmUp = 4;
const people = 400;
const together = 20;

/** A scan as the server gets it, and the two signatures in it as bare Ed25519 gets them. */
function scan(at: number) {
  const secret = secretOf(1000 + at);
  const holderKey = publicKeyOf(secret);
  const credential = credentialOf({ maskedName: longestName, holderKey });
  const hash = nodeSha256(credential);
  const step = stepAt(now);
  const proof = makeProof(hash, step, ed25519Signer(secret));
  const signed = decodeCredential(credential);
  if (!signed.ok) throw new Error(signed.failure);
  const { sign1 } = signed.value;
  return {
    code: encodePresentation(credential, proof),
    issued: [sigStructure(sign1), sign1.signature] as const,
    held: [holderKey, proofMessage(hash, step), proof.slice(4)] as const,
  };
}

/** What a verdict costs beside the two signatures it cannot do without; on the server, and on a phone. */
export const verify: Bench = async (say) => {
  say(`${people} codes`);
  const scans = Array.from({ length: people }, (_, at) => scan(at));
  const [issuer] = trust.issuers;
  const issuerKey = issuer && keyOf(issuer);
  if (!issuerKey) throw new Error('no issuer');
  const context = {
    now,
    trust,
    status: () => ({ value: 0 as const, age: 0 }),
    verifiers: nodeVerifiers,
    sha256: nodeSha256,
  };
  const bare = (at: number): void => {
    const { issued, held } = scans[at] ?? scan(at);
    if (!nodeEd25519(issuerKey, ...issued) || !nodeEd25519(...held)) throw new Error('not valid');
  };
  const whole = (at: number): void => {
    const { reason } = verifyCode(scans[at]?.code ?? '', context);
    if (reason !== 'green') throw new Error(reason);
  };
  const measured: { value: number; baseline: number; ratio: number }[] = [];
  for (let round = 0; round < rounds + warmUp; round++) {
    for (let from = 0; from < people; from += together) {
      const some = Array.from({ length: together }, (_, at) => from + at);
      // In turns and shortly after each other, so that what else the machine does falls on both.
      const before = round % 2 === 0 ? timeTogether(some, bare) : undefined;
      const value = timeTogether(some, whole);
      const baseline = before ?? timeTogether(some, bare);
      if (round >= warmUp) measured.push({ value, baseline, ratio: value / baseline });
    }
  }
  const of = (key: 'value' | 'baseline' | 'ratio'): number => median(measured.map((each) => each[key]));
  say('a phone without a JIT');
  const phone: number[] = [];
  for (let round = 0; round < 3; round++)
    phone.push(percentile(await inChild<number[]>('verify-phone.ts', jitless), 0.95));
  return [
    ratioAtMost({
      name: 'server: a verdict beside its two bare Ed25519 calls',
      value: of('value') * 1000,
      baseline: of('baseline') * 1000,
      unit: 'µs',
      ratio: of('ratio'),
      goal: 1.2,
    }),
    atMost('client: a verdict, p95, --jitless', median(phone), 'ms', 20),
  ];
};
