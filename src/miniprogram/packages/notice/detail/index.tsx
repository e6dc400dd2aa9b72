import type { Notice } from '@contract/api';
import { useRouter } from '@tarojs/taro';
import { useNoticeActs } from '../../../backend/notice-acts';
import { useRead } from '../../../backend/queries';
import { useNotices, withActs } from '../../../backend/unread';
import { Page } from '../../../components/page';
import { Loaded } from '../../../components/states';
import { whenReady } from '../../../when-ready';
import { useNoticeText } from '../reading-text';
import { NoticeFoot, useNoticeActions } from './acts';
import { Shown } from './shown';
import '../../../look/notice.scss';

/** The newer of what this phone has of it: a cancelled one is struck through whichever copy heard of it first. */
export const newer = (one: Notice | undefined, other: Notice | undefined): Notice | undefined =>
  one && other ? (other.version > one.version ? other : one) : (one ?? other);

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
