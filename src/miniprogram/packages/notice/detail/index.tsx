import { useRouter } from '@tarojs/taro';
import { useNoticeActs } from '../../../backend/notice-acts';
import { useRead } from '../../../backend/queries';
import { useNotices, withActs } from '../../../backend/unread';
import { Page } from '../../../components/page';
import { Loaded } from '../../../components/states';
import { whenReady } from '../../../when-ready';
import { newer } from '../../../backend/newer';
import { useNoticeText } from '../reading-text';
import { NoticeFoot, useNoticeActions } from './acts';
import { Shown } from './shown';
import '../../../look/notice.scss';

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
      {notice ? (
        <Shown notice={notice} />
      ) : (
        <Loaded read={read}>{(found) => <Shown notice={found} />}</Loaded>
      )}
      {notice && <NoticeFoot id={id} {...actions} />}
    </Page>
  );
}

export default whenReady(NoticePage);
