import { View } from '@tarojs/components';
import { isOfCounty } from '@contract/emergency/state';
import Taro from '@tarojs/taro';
import { useMe } from '../../../backend/me';
import { Icon } from '../../../components/icon';
import { Tap } from '../../../components/tap';
import { useDeskText } from '../text';
import { open } from '../../../paths';
import { asRole } from '../../../platform/role';

const all = [
  // The form asks for whom: somebody met on a visit, or what was found.
  { key: 'file', icon: 'edit', url: open.search },
  { key: 'publish', icon: 'bell', url: open.publish },
  { key: 'sent', icon: 'sign', url: open.sentNotices },
  { key: 'doors', icon: 'help', url: open.doors },
  { key: 'unanswered', icon: 'visit', url: open.unanswered },
  { key: 'confirm', icon: 'id', url: open.confirm },
  { key: 'paper', icon: 'print', url: open.paper },
  { key: 'lost', icon: 'lost', url: open.lostAtDesk },
  { key: 'appeals', icon: 'talk', url: open.appeals },
  { key: 'gates', icon: 'shield', url: open.gates },
  { key: 'fact', icon: 'edit', url: open.fact },
  { key: 'proposals', icon: 'sign', url: open.proposals },
  { key: 'emergency', icon: 'alert', url: open.emergencyAtDesk },
  { key: 'levels', icon: 'map', url: open.levels },
  { key: 'figures', icon: 'doc', url: open.figures },
  { key: 'away', icon: 'clock', url: open.away },
] as const;

/** What is done for a person standing at the desk, above the queue. */
export function DeskMenu() {
  const t = useDeskText();
  const grants = useMe().data?.grants ?? [];
  const posts = grants.filter(({ role }) => role === 'officer');
  const may = {
    unanswered: grants.some(({ role }) => role === 'worker'),
    appeals: posts.length > 0,
    gates: posts.length > 0,
    levels: posts.length > 0,
    figures: posts.length > 0,
    emergency: posts.some(isOfCounty),
  };
  return (
    <View className="card plain desk-menu" {...asRole('navigation')} aria-label={t('desk.menu')}>
      {all
        .filter(({ key }) => (key in may ? may[key as keyof typeof may] : true))
        .map(({ key, icon, url }) => (
          <Tap key={key} className="item" role="link" onTap={() => void Taro.navigateTo({ url })}>
            <Icon name={icon} />
            <View>{t(`desk.menu.${key}`)}</View>
          </Tap>
        ))}
    </View>
  );
}
