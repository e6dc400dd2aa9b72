import type { NudgeOffer } from '@contract/api';
import { useState } from 'react';
import { askForMessage, canSubscribe } from '../platform/subscribe';
import { usePhone } from './phone-context';
import { useRead } from './queries';
import { useKey } from './use-key';

/** How it went: WeChat's yes and ours, a no there, all messages off there, or nothing kept here. */
export type Asked = 'kept' | 'no' | 'off' | 'not-kept';

/**
 * One message by WeChat about a request, a colour or notices.
 * @param enabled whether there is anything to tell of
 * @returns `offer` undefined where nothing is offered: on the web, without WeChat, or by this deployment
 */
export function useNudge(kind: NudgeOffer['kind'], requestId?: string, enabled = true) {
  const { client, queries } = usePhone();
  const { keyFor, renew } = useKey();
  const [asked, setAsked] = useState<Asked>();
  const query = requestId === undefined ? {} : { requestId };
  const offers = useRead('GET /v1/me/nudges', { query }, { enabled: enabled && canSubscribe() });
  const offer = offers.data?.find((one) => one.kind === kind);

  async function keep(templateId: string): Promise<Asked> {
    const body = { kind, templateId, ...query };
    try {
      await client.call('POST /v1/me/nudges', { body, idempotencyKey: await keyFor(body) });
    } catch {
      // The same key again: had it arrived after all, it is one yes.
      return 'not-kept';
    }
    renew();
    await queries.invalidateQueries({ queryKey: ['GET /v1/me/nudges'] });
    return 'kept';
  }

  return {
    offer,
    asked,
    /** Straight from a tap. */
    ask: (): void => {
      if (!offer) return;
      void askForMessage(offer.templateId)
        .then((answer) => (answer === 'yes' ? keep(offer.templateId) : answer))
        .then(setAsked);
    },
  };
}
