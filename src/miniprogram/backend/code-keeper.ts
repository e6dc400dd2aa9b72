import type { FamilyMember, IssuedCode } from '@contract/api';
import { decodeBase64url } from '@contract/health-code/base64url';
import { equalBytes } from '@contract/health-code/bytes';
import { decodeCredential, FRESH_FOR } from '@contract/health-code/credential';
import { sha256 } from '@contract/health-code/noble';
import { encodePresentation } from '@contract/health-code/presentation';
import { makeProof, proofMessage, stepAt } from '@contract/health-code/proof';
import { CallFailed, type Client } from './client';
import { renew, type Whose } from './code-renewal';
import type { HolderKey, HolderKeys } from './holder-key';
import { type KeptCode, loadCodes, saveCodes } from './kept-codes';
import type { ServerClock } from './server-clock';
import type { KeyValue } from './storage';

export interface CodeKeeper {
  /** Mine first, then the family's. */
  codes(): readonly KeptCode[];
  subscribe(listener: () => void): () => void;
  clock: ServerClock;
  /** The text of the QR code of a moment of server time; asks nobody. Undefined when the key is gone. */
  present(kept: KeptCode, at: number): Promise<string | undefined>;
  /**
   * Meets the server: drops whom I may no longer show, renews every code older than `age` (ms; half of its fresh day
   * without it). Rejects as the client does; what is here then stands.
   */
  refresh(age?: number): Promise<void>;
  /** What came while the app was closed: taken where its key is still this phone's and it is newer. */
  take(issued: readonly IssuedCode[]): Promise<void>;
  /** How long the server has asked to be left alone (ms); 0 when it has not. */
  busyFor(): number;
  forget(): Promise<void>;
}

/** Where a busy server does not say, it is left alone so long (s). */
const busySeconds = 60;

