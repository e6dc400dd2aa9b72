import { View } from '@tarojs/components';
import type { Colour } from '@contract/health-code/colour';
import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import type { KeptCode } from '../../backend/kept-codes';
import { useOnline } from '../../backend/online';
import { usePhone } from '../../backend/phone-context';
import { useNoEmergency } from '../../backend/emergencies';
import { useCodes } from '../../backend/use-code';
import { useSignedIn } from '../../backend/use-session';
import { OfflineRow } from '../../components/offline-row';
import { Page } from '../../components/page';
import { Nothing } from '../../components/states';
import { useText } from '../../locales';
import { open } from '../../paths';
import { lightUp } from '../../platform/screen';
import { whenReady } from '../../when-ready';
import { LiveCode } from './live-code';
import { NoCode } from './no-code';
import { Personas } from './personas';
import { Switcher } from './switcher';
import { useSwipe } from './use-swipe';

/** The whole page is the colour, up to the phone's own signs. */
const onColour = (colour: Colour) => ({
  className: `code-page ${colour}`,
  statusBar: colour === 'yellow' ? ('black' as const) : ('white' as const),
});

/** Bright and awake while a code is in front. */
function useLight(showing: boolean): void {
  const [front, setFront] = useState(true);
  useDidShow(() => setFront(true));
  useDidHide(() => setFront(false));
  useEffect(() => (showing && front ? lightUp() : undefined), [showing, front]);
}

/** One of those this phone bears. */
function ShownCode({ codes, renew }: { codes: readonly [KeptCode, ...KeptCode[]]; renew(): void }) {
  const t = useText();
  const { clock } = usePhone().code;
  const online = useOnline();
  const [chosen, setChosen] = useState<string>();
  const kept = codes.find(({ issued }) => issued.personId === chosen) ?? codes[0];
  const { issued } = kept;
  const expired = clock.now() >= Date.parse(issued.expiresAt);
  useLight(!expired);
  const swipe = useSwipe((way) => {
    const next = codes[codes.indexOf(kept) + way];
    if (next) setChosen(next.issued.personId);
  });
  const family = codes.length > 1;
  const head = family ? (
    <Switcher codes={codes} chosen={kept} onChoose={setChosen} />
  ) : online ? undefined : (
    <OfflineRow />
  );
  return (
    <Page
      title={t('code.title')}
      tab="code"
      ownNav
      head={head}
      headSaysOffline={!family}
      {...(expired ? { className: 'code-page over' } : onColour(issued.colour))}
    >
      <View {...swipe}>
        {expired ? (
          <Nothing
            icon="code"
            title={t('code.expired')}
            about={t('code.expired.next')}
            act={{ text: t('code.renew'), onTap: renew }}
          />
        ) : (
          <LiveCode key={issued.credential} kept={kept} />
        )}
      </View>
    </Page>
  );
}

/** My code and my family's: from what the phone holds, with or without a network. */
function CodePage() {
  const t = useText();
  const { code } = usePhone();
  const codes = useCodes();
  const [first, ...others] = codes;
  const none = !first;
  const signedIn = useSignedIn();
  const [tried, setTried] = useState(false);
  const renew = useCallback((): void => {
    if (!signedIn) return;
    void code
      .refresh()
      .catch(() => undefined)
      .finally(() => setTried(true));
  }, [signedIn, code]);
  // With a code in hand a show asks nobody.
  const getFirst = useCallback((): void => {
    if (none) renew();
  }, [none, renew]);
  useDidShow(getFirst);
  useEffect(getFirst, [getFirst]);

  const over = useNoEmergency();
  if (over)
    return (
      <Page title={t('code.title')} tab="code" ownNav>
        {!signedIn && <Personas />}
        <NoCode last={over.last} />
      </Page>
    );
  if (first) return <ShownCode codes={[first, ...others]} renew={renew} />;
  return (
    <Page title={t('code.title')} tab="code" ownNav>
      {!signedIn && <Personas />}
      {(!signedIn || tried) && (
        <Nothing
          icon="code"
          title={t('code.none')}
          about={signedIn ? t('code.none.offline') : t('code.none.sign-in')}
          act={{ text: t('code.get'), onTap: () => void Taro.navigateTo({ url: open.welcome }) }}
        />
      )}
      <View />
    </Page>
  );
}

export default whenReady(CodePage);
