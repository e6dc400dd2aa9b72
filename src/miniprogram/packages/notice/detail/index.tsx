import Taro, { useRouter } from '@tarojs/taro';
import { useNoticeActs } from '../../../backend/notice-acts';
import { useRead } from '../../../backend/queries';
import { useNotices, withActs } from '../../../backend/unread';
import { Page } from '../../../components/page';
import { Loaded, Nothing } from '../../../components/states';
import { whenReady } from '../../../when-ready';
import { newer } from '../../../backend/newer';
import { useNoticeText } from '../reading-text';
import { NoticeFoot, useNoticeActions } from './acts';
import { Shown } from './shown';
import '../../../look/notice.scss';

/** It never was for me, or is not any more. */
function NotMine() {
  const t = useNoticeText();
  const toAll = (): void => void Taro.switchTab({ url: '/pages/notices/index' });
  const act = { text: t('notice.not-mine.all'), onTap: toAll };
  return <Nothing icon="bell" title={t('notice.not-mine')} about={t('notice.not-mine.about')} act={act} />;
}

/** One notice; from the copy of the list where there is no network. */
function NoticePage() {
  const t = useNoticeText();
  const { id = '' } = useRouter().params;
  const acts = useNoticeActs();
  const copy = useNotices().data?.notices.find((notice) => notice.id === id);
  const read = useRead('GET /v1/notices/:id', { params: { id } });
  const newest = newer(read.data, copy);
  const notice = newest && withActs(newest, acts);
  const actions = useNoticeActions(notice);
  const foot = actions.service !== undefined || actions.toAcknowledge !== undefined;
  return (
    <Page className="paper" title={t(notice?.policy ? 'notice.title.policy' : 'notices.title')} foot={foot}>
      {notice && <Shown notice={notice} />}
      {!notice && (read.error?.gone ? <NotMine /> : <Loaded read={read}>{() => null}</Loaded>)}
      {notice && <NoticeFoot id={id} {...actions} />}
    </Page>
  );
}

export default whenReady(NoticePage);
