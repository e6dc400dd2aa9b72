import { sign } from 'node:crypto';
import { generateKeyPairSync } from 'node:crypto';
import type { ChainCrypto, LogKey } from '../../../src/contract/audit/chain';
import { canonicalJson } from '../../../src/contract/audit/canonical-json';
import {
  type ChainedEntry,
  chainHash,
  GENESIS,
  lineOf,
  personalHash,
  type SaltedText,
  signedMessage,
} from '../../../src/contract/audit/entry';
import { encodeHex } from '../../../src/contract/audit/hex';
import { decodeBase64url, encodeBase64url } from '../../../src/contract/health-code/base64url';
import { nodeEd25519, nodeSha256 } from '../../../src/backend/health-code-crypto';

export const chainCrypto: ChainCrypto = { sha256: nodeSha256, verify: nodeEd25519 };

export interface TestKey extends LogKey {
  sign(message: Uint8Array): Uint8Array;
}

export function testKey(kid: string): TestKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = decodeBase64url(publicKey.export({ format: 'jwk' }).x ?? '') ?? new Uint8Array();
  return { kid, key, sign: (message) => new Uint8Array(sign(null, message, privateKey)) };
}

export interface Written {
  act: string;
  body?: Record<string, unknown>;
  texts?: Record<string, string>;
  signer: TestKey;
}

/** A log of these entries, as an export with personal parts has it. */
export function writeLog(entries: readonly Written[]): string[] {
  let hash = GENESIS;
  return entries.map(({ act, body = {}, texts, signer }, index) => {
    const salted = Object.entries(texts ?? {}).map(([name, text], at): [string, SaltedText] => [
      name,
      { salt: encodeBase64url(new Uint8Array(16).fill(index * 7 + at)), text },
    ]);
    const entry: ChainedEntry = {
      v: 1,
      seq: index + 1,
      at: new Date(1_790_000_000_000 + index * 1000).toISOString(),
      act,
      body,
      ...(texts ? { personal: Object.fromEntries(salted.map(([name, one]) => [name, hashOf(one)])) } : {}),
      kid: signer.kid,
    };
    const text = canonicalJson(entry);
    hash = chainHash(hash, text, nodeSha256);
    return lineOf(text, {
      hash: encodeHex(hash),
      ...(texts ? { personal: Object.fromEntries(salted) } : {}),
      signature: encodeBase64url(signer.sign(signedMessage(hash))),
    });
  });
}

const hashOf = ({ salt, text }: SaltedText): string =>
  encodeHex(personalHash(decodeBase64url(salt) ?? new Uint8Array(), text, nodeSha256));
