import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Button } from '../../../components/button';
import { call } from '../../../platform/phone-call';
import { useRequestText } from '../text';

interface Props {
  name: string;
  call?: string | undefined;
  hours?: string | undefined;
  where?: string | undefined;
  /** The first of the page: its button is the filled one. */
  first: boolean;
}

/** Whom to turn to: when, where, and one tap to call. */
export function ContactCard({ name, call: number, hours, where, first, children }: PropsWithChildren<Props>) {
  const t = useRequestText();
  const dial = t('request.referral.call', { name });
  return (
    <View className="card">
      <View className="card-title">{name}</View>
      {hours && <View className="quiet">{hours}</View>}
      {where && <View className="quiet">{where}</View>}
      {children}
      {number && (
        <Button
          className="spaced"
          kind={first ? 'filled' : 'tint'}
          icon="phone"
          text={dial}
          label={`${dial} ${number}`}
          onTap={() => call(number)}
        />
      )}
    </View>
  );
}
