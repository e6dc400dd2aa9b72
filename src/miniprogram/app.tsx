import { PersistQueryClientProvider } from '@tanstack/react-query-persist-client';
import { type PropsWithChildren, useEffect, useState } from 'react';
import { version } from '../../package.json';
import './app.scss';
import { type Phone, startPhone } from './backend/phone';
import { PhoneContext } from './backend/phone-context';
import { persistenceOf } from './backend/queries';
import { platform } from './platform';
import { backendUrl, persona } from './platform/environment';
import { openOffline } from './platform/offline';
import { PreferencesProvider, readPreferences } from './preferences';

type Ready = { phone: Phone; preferences: Awaited<ReturnType<typeof readPreferences>> };

/** Reads what the phone keeps, then shows the page; nothing here waits for the network. */
export default function App({ children }: PropsWithChildren) {
  const [ready, setReady] = useState<Ready>();
  useEffect(() => {
    openOffline();
    void Promise.all([startPhone(platform, backendUrl()), readPreferences()]).then(([phone, preferences]) => {
      setReady({ phone, preferences });
      const id = persona();
      // In the demo the address says who one is. Refused in production, and tried again at the next opening offline.
      if (id && !phone.session.token())
        phone.session.signIn(phone.client, { provider: 'demo', code: id }).catch(() => undefined);
    });
  }, []);
  if (!ready) return null;
  return (
    <PhoneContext.Provider value={ready.phone}>
      <PersistQueryClientProvider
        client={ready.phone.queries}
        persistOptions={persistenceOf(platform.storage, version)}
      >
        <PreferencesProvider initial={ready.preferences}>{children}</PreferencesProvider>
      </PersistQueryClientProvider>
    </PhoneContext.Provider>
  );
}
