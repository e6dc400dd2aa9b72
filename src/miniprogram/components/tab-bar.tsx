import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useUnread } from '../backend/unread';
import { useUnseenMatches } from '../backend/use-venues';
import { useText } from '../locales';
import { Icon } from './icon';
import { Tap } from './tap';
import { asRole } from '../platform/role';

const tabs = [
  { name: 'code', icon: 'code' },
  { name: 'services', icon: 'services' },
  { name: 'notices', icon: 'bell' },
  { name: 'me', icon: 'me' },
] as const;
export type TabName = (typeof tabs)[number]['name'];

export function TabBar({ chosen }: { chosen: TabName }) {
  const t = useText();
  const unread = useUnread() + useUnseenMatches();
  return (
    <View className="tabs" {...asRole('tablist')}>
      {tabs.map(({ name, icon }) => {
        const badge = name === 'notices' && unread > 0 ? unread : 0;
        const label = badge ? `${t(`tab.${name}`)}, ${t('tab.unread', { count: badge })}` : t(`tab.${name}`);
        return (
          <Tap
            key={name}
            className={`tab ${name === chosen ? 'chosen' : ''}`}
            role="tab"
            chosen={name === chosen}
            label={label}
            onTap={() => void Taro.switchTab({ url: `/pages/${name}/index` })}
          >
            <Icon name={icon} />
            <View aria-hidden>{t(`tab.${name}`)}</View>
            {badge > 0 && (
              <View className="badge" aria-hidden>
                {badge > 99 ? '99+' : badge}
              </View>
            )}
          </Tap>
        );
      })}
    </View>
  );
}
