import { useMe } from '../../backend/me';
import { useRead } from '../../backend/queries';
import { bornOnOf } from './birth-month';
import type { NoticeSpeech } from './reading-text';

/** Myself, or somebody of my family I may read for. */
export interface OnePerson {
  id: string;
  me: boolean;
  /** 妈妈 李*珍 */
  called: string;
  /** Of a child, whose day the phone knows. */
  bornOn?: string;
}

export function usePeople(t: NoticeSpeech): OnePerson[] {
  const me = useMe().data;
  const members = useRead('GET /v1/family', {}).data?.members ?? [];
  if (!me) return [];
  return [
    { id: me.id, me: true, called: t('know.me.name') },
    ...members
      .filter(({ state, may }) => state === 'active' && may.includes('read'))
      .map(({ personId, calledAs, maskedName, endsOn }) => {
        const bornOn = bornOnOf(endsOn);
        return {
          id: personId,
          me: false,
          called: `${calledAs} ${maskedName}`,
          ...(bornOn === undefined ? {} : { bornOn }),
        };
      }),
  ];
}
