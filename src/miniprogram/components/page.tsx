import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type PropsWithChildren, type ReactNode, useEffect, useMemo } from 'react';
import { useText } from '../locales';
import { usePreferences } from '../preferences';
import { AlarmRow } from './alarm-row';
import { ColourRow } from './colour-row';
import { Icon } from './icon';
import { OfflineRow } from './offline-row';
import { Root } from './root';
import { UnkeptRow } from './unkept-row';
import { TabBar, type TabName } from './tab-bar';
import { Tap } from './tap';
import { asRole } from '../platform/role';
import { tintStatusBar, titleBar } from '../platform/title-bar';

interface Props {
  title: string;
  /** One of the four tabs; other pages can be left by the arrow. */
  tab?: TabName;
  className?: string;
  /** Leaves room for a foot bar. */
  foot?: boolean;
  /** Draws its own title on WeChat too, where the page's colour goes to the top edge. */
  ownNav?: boolean;
  /** With `ownNav`: stands where the title would; the title is then for screen readers only. */
  head?: ReactNode;
  /** The line about the network is part of `head`. */
  headSaysOffline?: boolean;
  /** With `ownNav`: colour of the phone's signs on the page's own colour; otherwise they follow light and dark. */
  statusBar?: 'white' | 'black';
  /** Said without a network, where not everything works all the same. */
  offline?: string;
}

/** Back to where one came from; from a page opened by its address, to the services. */
function leave(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: '/pages/services/index' });
}

/** The root of every page: language, size and colours, title, the line about the network, tabs. */
export function Page({
  title,
  tab,
  className = '',
  foot,
  ownNav = false,
  statusBar,
  offline,
  head,
  headSaysOffline = false,
  children,
}: PropsWithChildren<Props>) {
  const t = useText();
  const { dark } = usePreferences();
  const signs = statusBar ?? (dark ? 'white' : 'black');
  const bar = useMemo(() => titleBar(ownNav), [ownNav]);
  useEffect(() => void Taro.setNavigationBarTitle({ title }), [title]);
  useEffect(() => {
    if (ownNav) tintStatusBar(signs);
  }, [ownNav, signs]);
  // As much on both sides, so that the title stays in the middle; the arrow back needs 56.
  const aside = `${Math.max(56, bar?.side ?? 0)}px`;
  const look = [tab && 'has-tabs', foot && 'has-foot', className].filter(Boolean).join(' ');
  return (
    <Root className={look}>
      {bar && (
        <View
          className={head ? 'nav left' : 'nav'}
          style={{
            minHeight: `${bar.top + 44}px`,
            padding: head ? `${bar.top}px ${bar.side}px 0 0` : `${bar.top}px ${aside} 0`,
          }}
        >
          {!tab && (
            <Tap className="back" label={t('common.back')} onTap={leave}>
              <Icon name="left" />
            </Tap>
          )}
          <View {...(head ? { className: 'for-readers' } : {})} {...asRole('heading')} aria-level={1}>
            {title}
          </View>
          {head}
        </View>
      )}
      {!headSaysOffline && <OfflineRow said={offline} />}
      <UnkeptRow />
      {tab && tab !== 'notices' && <AlarmRow />}
      {tab && tab !== 'code' && <ColourRow />}
      {children}
      {tab && <TabBar chosen={tab} />}
    </Root>
  );
}
