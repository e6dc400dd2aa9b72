import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useMe } from '../../backend/me';
import { usePhone } from '../../backend/phone-context';
import { useSignedIn } from '../../backend/use-session';
import { privacyVersion } from '@contract/personal-data/privacy-text';
import { Page } from '../../components/page';
import { useWelcomeText } from './text';
import { HomeStep } from './home-step';
import { NameStep } from './name-step';
import { PrivacyStep } from './privacy-step';
import { SignInStep } from './sign-in-step';
import { whenReady } from '../../when-ready';

/** A resident's first minute: what is collected and why; who; where; what name. Whatever is known already is not asked. */
function WelcomePage() {
  const t = useWelcomeText();
  const { client, queries } = usePhone();
  const signedIn = useSignedIn();
  const me = useMe().data;
  const [agreed, setAgreed] = useState(false);
  const consented = me?.privacyVersion === privacyVersion;

  // What was agreed to on the phone is told to the server as soon as there is someone to tell it of.
  useEffect(() => {
    if (!agreed || !me || consented) return;
    void client
      .call('PUT /v1/me/privacy-consent', { body: { version: privacyVersion } })
      .then(() => queries.invalidateQueries());
  }, [agreed, me, consented, client, queries]);

  const ready = consented && me?.home && me.name !== null;
  useEffect(() => {
    if (ready) void Taro.switchTab({ url: '/pages/code/index' });
  }, [ready]);

  const step = !agreed && !consented ? 1 : !signedIn || !me?.home ? 2 : 3;
  return (
    <Page title={t('welcome.step', { step })} foot>
      {!agreed && !consented ? (
        <PrivacyStep onAgree={() => setAgreed(true)} />
      ) : !signedIn ? (
        <SignInStep />
      ) : me && !me.home && consented ? (
        <HomeStep onDone={() => undefined} />
      ) : me?.home && me.name === null ? (
        <NameStep />
      ) : null}
    </Page>
  );
}

export default whenReady(WelcomePage);
