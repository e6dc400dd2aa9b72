import { PersistQueryClientProvider } from '@tanstack/react-query-persist-client';
import { type PropsWithChildren, useEffect, useState } from 'react';
import { version } from '../../package.json';
// WeUI is WeChat's own design: rows, hairlines, buttons and how they answer a finger come from it.
import 'weui/dist/style/widget/weui-cell/weui-cell.min.css';
import 'weui/dist/style/widget/weui-button/weui-button.min.css';
import './app.scss';
import { type Phone, startPhone } from './backend/phone';
import { PhoneContext } from './backend/phone-context';
import { createQueryClient, persistenceOf } from './backend/queries';
import { PageMissing } from './components/page-missing';
import { platform } from './platform';
import { backendUrl, persona } from './platform/environment';
import { keepInFront } from './platform/in-front';
import { openOffline } from './platform/offline';
import { type Chosen, PreferencesProvider, readPreferences } from './preferences';

const queries = createQueryClient();
const persistence = persistenceOf(platform.storage, version);

/**
 * Reads what the phone keeps; pages wait for it in `whenReady`, and nothing here waits for the network.
 * The pages themselves are always mounted: Taro looks for them at once.
 */
export default function App({ children }: PropsWithChildren) {
  const [ready, setReady] = useState<{ phone: Phone; chosen: Chosen }>();
  useEffect(() => {
    openOffline();
    keepInFront();
    void Promise.all([startPhone(platform, backendUrl(), queries), readPreferences()]).then(
      ([phone, chosen]) => {
        setReady({ phone, chosen });
        const id = persona();
        // In the demo the address says who one is. Refused in production; without a network, tried at the next opening.
        if (id && !phone.session.token())
          phone.session.signIn(phone.client, { provider: 'demo', code: id }).catch(() => undefined);
      },
    );
  }, []);
  return (
    <PhoneContext.Provider value={ready?.phone}>
      <PersistQueryClientProvider client={queries} persistOptions={persistence}>
        <PreferencesProvider kept={ready?.chosen ?? {}}>
          {children}
          <PageMissing />
        </PreferencesProvider>
      </PersistQueryClientProvider>
    </PhoneContext.Provider>
  );
}
