import { View } from '@tarojs/components';
import { noticeCategories } from '@contract/notice/notice';
import { isOnTop } from '@contract/notice/shown';
import type { Notice } from '@contract/api';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { useMe } from '../../backend/me';
import { useOnline } from '../../backend/online';
import type { Older } from '../../backend/older-notices';
import { useNotices } from '../../backend/unread';
import { useSignedIn } from '../../backend/use-session';
import { Cell } from '../../components/cell';
import { Pills } from '../../components/choice';
import { Icon } from '../../components/icon';
import { NoticeRow } from '../../components/notice-row';
import { Button } from '../../components/button';
import { Page } from '../../components/page';
import { Loaded, Nothing } from '../../components/states';
import { Tap } from '../../components/tap';
import { TellMe } from '../../components/tell-me';
import { VenueHint } from '../../components/venue-hint';
import { useText } from '../../locales';
import { asRole } from '../../platform/role';
import { open } from '../../paths';
import { whenReady } from '../../when-ready';

const go = (url: string) => () => void Taro.navigateTo({ url });

const isOf = (notice: Notice, filter: string): boolean =>
  filter === 'all' ||
  (filter === 'unread' ? !notice.read : filter === 'policy' ? !!notice.policy : notice.category === filter);

function Rows({ notices }: { notices: readonly Notice[] }) {
  if (notices.length === 0) return null;
  return (
    <View className="card plain">
      {notices.map((notice) => (
        <NoticeRow key={notice.id} notice={notice} />
      ))}
    </View>
  );
}

/** Below the last one: those before it, by a tap. */
function OlderRow({ older: { notices, next, readOn } }: { older: Older }) {
  const t = useText();
  const online = useOnline();
  if (next === 'none')
    return notices.length > 0 ? <View className="older quiet">{t('notices.older.none')}</View> : null;
  if (next === 'coming')
    return (
      <View className="older quiet" {...asRole('status')}>
        {t('common.loading')}
      </View>
    );
  if (!online) return <View className="older quiet">{t('notices.older.offline')}</View>;
  return (
    <>
      {next === 'failed' && (
        <View className="older quiet" {...asRole('alert')}>
          {t('common.failed')}
        </View>
      )}
      <Button kind="link" text={t(next === 'failed' ? 'common.retry' : 'notices.older')} onTap={readOn} />
    </>
  );
}

/** What concerns where I live and the places I follow, newest first; without a network, what was read last. */
function NoticesPage() {
  const t = useText();
  const [filter, setFilter] = useState('all');
  const me = useMe().data;
  const signedIn = useSignedIn();
  const read = useNotices();
  const goHome = { text: t('services.choose-home'), onTap: go(signedIn ? open.home : open.welcome) };
  const homeless = !signedIn || (me !== undefined && !me.home);
  return (
    <Page title={t('notices.title')} tab="notices">
      <VenueHint />
      {homeless ? (
        <Nothing icon="bell" title={t('notices.empty')} about={t('notices.home-first')} act={goHome} />
      ) : (
        <Loaded read={read}>
          {({ notices, unread }) => {
            const there = noticeCategories.filter((kind) =>
              notices.some(({ category }) => category === kind),
            );
            const [top, rest] = [true, false].map((on) => notices.filter((notice) => isOnTop(notice) === on));
            const shown = rest?.filter((notice) => isOf(notice, filter)) ?? [];
            return (
              <>
                <View className="pills-row">
                  <Pills
                    label={t('notices.title')}
                    chosen={filter}
                    onChange={setFilter}
                    options={[
                      { key: 'all', text: t('notices.all') },
                      { key: 'unread', text: t('notices.unread', { count: unread }) },
                      ...(notices.some(({ policy }) => policy)
                        ? [{ key: 'policy', text: t('notices.policy') }]
                        : []),
                      ...there.map((key) => ({ key, text: t(`category.${key}`) })),
                    ]}
                  />
                  <Tap
                    className="look-for"
                    role="link"
                    label={t('notices.search')}
                    onTap={go(open.findNotice)}
                  >
                    <Icon name="search" />
                  </Tap>
                </View>
                <Rows notices={top ?? []} />
                <Rows notices={shown} />
                {shown.length + (top?.length ?? 0) === 0 && (
                  <Nothing
                    icon="bell"
                    title={t(filter === 'all' ? 'notices.empty' : 'notices.empty.unread')}
                    {...(filter === 'all' ? { about: t('notices.empty.about') } : {})}
                  />
                )}
                <OlderRow older={read.older} />
                <TellMe kind="notice" />
                <View className="card flush">
                  <Cell icon="filter" title={t('notices.settings')} onTap={go(open.noticeSettings)} />
                </View>
              </>
            );
          }}
        </Loaded>
      )}
    </Page>
  );
}

export default whenReady(NoticesPage);
