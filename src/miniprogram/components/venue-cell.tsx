import Taro from '@tarojs/taro';
import { useVenueMatches } from '../backend/use-venues';
import { useText } from '../locales';
import { open } from '../paths';
import { Cell } from './cell';

/** The way to one's own visits; says so when something concerns them. */
export function VenueCell() {
  const t = useText();
  const { length } = useVenueMatches();
  return (
    <Cell
      icon="pinned"
      title={t('me.venues')}
      {...(length > 0
        ? { value: length === 1 ? t('me.venues.hint') : t('me.venues.hints', { count: length }) }
        : {})}
      onTap={() => void Taro.navigateTo({ url: open.venue })}
    />
  );
}
