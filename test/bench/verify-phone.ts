import { ed25519Signer, publicKeyOf, sha256 } from '@contract/health-code/noble';
import { nobleVerifiers } from '@contract/health-code/noble-p256';
import { encodePresentation } from '@contract/health-code/presentation';
import { makeProof, stepAt } from '@contract/health-code/proof';
import { verify } from '@contract/health-code/verify';
import { timeEach } from './measure';
import { credentialOf, longestName, now, secretOf, trust } from './sample';

// What a guard's phone does with a scanned text, by pure JavaScript.
const codes = Array.from({ length: 20 }, (_, at) => {
  const secret = secretOf(100 + at);
  const credential = credentialOf({ maskedName: longestName, holderKey: publicKeyOf(secret) });
  return encodePresentation(credential, makeProof(sha256(credential), stepAt(now), ed25519Signer(secret)));
});
const context = {
  now,
  trust,
  status: () => ({ value: 0 as const, age: 0 }),
  verifiers: nobleVerifiers,
  sha256,
};
const times = timeEach(200, (round) => {
  const { reason } = verify(codes[round % codes.length] ?? '', context);
  if (reason !== 'green') throw new Error(reason);
});
console.log(JSON.stringify(times));
