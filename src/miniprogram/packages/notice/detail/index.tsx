import { View } from '@tarojs/components';
import type { Notice } from '@contract/api';
import { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { useNotices } from '../../../backend/unread';
import { Cell } from '../../../components/cell';
import { Page } from '../../../components/page';
import { SeverityTag } from '../../../components/shape-tag';
import { Loaded } from '../../../components/states';
import { useText } from '../../../locales';
import { inLanguage } from '../../../notice-text';
import { when } from '../../../when';
import { whenReady } from '../../../when-ready';

function Shown({ notice }: { notice: Notice }) {
  const t = useText();
  const { client, queries } = usePhone();
  const { headline, description, instruction } = inLanguage(notice, t.language);
  useEffect(() => {
    if (notice.read) return;
    void client
      .call('PUT /v1/notices/:id/read', { params: { id: notice.id } })
      // Told at the next opening when there is no network now.
      .then(
        () => queries.invalidateQueries(),
        () => undefined,
      );
  }, [notice.id, notice.read, client, queries]);
  return (
    <View>
      <View className="headline">{headline}</View>
      <View className="lead">
        {t('notices.published', { author: notice.author.name, time: when(notice.sentAt, t) })}{' '}
        <SeverityTag severity={notice.severity} />
      </View>
      <View className="card">
        {description.split('\n').map((paragraph, at) => (
          <View key={at}>{paragraph}</View>
        ))}
      </View>
      {(instruction || notice.expiresAt) && (
        <View className="card flush">
          {instruction && <Cell icon="check" title={t('notices.instruction')} note={instruction} />}
          {notice.expiresAt && (
            <Cell icon="clock" title={t('notices.until', { time: when(notice.expiresAt, t) })} />
          )}
        </View>
      )}
    </View>
  );
}

/** One notice; from the copy of the list where there is no network. */
function NoticePage() {
  const t = useText();
  const { id = '' } = useRouter().params;
  const copy = useNotices().data?.notices.find((notice) => notice.id === id);
  const read = useRead('GET /v1/notices/:id', { params: { id } });
  return (
    <Page title={t('notices.title')}>
      {copy && !read.data ? (
        <Shown notice={copy} />
      ) : (
        <Loaded read={read}>{(notice) => <Shown notice={notice} />}</Loaded>
      )}
    </Page>
  );
}

export default whenReady(NoticePage);
