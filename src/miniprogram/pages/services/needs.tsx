import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Icon } from '../../components/icon';
import { Tap } from '../../components/tap';
import { useText } from '../../locales';
import { open } from '../../paths';
import { usePreferences } from '../../preferences';

const grid = [
  { group: 'home-help', icon: 'help' },
  { group: 'stairs', icon: 'stairs' },
  { group: 'hazard', icon: 'alert' },
  { group: 'dispute', icon: 'talk' },
  { group: 'rental', icon: 'key' },
  { group: 'policy', icon: 'book' },
] as const;
const others = [
  { group: 'referral', icon: 'sign' },
  { group: 'council', icon: 'council' },
] as const;

/** Elder mode: less on the screen, not the same larger. The rest is found by search. */
const elderly = ['home-help', 'stairs', 'policy'];

function Tiles({ needs }: { needs: readonly ((typeof grid)[number] | (typeof others)[number])[] }) {
  const t = useText();
  return (
    <View className="card plain needs">
      {needs.map(({ group, icon }) => (
        <Tap
          key={group}
          className="need"
          role="link"
          onTap={() => void Taro.navigateTo({ url: open.group(group) })}
        >
          <Icon name={icon} />
          <View>
            <Text className="name">{t(`services.${group}`)}</Text>
            <Text className="quiet">{t(`services.${group}.about`)}</Text>
          </View>
        </Tap>
      ))}
    </View>
  );
}

/** What people need, the three kinds apart. */
export function Needs() {
  const t = useText();
  const { elder } = usePreferences();
  return (
    <View>
      <View className="section">{t('services.grid')}</View>
      <Tiles needs={elder ? grid.filter(({ group }) => elderly.includes(group)) : grid} />
      <Tiles needs={others} />
    </View>
  );
}
