import { View } from '@tarojs/components';
import type { Venue } from '@contract/api';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { useDeskVenueText } from './text';

interface Props {
  venue: Venue;
  onPoster(): void;
  onPublish(): void;
}

export function VenueCard({ venue: { name, node }, onPoster, onPublish }: Props) {
  const t = useDeskVenueText();
  const place = useRead('GET /v1/regions/:code', { params: { code: node } }, { open: true }).data?.name;
  return (
    <View className="card venue">
      <View className="words">
        <View>{name}</View>
        {place && <View className="quiet">{place}</View>}
      </View>
      <Button
        kind="tint"
        small
        text={t('desk.venues.poster')}
        label={t('desk.venues.poster.label', { name })}
        onTap={onPoster}
      />
      <Button
        kind="tint"
        small
        text={t('desk.venues.notice')}
        label={t('desk.venues.notice.label', { name })}
        onTap={onPublish}
      />
    </View>
  );
}
