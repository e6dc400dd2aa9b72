import { Text, View } from '@tarojs/components';
import type { Notice } from '@contract/api';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { useMe } from '../../backend/me';
import { useNotices } from '../../backend/unread';
import { useSignedIn } from '../../backend/use-session';
import { Pills } from '../../components/choice';
import { Page } from '../../components/page';
import { SeverityTag } from '../../components/shape-tag';
import { Loaded, Nothing } from '../../components/states';
import { Tap } from '../../components/tap';
import { TellMe } from '../../components/tell-me';
import { VenueHint } from '../../components/venue-hint';
import { useText } from '../../locales';
import { inLanguage } from '../../notice-text';
import { open } from '../../paths';
import { when } from '../../when';
import { whenReady } from '../../when-ready';
import { asRole } from '../../platform/role';

function Row({ notice }: { notice: Notice }) {
  const t = useText();
  const { headline, description } = inLanguage(notice, t.language);
  return (
    <Tap className="notice" role="link" onTap={() => void Taro.navigateTo({ url: open.notice(notice.id) })}>
      {!notice.read && <View className="dot" {...asRole('img')} aria-label={t('notices.new')} />}
      <Text className="head">{headline}</Text>
      <Text className="quiet">{description.split('\n')[0]}</Text>
      <View className="tags">
        <View className="tag">{notice.author.name}</View>
        <SeverityTag severity={notice.severity} />
        {notice.audience.include.every((node) => node.length === 18) && (
          <View className="tag">{t('notices.to-buildings')}</View>
        )}
        <View className="when caption figures">
          {notice.expiresAt
            ? t('notices.until', { time: when(notice.expiresAt, t) })
            : when(notice.sentAt, t)}
        </View>
      </View>
    </Tap>
  );
}

/** What concerns where I live, newest first; without a network, what was read last. */
function NoticesPage() {
  const t = useText();
  const [filter, setFilter] = useState('all');
  const me = useMe().data;
  const signedIn = useSignedIn();
  const read = useNotices();
  const goHome = {
    text: t('services.choose-home'),
    onTap: () => void Taro.navigateTo({ url: signedIn ? open.home : open.welcome }),
  };
  const homeless = !signedIn || (me !== undefined && !me.home);
  return (
    <Page title={t('notices.title')} tab="notices">
      <VenueHint />
      {homeless ? (
        <Nothing icon="bell" title={t('notices.empty')} about={t('notices.home-first')} act={goHome} />
      ) : (
        <Loaded read={read}>
          {({ notices, unread }) => {
            const shown = filter === 'all' ? notices : notices.filter((notice) => !notice.read);
            return (
              <>
                <Pills
                  label={t('notices.title')}
                  chosen={filter}
                  onChange={setFilter}
                  options={[
                    { key: 'all', text: t('notices.all') },
                    { key: 'unread', text: t('notices.unread', { count: unread }) },
                  ]}
                />
                {shown.length === 0 ? (
                  <Nothing
                    icon="bell"
                    title={t(filter === 'all' ? 'notices.empty' : 'notices.empty.unread')}
                    {...(filter === 'all' ? { about: t('notices.empty.about') } : {})}
                  />
                ) : (
                  <View className="card plain">
                    {shown.map((notice) => (
                      <Row key={notice.id} notice={notice} />
                    ))}
                  </View>
                )}
                <TellMe kind="notice" />
              </>
            );
          }}
        </Loaded>
      )}
    </Page>
  );
}

export default whenReady(NoticesPage);
