import { fail, ok, type Result } from '@contract/result';
import type { Identity, IdentityProvider, SignInFailure } from '../../ports/identity';
import { callWeChat } from './call';

export interface WeChatSettings {
  appId: string;
  appSecret: string;
  /** https://api.weixin.qq.com, or a proxy of the city's. */
  origin: string;
}

/**
 * Error codes of `code2Session` that speak of the person's code, not of us:
 * 40029 invalid, 40163 used already, 40226 blocked by WeChat as high risk.
 */
const refused = new Set([40029, 40163, 40226]);

/** -1 busy, 45011 too often for one person: both pass by themselves. */
const passing = new Set([-1, 45011]);

/**
 * WeChat's `auth.code2Session` (GET /sns/jscode2session). WeChat answers 200 to everything; what happened is in
 * `errcode`. The session key it also sends is not kept: nothing here needs it.
 * @param onFault told of answers that an operator has to look at (wrong app id or secret, nonsense): a code, no person
 */
export function createWeChatIdentity(
  { appId, appSecret, origin }: WeChatSettings,
  { timeoutMs = 5000, onFault }: { timeoutMs?: number; onFault: (what: string) => void },
): IdentityProvider {
  return {
    async signIn(code) {
      const address = new URL('/sns/jscode2session', origin);
      address.search = new URLSearchParams({
        appid: appId,
        secret: appSecret,
        js_code: code,
        grant_type: 'authorization_code',
      }).toString();
      const answer = await callWeChat(address, { timeoutMs });
      const outcome = read(answer);
      if (outcome.fault) onFault(outcome.fault);
      return outcome.result;
    },
  };
}

interface Outcome {
  result: Result<Identity, SignInFailure>;
  fault?: string;
}

function read({ errcode, openid }: Record<string, unknown> = {}): Outcome {
  if (typeof errcode === 'number' && errcode !== 0) {
    if (refused.has(errcode)) return { result: fail('refused') };
    const result = fail('unavailable');
    return passing.has(errcode) ? { result } : { result, fault: `code2Session errcode ${errcode}` };
  }
  if (typeof openid === 'string' && openid !== '')
    return { result: ok({ provider: 'wechat', subject: openid }) };
  return { result: fail('unavailable'), fault: 'code2Session gave no answer that can be read' };
}
