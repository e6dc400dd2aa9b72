import { View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { usePhone } from '../../backend/phone-context';
import { useCode } from '../../backend/use-code';
import { useSignedIn } from '../../backend/use-session';
import { Nothing } from '../../components/states';
import { Page } from '../../components/page';
import { useText } from '../../locales';
import { LiveCode } from './live-code';
import { Personas } from './personas';
import { whenReady } from '../../when-ready';

/** My code: from what the phone holds, with or without a network. */
function CodePage() {
  const t = useText();
  const { code } = usePhone();
  const kept = useCode();
  const signedIn = useSignedIn();
  const [tried, setTried] = useState(false);
  const renew = (): void =>
    void (
      signedIn &&
      code
        .refreshIfDue()
        .catch(() => undefined)
        .finally(() => setTried(true))
    );
  useDidShow(renew);
  useEffect(renew, [signedIn, code]);

  if (kept) {
    const expired = code.now() >= Date.parse(kept.issued.expiresAt);
    return (
      <Page
        title={t('code.title')}
        tab="code"
        ownNav
        className={expired ? '' : `code-page ${kept.issued.colour}`}
      >
        {expired ? (
          <Nothing
            icon="code"
            title={t('code.expired')}
            about={t('code.expired.next')}
            act={{ text: t('code.renew'), onTap: renew }}
          />
        ) : (
          <LiveCode key={kept.issued.credential} issued={kept.issued} />
        )}
      </Page>
    );
  }
  return (
    <Page title={t('code.title')} tab="code" ownNav>
      {!signedIn && <Personas />}
      {(!signedIn || tried) && (
        <Nothing
          icon="code"
          title={t('code.none')}
          about={signedIn ? t('code.none.offline') : t('code.none.sign-in')}
          act={{ text: t('code.get'), onTap: () => void Taro.navigateTo({ url: '/packages/welcome/index' }) }}
        />
      )}
      <View />
    </Page>
  );
}

export default whenReady(CodePage);
