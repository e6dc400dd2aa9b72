import { View } from '@tarojs/components';
import { type ComponentType, useContext } from 'react';
import { PhoneContext } from './backend/phone-context';

/** A page is drawn once the phone has read what it keeps: a few milliseconds after the start. */
export function whenReady(Page: ComponentType) {
  return function Ready() {
    return useContext(PhoneContext) ? <Page /> : <View className="linli" />;
  };
}
