import type { ColourView } from '@contract/api';
import Taro from '@tarojs/taro';
import { useMe } from '../../../backend/me';
import { useRead } from '../../../backend/queries';
import { open } from '../../../paths';
import { call } from '../../../platform/phone-call';
import { useHealthText } from '../text';

const hotline = '12345';

/** The first way back that the app itself can take; an appeal stands beside it anyway. */
export function useFirstAct(
  reason: ColourView['reasons'][number] | undefined,
  personId: string,
): { text: string; onTap(): void } | undefined {
  const t = useHealthText();
  const node = useMe().data?.home?.node ?? '';
  const team = useRead(
    'GET /v1/regions/:code/team',
    { params: { code: node } },
    { enabled: reason !== undefined && node.length === 15 },
  );
  const act = reason?.wayBack.map((way) => way.act).find((each) => each !== undefined && each !== 'appeal');
  if (act === undefined) return undefined;
  const does = {
    'amend-declaration': () => void Taro.navigateTo({ url: open.declare(personId) }),
    'ask-for-visit': () => void Taro.navigateTo({ url: open.visit }),
    'call-desk': () => call(team.data?.[0]?.workPhone ?? hotline),
  };
  return { text: t(`reason.act.${act}`), onTap: does[act] };
}
