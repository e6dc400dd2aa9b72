import { View } from '@tarojs/components';
import type { Notice } from '@contract/api';
import { saysWords } from '@contract/notice/search';
import { useState } from 'react';
import { useOnline } from '../../../backend/online';
import { useRead } from '../../../backend/queries';
import { useNotices } from '../../../backend/unread';
import { NoticeRow } from '../../../components/notice-row';
import { Page } from '../../../components/page';
import { SearchBar } from '../../../components/search-bar';
import { whenReady } from '../../../when-ready';
import { useNoticeText } from '../reading-text';

/** Of two lists each notice once, the newer of it, newest first. */
export function together(here: readonly Notice[], there: readonly Notice[]): Notice[] {
  const byId = new Map<string, Notice>();
  for (const notice of [...here, ...there]) {
    const known = byId.get(notice.id);
    if (!known || notice.version > known.version) byId.set(notice.id, notice);
  }
  return [...byId.values()].sort((a, b) => b.sentAt.localeCompare(a.sentAt));
}

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
