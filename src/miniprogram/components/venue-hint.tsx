import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useVenueMatches } from '../backend/use-venues';
import { useText } from '../locales';
import { open } from '../paths';
import { Cell } from './cell';

/** Above the notices, when one of those about venues concerns this phone. */
export function VenueHint() {
  const t = useText();
  const { length } = useVenueMatches();
  if (length === 0) return null;
  return (
    <View className="card flush">
      <Cell
        icon="pinned"
        title={length === 1 ? t('venue.hint.one') : t('venue.hint', { count: length })}
        note={t('venue.hint.about')}
        onTap={() => void Taro.navigateTo({ url: open.venue })}
      />
    </View>
  );
}
