import '../../../look/notice-author.scss';
import { useRouter } from '@tarojs/taro';
import { useRead } from '../../../backend/queries';
import { Page } from '../../../components/page';
import { Loaded, Nothing } from '../../../components/states';
import { whenReady } from '../../../when-ready';
import { useAuthorText } from '../author-text';
import { CountsShown } from './counts';

/** How many a notice reached in one place, and in those below it. */
function PlacePage() {
  const t = useAuthorText();
  const { id = '', under = '' } = useRouter().params;
  const notice = useRead('GET /v1/notices/:id', { params: { id } });
  const counts = useRead('GET /v1/notices/:id/counts', { params: { id }, query: { under } });
  return (
    <Page title={t('author.counts')}>
      {counts.error?.code === 'not-found' ? (
        <Nothing icon="users" title={t('author.counts.none')} about={t('author.counts.none.about')} />
      ) : (
        <Loaded read={counts}>
          {(found) => <CountsShown id={id} counts={found} asked={notice.data?.acknowledge ?? false} />}
        </Loaded>
      )}
    </Page>
  );
}

export default whenReady(PlacePage);
