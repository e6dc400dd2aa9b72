import { decodeBase64url } from '../health-code/base64url';
import type { SignatureVerifier } from '../health-code/cose';
import {
  chainHash,
  GENESIS,
  type LogLine,
  personalHash,
  SALT_LENGTH,
  type SaltedText,
  type Sha256,
  signedMessage,
} from './entry';
import { encodeHex } from './hex';
import { entryTextOf, readLine } from './line';

/**
 * - `unreadable`: no line of a log, or not written in its one form
 * - `missing`: another entry stands where this one belongs: removed, or out of order
 * - `altered`: it is not what was chained
 * - `unknown-key`, `not-signed`: nobody we know stands for it
 * - `text-altered`: a personal text beside it is not the one whose hash it bears
 * - `cut-off`: the log has been further, or was another
 */
export type ChainFailure =
  | 'unreadable'
  | 'missing'
  | 'altered'
  | 'unknown-key'
  | 'not-signed'
  | 'text-altered'
  | 'cut-off';

/** The first entry that is not as it was, by its number. */
export interface ChainFault {
  seq: number;
  failure: ChainFailure;
}

/** A key that signed entries; one that is retired or revoked still speaks for those it signed. */
export interface LogKey {
  kid: string;
  /** Raw Ed25519 key, 32 bytes. */
  key: Uint8Array;
}

export interface ChainCrypto {
  sha256: Sha256;
  /** Strict Ed25519. */
  verify: SignatureVerifier;
}

/** A head somebody saw: the log must hold it. Without a number any place will do. */
export interface SeenHead {
  seq?: number;
  hash: string;
}

/** Where a chain stands: number and hash (hex) of its last entry; 0 and zeros before the first. */
export interface ChainEnd {
  seq: number;
  hash: string;
}

export type ChainVerdict = { ok: true; end: ChainEnd } | { ok: false; fault: ChainFault };

/** Checks a log line by line, so that it need never lie in memory whole. */
export interface ChainCheck {
  /** @returns what is wrong with this line; then the check is over */
  take(line: string): ChainFault | undefined;
  end(): ChainVerdict;
}

export function checkChain(keys: readonly LogKey[], crypto: ChainCrypto, head?: SeenHead): ChainCheck {
  let seq = 0;
  let hash = GENESIS;
  let heldHead = head === undefined;

  function failureOf(line: string): ChainFailure | undefined {
    const read = readLine(line);
    if (!read) return 'unreadable';
    const { entry, personal, signature } = read;
    const text = entryTextOf(line, read);
    if (text === undefined) return 'unreadable';
    if (entry.seq !== seq + 1) return 'missing';
    const next = chainHash(hash, text, crypto.sha256);
    if (encodeHex(next) !== read.hash) return 'altered';
    const signer = keys.filter(({ kid }) => kid === entry.kid);
    if (signer.length === 0) return 'unknown-key';
    const signed = decodeBase64url(signature);
    if (!signed || !signer.some(({ key }) => crypto.verify(key, signedMessage(next), signed)))
      return 'not-signed';
    if (!areTexts(entry.personal ?? {}, personal ?? {}, crypto.sha256)) return 'text-altered';
    hash = next;
    seq = entry.seq;
    heldHead ||= isHead(read, head);
    return undefined;
  }

  return {
    take(line) {
      const failure = failureOf(line);
      return failure && { seq: seq + 1, failure };
    },
    end: () =>
      heldHead
        ? { ok: true, end: { seq, hash: encodeHex(hash) } }
        : { ok: false, fault: { seq: firstCut(head, seq), failure: 'cut-off' } },
  };
}

/** A whole log at once. */
export function verifyChain(
  lines: Iterable<string>,
  keys: readonly LogKey[],
  crypto: ChainCrypto,
  head?: SeenHead,
): ChainVerdict {
  const check = checkChain(keys, crypto, head);
  for (const line of lines) {
    const fault = check.take(line);
    if (fault) return { ok: false, fault };
  }
  return check.end();
}

const isHead = ({ entry, hash }: LogLine, head: SeenHead | undefined): boolean =>
  hash === head?.hash && (head.seq === undefined || head.seq === entry.seq);

/** A log that reaches as far as the head without holding it differs there; a shorter one ends too early. */
const firstCut = (head: SeenHead | undefined, last: number): number =>
  Math.min(head?.seq ?? last + 1, last + 1);

/** Each text that is there has its hash in the entry. */
function areTexts(
  hashes: Readonly<Record<string, string>>,
  texts: Readonly<Record<string, SaltedText>>,
  sha256: Sha256,
): boolean {
  return Object.entries(texts).every(([name, { salt, text }]) => {
    const bytes = decodeBase64url(salt);
    return bytes?.length === SALT_LENGTH && hashes[name] === encodeHex(personalHash(bytes, text, sha256));
  });
}