/** Shows codes from what the phone holds, and renews them while there is a network. */
export async function createCodeKeeper(deps: {
  client: Client;
  clock: ServerClock;
  platform: {
    storage: KeyValue;
    holderKeys: HolderKeys;
    /** Steady, milliseconds. */
    elapsed(): number;
    /** From 0 to 1. */
    random(): number;
  };
}): Promise<CodeKeeper> {
  const { client, clock, platform } = deps;
  const { storage, holderKeys: keys, elapsed } = platform;
  const renewal = { client, keys, clock, elapsed };
  const opened = new Map<string, Promise<HolderKey | undefined>>();
  const listeners = new Set<() => void>();
  let codes: readonly KeptCode[] = [];
  let round: { age: number; over: Promise<void> } | undefined;
  let busy: { until: number; refusal: CallFailed } | undefined;

  const keyOf = (name: string): Promise<HolderKey | undefined> => {
    const key = opened.get(name) ?? keys.open(name);
    opened.set(name, key);
    return key;
  };
  function see(next: readonly KeptCode[]): void {
    codes = next;
    // Ready before they are needed: the first picture waits for nothing.
    codes.forEach(({ key }) => void keyOf(key));
    listeners.forEach((listener) => listener());
  }
  /** Keys go only after what they are kept for is gone, so that a crash in between loses none. */
  async function change(next: readonly KeptCode[]): Promise<void> {
    const before = codes;
    await saveCodes(storage, next);
    see(next);
    for (const { key } of before) {
      if (next.some((kept) => kept.key === key)) continue;
      opened.delete(key);
      await keys.remove(key);
    }
  }
  const sameAs =
    ({ member }: Whose) =>
    (kept: KeptCode): boolean =>
      member ? kept.issued.personId === member.personId : kept.calledAs === undefined;
  const put = (next: KeptCode, whose: Whose): Promise<void> => {
    const others = codes.filter((kept) => !sameAs(whose)(kept));
    return change(whose.member ? [...others, next] : [next, ...others]);
  };

  async function family(): Promise<FamilyMember[] | undefined> {
    const { members } = await client.call('GET /v1/family', {});
    return members.filter(({ may, state }) => state === 'active' && may.includes('show'));
  }

  async function meet(age: number): Promise<void> {
    // Another tab of the same person may have renewed meanwhile.
    see(await loadCodes(storage, keys, clock));
    let failed: unknown;
    const attempt = async <T>(act: () => Promise<T>): Promise<T | undefined> => {
      try {
        return await act();
      } catch (error) {
        failed ??= error;
        if (!(error instanceof CallFailed) || error.passing || error.problem?.status === 401) throw error;
        return undefined;
      }
    };
    const renewOne = async (whose: Whose, facts?: FamilyMember): Promise<void> => {
      const kept = codes.find(sameAs(whose));
      if (kept && !isDue(kept, age, facts)) return;
      await put(await renew(renewal, whose, kept), whose);
    };
    await attempt(() => renewOne({}));
    const members = await attempt(family);
    if (members) {
      const mine = codes.filter(({ calledAs }) => calledAs === undefined);
      const theirs = members.flatMap((member) => {
        const kept = codes.find(({ issued }) => issued.personId === member.personId);
        return kept?.calledAs === undefined ? [] : [{ ...kept, calledAs: member.calledAs }];
      });
      await change([...mine, ...theirs]);
    }
    for (const member of members ?? []) await attempt(() => renewOne({ member }, member));
    if (failed) throw failed as Error;
  }

  const isDue = ({ issued }: KeptCode, age: number, facts?: FamilyMember): boolean =>
    clock.now() - Date.parse(issued.issuedAt) > age ||
    (facts !== undefined && (facts.maskedName !== issued.maskedName || facts.confirmed !== issued.confirmed));

  const busyFor = (): number => Math.max(0, (busy?.until ?? 0) - elapsed());

  async function meetUnlessBusy(age: number): Promise<void> {
    if (busy && busyFor() > 0) throw busy.refusal;
    busy = undefined;
    await meet(age).catch(async (error: unknown) => {
      // With the emergency goes all it brought, from this phone too.
      if (error instanceof CallFailed && error.code === 'no-emergency') await change([]);
      if (error instanceof CallFailed && error.busy) {
        // Later than asked, and every phone at another moment.
        const wait = (error.retryAfter ?? busySeconds) * 1000 * (1 + platform.random());
        busy = { until: elapsed() + wait, refusal: error };
      }
      throw error;
    });
  }

  see(await loadCodes(storage, keys, clock));

  return {
    codes: () => codes,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clock,
    async present({ key, issued }, at) {
      const holder = await keyOf(key);
      const credential = decodeBase64url(issued.credential);
      if (!holder || !credential) return undefined;
      const hash = sha256(credential);
      const signature = await holder.sign(proofMessage(hash, stepAt(at)));
      return encodePresentation(
        credential,
        makeProof(hash, stepAt(at), () => signature),
      );
    },
    refresh(age = FRESH_FOR / 2) {
      // One at a time; who asks for more than the one under way waits for it, then has their own.
      if (round && round.age <= age) return round.over;
      const before = round?.over.catch(() => undefined) ?? Promise.resolve();
      const over = before
        .then(() => meetUnlessBusy(age))
        .finally(() => {
          if (round?.over === over) round = undefined;
        });
      round = { age, over };
      return over;
    },
    async take(issued) {
      for (const next of issued) {
        const bytes = decodeBase64url(next.credential);
        const signed = bytes && decodeCredential(bytes);
        const holderKey = signed?.ok ? signed.value.credential.holderKey : undefined;
        const kept = codes.find((code) => code.issued.personId === next.personId);
        const key = kept && (await keyOf(kept.key));
        if (!kept || !key || !holderKey || !equalBytes(holderKey, key.publicKey)) continue;
        if (Date.parse(next.issuedAt) <= Date.parse(kept.issued.issuedAt)) continue;
        await change(codes.map((code) => (code === kept ? { ...kept, issued: next } : code)));
      }
    },
    busyFor,
    forget: () => change([]),
  };
}
