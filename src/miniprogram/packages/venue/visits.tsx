import { View } from '@tarojs/components';
import { useState } from 'react';
import { usePhone } from '../../backend/phone-context';
import type { KeptVisit } from '../../backend/venue-log';
import { Button } from '../../components/button';
import { useVenueText } from './text';
import { asRole } from '../../platform/role';
import { when } from '../../when';

function Visit({ visit: { id, venueName, at, checked } }: { visit: KeptVisit }) {
  const t = useVenueText();
  const { venueLog } = usePhone();
  const time = when(at, t);
  return (
    <View className="visit">
      <View className="words">
        <View>{venueName}</View>
        <View className="quiet figures">
          {time}
          {!checked && ` · ${t('venue.unchecked')}`}
        </View>
      </View>
      <Button
        kind="link"
        small
        text={t('venue.delete')}
        label={t('venue.delete.label', { name: venueName, time })}
        onTap={() => void venueLog.remove(id)}
      />
    </View>
  );
}

/** What this phone noted, and how to have it forget. */
export function Visits({ visits }: { visits: readonly KeptVisit[] }) {
  const t = useVenueText();
  const { venueLog } = usePhone();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <View className="card plain visits">
        {visits.map((visit) => (
          <Visit key={visit.id} visit={visit} />
        ))}
      </View>
      {asking ? (
        <View className="card" {...asRole('alert')}>
          <View>{t('venue.delete-all.sure')}</View>
          <View className="row-of-two">
            <Button kind="link" small text={t('venue.keep')} onTap={() => setAsking(false)} />
            <Button
              kind="outline"
              small
              text={t('venue.delete-all')}
              onTap={() => {
                setAsking(false);
                void venueLog.clear();
              }}
            />
          </View>
        </View>
      ) : (
        <View className="delete-all">
          <Button kind="link" small text={t('venue.delete-all')} onTap={() => setAsking(true)} />
        </View>
      )}
    </>
  );
}
