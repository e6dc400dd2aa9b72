import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type CSSProperties, type PropsWithChildren, useEffect } from 'react';
import { useText } from '../locales';
import { isWeapp } from '../platform/environment';
import { usePreferences } from '../preferences';
import { Icon } from './icon';
import { OfflineRow } from './offline-row';
import { TabBar, type TabName } from './tab-bar';
import { Tap } from './tap';
import { asRole } from '../platform/role';

interface Props {
  title: string;
  /** One of the four tabs; other pages can be left by the arrow. */
  tab?: TabName;
  className?: string;
  /** Leaves room for a foot bar. */
  foot?: boolean;
  /** Draws its own title on WeChat too, where the page's colour goes to the top edge. */
  ownNav?: boolean;
}

/** Back to where one came from; from a page opened by its address, to the services. */
function leave(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: '/pages/services/index' });
}

/** The root of every page: language, size and colours, title, the line about the network, tabs. */
export function Page({ title, tab, className = '', foot, ownNav, children }: PropsWithChildren<Props>) {
  const t = useText();
  const { elder, dark, textScale } = usePreferences();
  useEffect(() => void Taro.setNavigationBarTitle({ title }), [title]);
  const look = ['linli', dark && 'dark', elder && 'elder', tab && 'has-tabs', foot && 'has-foot', className]
    .filter(Boolean)
    .join(' ');
  return (
    <View className={look} style={{ '--text-scale': String(textScale) } as CSSProperties}>
      {(!isWeapp || ownNav) && (
        <View className="nav">
          {!tab && (
            <Tap className="back" label={t('common.back')} onTap={leave}>
              <Icon name="left" />
            </Tap>
          )}
          <View {...asRole('heading')} aria-level={1}>
            {title}
          </View>
        </View>
      )}
      <OfflineRow />
      {children}
      {tab && <TabBar chosen={tab} />}
    </View>
  );
}
