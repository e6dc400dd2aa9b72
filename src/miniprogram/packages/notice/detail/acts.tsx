import type { Notice } from '@contract/api';
import Taro from '@tarojs/taro';
import { useCatalogue } from '../../../backend/catalogue';
import { useMe } from '../../../backend/me';
import { usePhone } from '../../../backend/phone-context';
import { Button } from '../../../components/button';
import { Foot } from '../../../components/foot';
import { open } from '../../../paths';
import { useNoticeText } from '../reading-text';

/** What a notice asks for or offers: that I know, and the service that one tap opens. */
export function useNoticeActions(notice: Notice | undefined) {
  const me = useMe().data;
  const categories = useCatalogue().data?.categories ?? [];
  const holds = notice && notice.msgType !== 'Cancel' ? notice : undefined;
  return {
    service: categories.find(({ code }) => code === holds?.policy?.service),
    toAcknowledge: me && holds?.acknowledge && !holds.acknowledgedFor.includes(me.id) ? me.id : undefined,
  };
}

export function NoticeFoot({
  id,
  service,
  toAcknowledge,
}: { id: string } & ReturnType<typeof useNoticeActions>) {
  const t = useNoticeText();
  const { noticeActs } = usePhone();
  if (!service && !toAcknowledge) return null;
  return (
    <Foot stacked>
      {toAcknowledge && (
        <Button text={t('know.me')} onTap={() => void noticeActs.add({ id, personId: toAcknowledge })} />
      )}
      {service && (
        <Button
          kind={toAcknowledge ? 'outline' : 'filled'}
          text={t(service.kind === 'grid' ? 'policy.file' : 'policy.refer', { name: t.of(service.name) })}
          onTap={() => void Taro.navigateTo({ url: open.category(service) })}
        />
      )}
    </Foot>
  );
}
