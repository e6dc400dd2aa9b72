import type { Language } from '@contract/text';
import { createContext, type PropsWithChildren, useContext, useEffect, useMemo, useState } from 'react';
import { storage } from './platform/storage';
import { onDarkChange, system, tellLanguage } from './platform/system';

/** How this person wants the app to look and speak. Kept on the phone only. */
export interface Preferences {
  language: Language;
  elder: boolean;
  dark: boolean;
  textScale: number;
}

export interface Chosen {
  language?: Language;
  elder?: boolean;
}

interface Value extends Preferences {
  choose(change: Chosen): void;
}

const key = 'preferences';
const Context = createContext<Value | undefined>(undefined);

export function usePreferences(): Value {
  const value = useContext(Context);
  if (!value) throw new Error('usePreferences outside of the app');
  return value;
}

/** What was chosen before, read before the first page is drawn so that it does not flicker. */
export const readPreferences = async (): Promise<Chosen> => (await storage.get<Chosen>(key)) ?? {};

export function PreferencesProvider({ kept, children }: PropsWithChildren<{ kept: Chosen }>) {
  const [changed, setChanged] = useState<Chosen>({});
  const [{ language, textScale, dark: darkAtStart }] = useState(system);
  const [dark, setDark] = useState(darkAtStart);
  useEffect(() => onDarkChange(setDark), []);
  const value = useMemo((): Value => {
    const chosen = { ...kept, ...changed };
    return {
      language: chosen.language ?? language,
      elder: chosen.elder ?? false,
      dark,
      textScale,
      choose(change) {
        const next = { ...chosen, ...change };
        setChanged(next);
        void storage.set(key, next);
      },
    };
  }, [kept, changed, language, dark, textScale]);
  useEffect(() => tellLanguage(value.language), [value.language]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}
