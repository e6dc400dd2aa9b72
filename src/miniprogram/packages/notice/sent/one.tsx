import '../../../look/notice-author.scss';
import { View } from '@tarojs/components';
import type { Notice } from '@contract/api';
import { mayPublish } from '@contract/notice/access';
import { chosenOf } from '@contract/notice/choosing';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useMe } from '../../../backend/me';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { Cell } from '../../../components/cell';
import { Foot } from '../../../components/foot';
import { Page } from '../../../components/page';
import { Loaded } from '../../../components/states';
import { StatusRow } from '../../../components/status-row';
import { open } from '../../../paths';
import { whenReady } from '../../../when-ready';
import { useAuthorText } from '../author-text';
import { ChosenRow } from '../parts/chosen-row';
import { Said } from '../parts/said';
import { Cancel } from './cancel';
import { CountsShown } from './counts';
import { Versions } from './versions';

function One({ notice, sent }: { notice: Notice; sent: boolean }) {
  const t = useAuthorText();
  const { code } = usePhone();
  const [cancelling, setCancelling] = useState(false);
  const counts = useRead('GET /v1/notices/:id/counts', { params: { id: notice.id } });
  const cancelled = notice.msgType === 'Cancel';
  const grants = useMe().data?.grants ?? [];
  const elsewhere = !mayPublish(grants, notice.author.node);
  const over = notice.expiresAt !== null && Date.parse(notice.expiresAt) <= code.clock.now();
  const go = (url: string) => (): void => void Taro.navigateTo({ url });
  return (
    <>
      {sent && <StatusRow icon="check">{t('author.one.sent')}</StatusRow>}
      <View className={cancelled ? 'card struck' : 'card'}>
        {cancelled && <View className="tag">{t('author.state.cancelled')}</View>}
        {elsewhere && !cancelled && (
          <View className="caption">{t('author.elsewhere', { place: notice.author.name })}</View>
        )}
        <Said content={notice} author={notice.author.name} whole />
      </View>
      {cancelling ? (
        <Cancel notice={notice} onDone={() => setCancelling(false)} />
      ) : (
        <>
          <View className="card flush to-whom">
            <View className="asked">{t('publish.to')}</View>
            {chosenOf(notice.audience).map((chosen) => (
              <ChosenRow key={chosen.node} chosen={chosen} />
            ))}
            <Cell icon="print" act title={t('author.print')} onTap={go(open.printNotice(notice.id))} />
          </View>
          {!counts.error?.gone && (
            <Loaded read={counts}>
              {(found) => <CountsShown id={notice.id} counts={found} asked={notice.acknowledge} />}
            </Loaded>
          )}
          <Versions id={notice.id} />
          {!cancelled && !over && !elsewhere && (
            <Foot>
              <Button kind="outline" text={t('author.cancel')} onTap={() => setCancelling(true)} />
              <Button kind="outline" text={t('author.update')} onTap={go(open.updateNotice(notice.id))} />
            </Foot>
          )}
        </>
      )}
    </>
  );
}

/** One that is out: how many it reached, what of it changed, and what can still be done. */
function OnePage() {
  const t = useAuthorText();
  const { id = '', sent } = useRouter().params;
  const read = useRead('GET /v1/notices/:id', { params: { id } });
  return (
    <Page title={t('author.sent.title')} foot>
      <Loaded read={read}>{(notice) => <One notice={notice} sent={sent !== undefined} />}</Loaded>
    </Page>
  );
}

export default whenReady(OnePage);
