import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { usePhone } from '../../backend/phone-context';
import { useExposureNotices, useVenueMatches, useVisits } from '../../backend/use-venues';
import { Button } from '../../components/button';
import { Foot } from '../../components/foot';
import { Icon } from '../../components/icon';
import { Page } from '../../components/page';
import { Nothing } from '../../components/states';
import { useVenueText } from './text';
import { isFirstTime } from '../../platform/first-time';
import { asRole } from '../../platform/role';
import { when } from '../../when';
import { whenReady } from '../../when-ready';
import { MatchCard } from './match-card';
import { type Scanned, useScan } from './use-scan';
import { Visits } from './visits';
import '../../look/venues.scss';

function Said({ scanned }: { scanned: Scanned }) {
  const t = useVenueText();
  if (scanned.kind === 'refused')
    return (
      <View className="card" {...asRole('alert')}>
        {t(`venue.refused.${scanned.doubt}`)}
      </View>
    );
  return (
    <View className="card venue-noted" {...asRole('status')}>
      <Icon name="check" />
      <View className="words">
        <View>{t('venue.noted', { name: scanned.name })}</View>
        {!scanned.checked && <View className="quiet">{t('venue.noted.unchecked')}</View>}
      </View>
    </View>
  );
}

/** How old what is compared with is; it works without a network from what was read last. */
function ListAge() {
  const t = useVenueText();
  const { dataUpdatedAt, data } = useExposureNotices();
  return (
    <View className="lead after">
      {data ? t('venue.list.age', { time: when(dataUpdatedAt, t) }) : t('venue.list.never')}
    </View>
  );
}

/** Where this phone has been: scanned, noted and compared here, and nowhere else. */
function VenuePage() {
  const t = useVenueText();
  const { venueLog } = usePhone();
  const asked = useRouter().params['scan'] === '1';
  const visits = useVisits();
  const matches = useVenueMatches();
  const { scanned, scan } = useScan();

  const opened = useRef(false);
  useEffect(() => {
    if (!asked || opened.current) return;
    opened.current = true;
    if (isFirstTime()) void scan();
  }, [asked, scan]);
  const shown = matches.map(({ notice }) => notice.id).join();
  useEffect(() => {
    if (shown) void venueLog.see(shown.split(','));
  }, [shown, venueLog]);

  return (
    <Page title={t('venue.title')} foot offline={t('venue.works-offline')}>
      {scanned && <Said scanned={scanned} />}
      {matches.map((match) => (
        <MatchCard key={match.notice.id} match={match} />
      ))}
      {visits.length > 0 ? (
        <>
          <Visits visits={visits} />
          <ListAge />
        </>
      ) : (
        <Nothing icon="pinned" title={t('venue.none')} about={t('venue.none.about')} />
      )}
      <Foot said={t('venue.local')}>
        <Button icon="scan" text={t('venue.scan')} onTap={() => void scan()} />
      </Foot>
    </Page>
  );
}

export default whenReady(VenuePage);
