import { View } from '@tarojs/components';
import { saysWords } from '@contract/notice/search';
import { useState } from 'react';
import { together } from '../../../backend/newer';
import { useOnline } from '../../../backend/online';
import { useRead } from '../../../backend/queries';
import { useNotices } from '../../../backend/unread';
import { NoticeRow } from '../../../components/notice-row';
import { Page } from '../../../components/page';
import { SearchBar } from '../../../components/search-bar';
import { whenReady } from '../../../when-ready';
import { useNoticeText } from '../reading-text';

/** By a word or by its sound: at once among those on this phone, and among all there are when there is a network. */
function SearchPage() {
  const t = useNoticeText();
  const [typed, setTyped] = useState('');
  const online = useOnline();
  const words = typed.trim();
  const here = useNotices().data?.notices ?? [];
  const there = useRead(
    'GET /v1/notices',
    { query: { words } },
    { enabled: words !== '' && online, fleeting: true },
  );
  const found = together(
    here.filter((notice) => saysWords(notice, words)),
    words === '' ? [] : (there.data?.notices ?? []),
  );
  return (
    <Page title={t('find.title')} offline={t('find.offline')}>
      <SearchBar focus label={t('find.label')} value={typed} onChange={setTyped} />
      {words !== '' && found.length === 0 && !there.isFetching && (
        <View className="lead after">{t('find.none', { words })}</View>
      )}
      {found.length > 0 && (
        <View className="card plain">
          {found.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} />
          ))}
        </View>
      )}
    </Page>
  );
}

export default whenReady(SearchPage);
