import { View } from '@tarojs/components';
import type { ServiceRequest } from '@contract/api';
import { StoredPhoto } from '../../../components/photo';
import { when } from '../../../when';
import { useRequestText } from '../text';

/** As it was and as it is said to be now, side by side, where both were photographed. */
export function BeforeAfter({
  request: { state, photos, timeline, createdAt, relation },
}: {
  request: ServiceRequest;
}) {
  const t = useRequestText();
  const resolved = [...timeline].reverse().find(({ event }) => event === 'resolve');
  const [before] = photos;
  const after = resolved?.photos[0];
  if (state !== 'resolved' || !resolved || before === undefined || after === undefined) return null;
  const sides = [
    {
      id: before,
      said:
        relation === 'filer'
          ? t('request.photo.yours', { time: when(createdAt, t) })
          : t('request.photo.before', { time: when(createdAt, t) }),
    },
    {
      id: after,
      said: t('request.photo.theirs', { time: when(resolved.at, t), name: resolved.by.maskedName ?? '' }),
    },
  ];
  return (
    <View className="photos before-after">
      {sides.map(({ id, said }) => (
        <View key={id} className="side">
          <StoredPhoto id={id} label={said} />
          <View className="caption figures" aria-hidden>
            {said}
          </View>
        </View>
      ))}
    </View>
  );
}
