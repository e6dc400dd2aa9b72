import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Clock } from '../../ports/clock';
import type { SharedToken } from '../../ports/shared-token';
import { callWeChat } from './call';
import type { WeChatSettings } from './identity';

/** WeChat keeps an old token good for five minutes after a new one: in those the next is fetched. */
const EARLY_MS = 5 * 60_000;
const WAIT_MS = 100;

export interface AccessTokens {
  /** One that is good as far as is known; undefined when none can be had now. */
  get(): Promise<string | undefined>;
  /** Another, since WeChat refuses this one (40001, 42001). */
  instead(of: string): Promise<string | undefined>;
}

/**
 * WeChat's `getStableAccessToken` (POST /cgi-bin/stable_token), fetched by one process for all. It is kept sealed with
 * a key made of the app's secret, so that a copy of the database is no pass to WeChat.
 */
export function createAccessTokens(
  { appId, appSecret, origin }: WeChatSettings,
  shared: SharedToken,
  { clock, timeoutMs, onFault }: { clock: Clock; timeoutMs: number; onFault: (what: string) => void },
): AccessTokens {
  const box = sealing(appId, appSecret);
  /** In this process all wait for the same. */
  let renewing: Promise<string | undefined> | undefined;

  async function kept(): Promise<{ token: string; msLeft: number } | undefined> {
    const row = await shared.read();
    const token = row && box.open(row.sealed);
    return row && token !== undefined
      ? { token, msLeft: row.goodUntil.getTime() - clock.now().getTime() }
      : undefined;
  }

  async function ask(force: boolean): Promise<{ token: string; seconds: number } | undefined> {
    const answer = await callWeChat(new URL('/cgi-bin/stable_token', origin), {
      timeoutMs,
      body: { grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh: force },
    });
    const { access_token: token, expires_in: seconds, errcode } = answer ?? {};
    if (typeof token === 'string' && token !== '' && typeof seconds === 'number') return { token, seconds };
    onFault(
      typeof errcode === 'number'
        ? `stable_token errcode ${errcode}`
        : 'stable_token gave no answer that can be read',
    );
    return undefined;
  }

  /** With the lease. Forced only where WeChat itself still gives out the bad one: that may be done twenty times a day. */
  async function fetchNext(bad: string | undefined): Promise<string | undefined> {
    let next = await ask(false);
    if (next !== undefined && next.token === bad) next = await ask(true);
    if (!next || next.token === bad) {
      await shared.release();
      return undefined;
    }
    await shared.put(box.seal(next.token), new Date(clock.now().getTime() + next.seconds * 1000));
    return next.token;
  }

  async function renew(bad: string | undefined): Promise<string | undefined> {
    // As long as the other process's calls may take, and a little.
    const leaseMs = 3 * timeoutMs;
    const isGood = (now: Awaited<ReturnType<typeof kept>>) =>
      now !== undefined && now.token !== bad && now.msLeft > EARLY_MS;
    for (let waited = 0; waited <= leaseMs; waited += WAIT_MS) {
      const now = await kept();
      if (now && isGood(now)) return now.token;
      if (await shared.lease(leaseMs)) {
        // Whoever had the lease a moment ago may have put one since it was looked for.
        const since = await kept();
        if (!since || !isGood(since)) return fetchNext(bad);
        await shared.release();
        return since.token;
      }
      // Somebody else is at it: what there is serves until then.
      if (now && now.token !== bad && now.msLeft > 0) return now.token;
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    }
    return undefined;
  }

  const renewOnce = (bad?: string): Promise<string | undefined> =>
    (renewing ??= renew(bad).finally(() => (renewing = undefined)));

  return {
    async get() {
      const now = await kept();
      if (now && now.msLeft > EARLY_MS) return now.token;
      // One that is nearly over still serves when no other can be had.
      return (await renewOnce()) ?? (now && now.msLeft > 0 ? now.token : undefined);
    },
    instead: (bad) => renewOnce(bad),
  };
}

function sealing(appId: string, appSecret: string) {
  const key = Buffer.from(hkdfSync('sha256', appSecret, appId, 'access token', 32));
  return {
    seal(text: string): Buffer {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    /** Undefined for what was sealed under another secret. */
    open(sealed: Buffer): string | undefined {
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
        decipher.setAuthTag(sealed.subarray(12, 28));
        return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
