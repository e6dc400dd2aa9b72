import { fail, ok, type Result } from '@contract/result';
import type { Clock } from '../../ports/clock';
import type { Nudge, NudgeFailure, Nudger } from '../../ports/nudger';
import type { SharedToken } from '../../ports/shared-token';
import { createAccessTokens } from './access-token';
import { callWeChat } from './call';
import type { WeChatSettings } from './identity';

/** The token is not, or no longer, one of WeChat's: what came with it was not read, so it may be sent again. */
const badToken = new Set([40001, 40014, 42001]);

const failures: Readonly<Record<number, NudgeFailure>> = {
  // The person said no, or every yes of theirs is used up.
  43101: 'not-granted',
  // No such person, or nobody of this mini-program.
  40003: 'not-granted',
  // A field is missing, does not fit, or is empty; an unknown template; an unknown page.
  47003: 'invalid',
  40037: 'invalid',
  41030: 'invalid',
  45009: 'quota',
  // Too many at once.
  45047: 'quota',
};
/** They say something of one person only: nothing for an operator to look at. */
const personal: readonly NudgeFailure[] = ['not-granted'];

/**
 * WeChat's `subscribeMessage.send` (POST /cgi-bin/message/subscribe/send). It knows no idempotency, so what may have
 * arrived is never sent again.
 * @param onFault told of answers that an operator has to look at: a code, no person
 */
export function createWeChatNudger(
  settings: WeChatSettings,
  templates: Nudger['templates'],
  token: SharedToken,
  { clock, timeoutMs = 5000, onFault }: { clock: Clock; timeoutMs?: number; onFault: (what: string) => void },
): Nudger {
  const tokens = createAccessTokens(settings, token, { clock, timeoutMs, onFault });

  const post = ({ to, templateId, page, fields }: Nudge, pass: string) => {
    const address = new URL('/cgi-bin/message/subscribe/send', settings.origin);
    address.searchParams.set('access_token', pass);
    const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]));
    return callWeChat(address, {
      timeoutMs,
      body: {
        touser: to,
        template_id: templateId,
        page,
        data,
        miniprogram_state: 'formal',
        lang: 'zh_CN',
      },
    });
  };

  function outcomeOf(answer: Record<string, unknown> | undefined): Result<'sent', NudgeFailure> {
    const errcode = answer?.['errcode'];
    if (errcode === 0) return ok('sent');
    if (typeof errcode !== 'number') {
      onFault('subscribeMessage.send gave no answer that can be read');
      return fail('unknown');
    }
    // WeChat is busy (-1), or says what we do not know: whether it was sent is not known either.
    const failure = badToken.has(errcode) ? 'not-sent' : (failures[errcode] ?? 'unknown');
    if (!personal.includes(failure)) onFault(`subscribeMessage.send errcode ${errcode}`);
    return fail(failure);
  }

  return {
    provider: 'wechat',
    templates,
    async send(nudge) {
      const pass = await tokens.get();
      if (pass === undefined) return fail('not-sent');
      const answer = await post(nudge, pass);
      if (!badToken.has(Number(answer?.['errcode']))) return outcomeOf(answer);
      const another = await tokens.instead(pass);
      return another === undefined ? outcomeOf(answer) : outcomeOf(await post(nudge, another));
    },
  };
}
