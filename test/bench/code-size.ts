import { encode } from 'uqr';
import { decodeBase45 } from '@contract/health-code/base45';
import { ed25519Signer, publicKeyOf, sha256 } from '@contract/health-code/noble';
import { encodePresentation, PREFIX } from '@contract/health-code/presentation';
import { makeProof, stepAt } from '@contract/health-code/proof';
import { encodeUtf8 } from '@contract/health-code/utf8';
import { atMost, type Row } from './row';
import { credentialOf, longestName, now, secretOf } from './sample';

/** What QR versions hold at ECC M in alphanumeric mode: version 11 (61 × 61), version 8 (49 × 49). */
const version11 = { side: 61, characters: 366, bytes: 241 };
const version8 = { side: 49, characters: 221, bytes: 144 };

function rowsOf(name: string, text: string, goal: typeof version11): Row[] {
  const bytes = decodeBase45(text.slice(PREFIX.length));
  if (!bytes.ok) throw new Error(bytes.failure);
  return [
    atMost(`${name}: bytes`, bytes.value.length, 'bytes', goal.bytes),
    atMost(`${name}: characters`, text.length, 'characters', goal.characters),
    atMost(`${name}: QR side, ECC M`, encode(text, { ecc: 'M', border: 0 }).size, 'modules', goal.side),
  ];
}

/** How much a code holds, and how large its picture is. */
export function codeSize(): Promise<Row[]> {
  if (encodeUtf8(longestName).length !== 15) throw new Error('not the longest name');
  const secret = secretOf(2);
  const shown = (maskedName: string): string => {
    const credential = credentialOf({ maskedName, holderKey: publicKeyOf(secret) });
    return encodePresentation(credential, makeProof(sha256(credential), stepAt(now), ed25519Signer(secret)));
  };
  return Promise.resolve([
    ...rowsOf('phone', shown('张*三'), version11),
    ...rowsOf('helped person, longest name', shown(longestName), version11),
    ...rowsOf('paper, longest name', encodePresentation(credentialOf({ maskedName: longestName })), version8),
  ]);
}
