import { canonicalJson } from '@contract/audit/canonical-json';
import {
  type ChainedEntry,
  chainHash,
  personalHash,
  SALT_LENGTH,
  signedMessage,
} from '@contract/audit/entry';
import { encodeHex } from '@contract/audit/hex';
import { encodeBase64url } from '@contract/health-code/base64url';
import type { CredentialSigner } from '@contract/health-code/credential';
import { randomBytes } from 'node:crypto';
import { nodeSha256 } from '../../../health-code-crypto';
import type { LogEntry } from '../../../ports/audit-log';

/** An entry and its personal texts as they are stored. */
export interface ChainedRow {
  entry: { seq: string; entry: string; hash: Buffer; signature: Buffer };
  personal: {
    seq: string;
    name: string;
    salt: Buffer;
    text: string;
    emergency_id: string | null;
    person_id: string | null;
  }[];
}

interface Place {
  seq: number;
  at: Date;
  /** The hash of the chain before it. */
  before: Uint8Array;
  signer: CredentialSigner;
}

/** An entry at its place in the chain, hashed and signed. */
export function chained(
  { act, node, body, personal = {}, deletedWith }: LogEntry,
  { seq, at, before, signer }: Place,
): ChainedRow {
  const salted = Object.entries(personal).map(([name, text]) => ({
    name,
    text,
    salt: randomBytes(SALT_LENGTH),
  }));
  const hashes = salted.map(({ name, salt, text }) => [
    name,
    encodeHex(personalHash(salt, text, nodeSha256)),
  ]);
  const unsigned: Omit<ChainedEntry, 'kid'> = {
    v: 1,
    seq,
    at: at.toISOString(),
    act,
    ...(node === undefined ? {} : { node }),
    // As whoever reads it will find it: a Date is a text there.
    body: JSON.parse(JSON.stringify(body)) as Record<string, unknown>,
    ...(salted.length > 0 ? { personal: Object.fromEntries(hashes) as Record<string, string> } : {}),
  };
  const { text, hash, signature } = signed(unsigned, before, signer);
  return {
    entry: { seq: String(seq), entry: text, hash: Buffer.from(hash), signature: Buffer.from(signature) },
    personal: salted.map((one) => ({
      seq: String(seq),
      ...one,
      emergency_id: deletedWith && 'emergencyId' in deletedWith ? deletedWith.emergencyId : null,
      person_id: deletedWith && 'personId' in deletedWith ? deletedWith.personId : null,
    })),
  };
}

/** The key in use may change between naming it and signing: then once more, since what is chained stays. */
function signed(unsigned: Omit<ChainedEntry, 'kid'>, before: Uint8Array, signer: CredentialSigner) {
  for (;;) {
    const kid = encodeBase64url(signer.kid);
    const text = canonicalJson({ ...unsigned, kid });
    const hash = chainHash(before, text, nodeSha256);
    const signature = signer.sign(signedMessage(hash));
    if (encodeBase64url(signer.kid) === kid) return { text, hash, signature };
  }
}
