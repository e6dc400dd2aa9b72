import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useColourNews } from '../backend/colour-news';
import { useMe } from '../backend/me';
import { useText } from '../locales';
import { open } from '../paths';
import { when } from '../when';
import { Icon } from './icon';
import { Tap } from './tap';

/** A colour has changed: told before a gate does, and until somebody has looked why. */
export function ColourRow() {
  const t = useText();
  const me = useMe().data?.id;
  const [news] = useColourNews();
  if (!news) return null;
  const { personId, colour, at } = news;
  return (
    <Tap
      className="status-row"
      role="link"
      onTap={() => void Taro.navigateTo({ url: open.reason(personId) })}
    >
      <Icon name="code" />
      <View className="words">
        {t(personId === me ? 'code.changed.mine' : 'code.changed.family', {
          colour: t(`code.${colour}`),
          time: when(at, t),
        })}
      </View>
      <Icon name="right" className="more" />
    </Tap>
  );
}
