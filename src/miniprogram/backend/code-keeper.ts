import type { IssuedCode } from '@contract/api';
import { decodeBase64url, encodeBase64url } from '@contract/health-code/base64url';
import { FRESH_FOR } from '@contract/health-code/credential';
import { ed25519Signer, publicKeyOf, sha256 } from '@contract/health-code/noble';
import { possessionMessage } from '@contract/health-code/possession';
import { encodePresentation } from '@contract/health-code/presentation';
import { makeProof, stepAt } from '@contract/health-code/proof';
import { CallFailed, type Client } from './client';
import type { KeyValue } from './storage';

/** A credential with the phone's own key for it. The secret never leaves this phone. */
interface KeptCode {
  secret: string;
  issued: IssuedCode;
  /** Server time minus this phone's, milliseconds, when last measured. */
  clockOffset: number;
}

export interface CodeKeeper {
  current(): KeptCode | undefined;
  subscribe(listener: () => void): () => void;
  /** Server time as this phone knows it, epoch milliseconds. */
  now(): number;
  /** The text of the QR code of a moment of server time; asks nobody. Undefined when there is no credential. */
  present(at: number): string | undefined;
  /** Gets a new credential when there is none, or past half of its fresh day. Rejects as the client does. */
  refreshIfDue(): Promise<void>;
  /** After a change of name or home: the credential says the old one. */
  refresh(): Promise<void>;
  forget(): Promise<void>;
}

const key = 'health-code';

/** Shows the code from what the phone holds, and renews it while there is a network. */
export async function createCodeKeeper(deps: {
  client: Client;
  platform: { storage: KeyValue; randomBytes(count: number): Promise<Uint8Array>; now(): number };
}): Promise<CodeKeeper> {
  const { client, platform } = deps;
  let kept = await platform.storage.get<KeptCode>(key);
  const listeners = new Set<() => void>();
  let round: Promise<void> | undefined;
  const now = (): number => platform.now() + (kept?.clockOffset ?? 0);

  async function change(next: KeptCode | undefined): Promise<void> {
    kept = next;
    await (next ? platform.storage.set(key, next) : platform.storage.remove(key));
    listeners.forEach((listener) => listener());
  }

  const ask = (secret: Uint8Array, at: number): Promise<IssuedCode> => {
    const holderKey = publicKeyOf(secret);
    const step = stepAt(at);
    const possession = ed25519Signer(secret)(possessionMessage(holderKey, step));
    return client.call('POST /v1/health-codes', {
      body: { holderKey: encodeBase64url(holderKey), step, possession: encodeBase64url(possession) },
    });
  };

  /** What the server's clock says: for a phone whose own was never measured, or was set since. */
  async function measured(): Promise<number> {
    const list = await client.call('GET /v1/trust-list', {});
    return Date.parse(list.publishedAt);
  }

  async function renew(): Promise<void> {
    const secret = (kept && decodeBase64url(kept.secret)) ?? (await platform.randomBytes(32));
    let before = platform.now();
    const issued = await ask(secret, kept ? now() : await measured()).catch(async (error: unknown) => {
      if (!(error instanceof CallFailed) || error.code !== 'possession-not-proved') throw error;
      const at = await measured();
      before = platform.now();
      return ask(secret, at);
    });
    // Half of the way there and back: good to a second or so, and a step has thirty.
    const clockOffset = Date.parse(issued.serverTime) - (before + platform.now()) / 2;
    await change({ secret: encodeBase64url(secret), issued, clockOffset });
  }

  const refresh = (): Promise<void> => {
    round ??= renew().finally(() => (round = undefined));
    return round;
  };

  return {
    current: () => kept,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now,
    present(at) {
      const secret = kept && decodeBase64url(kept.secret);
      const credential = kept && decodeBase64url(kept.issued.credential);
      if (!secret || !credential) return undefined;
      return encodePresentation(credential, makeProof(sha256(credential), stepAt(at), ed25519Signer(secret)));
    },
    async refreshIfDue() {
      const due = !kept || now() > Date.parse(kept.issued.issuedAt) + FRESH_FOR / 2;
      if (due) await refresh();
    },
    refresh,
    forget: () => change(undefined),
  };
}
