import { View } from '@tarojs/components';
import type { ExposureNotice, Venue } from '@contract/api';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { useDeskVenueText } from './text';
import { asRole } from '../../../platform/role';
import { whenSpan } from '../../../when';
import { useAct } from '../parts/act';
import { Refused } from '../parts/refused';

function Row({ notice: { id, venueName, from, until } }: { notice: ExposureNotice }) {
  const t = useDeskVenueText();
  const { client, queries } = usePhone();
  const [asking, setAsking] = useState(false);
  const { busy, failed, run } = useAct();
  const time = whenSpan(from, until, t);
  const withdraw = (): Promise<void> =>
    run(async () => {
      await client.call('DELETE /v1/exposure-notices/:id', { params: { id } });
      await queries.invalidateQueries();
    });
  if (asking)
    return (
      <View {...asRole('alert')}>
        <View>{t('desk.venues.withdraw.sure')}</View>
        <Refused failed={failed} />
        <View className="row-of-two">
          <Button kind="link" small text={t('desk.venues.withdraw.keep')} onTap={() => setAsking(false)} />
          <Button
            kind="outline"
            small
            text={t('desk.venues.withdraw')}
            disabled={busy}
            onTap={() => void withdraw()}
          />
        </View>
      </View>
    );
  return (
    <View className="visit">
      <View className="words">
        <View>{venueName}</View>
        <View className="quiet figures">{time}</View>
      </View>
      <Button
        kind="link"
        small
        text={t('desk.venues.withdraw')}
        label={t('desk.venues.withdraw.label', { name: venueName, time })}
        onTap={() => setAsking(true)}
      />
    </View>
  );
}

/** What stands published about these venues; each can be withdrawn. */
export function Published({ venues }: { venues: readonly Venue[] }) {
  const t = useDeskVenueText();
  const notices = useRead('GET /v1/exposure-notices', {}, { open: true }).data ?? [];
  const ours = notices.filter(({ venueId }) => venues.some(({ id }) => id === venueId));
  if (ours.length === 0) return null;
  return (
    <View className="card">
      <View className="asked">{t('desk.venues.published')}</View>
      {ours.map((notice) => (
        <Row key={notice.id} notice={notice} />
      ))}
    </View>
  );
}
