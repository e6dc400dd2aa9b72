import { encode } from 'uqr';
import { ed25519Signer, publicKeyOf, sha256 } from '@contract/health-code/noble';
import { encodePresentation } from '@contract/health-code/presentation';
import { makeProof, stepAt } from '@contract/health-code/proof';
import { timeEach } from './measure';
import { credentialOf, longestName, now, secretOf } from './sample';

// What a phone does every thirty seconds, and on opening: a proof, the text, the modules of its picture.
const secret = secretOf(2);
const sign = ed25519Signer(secret);
const credential = credentialOf({ maskedName: longestName, holderKey: publicKeyOf(secret) });
const show = (round: number) =>
  encode(encodePresentation(credential, makeProof(sha256(credential), stepAt(now) + round, sign)), {
    ecc: 'M',
    border: 0,
  });
console.log(JSON.stringify(timeEach(100, show)));
