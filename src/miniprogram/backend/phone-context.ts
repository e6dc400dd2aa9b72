import { createContext, useContext } from 'react';
import type { Phone } from './phone';

export const PhoneContext = createContext<Phone | undefined>(undefined);

/** What the app runs on. Below `PhoneContext` only. */
export function usePhone(): Phone {
  const phone = useContext(PhoneContext);
  if (!phone) throw new Error('usePhone outside of the app');
  return phone;
}
