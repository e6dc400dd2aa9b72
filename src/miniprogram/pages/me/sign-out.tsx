import { View } from '@tarojs/components';
import { useState } from 'react';
import { usePhone } from '../../backend/phone-context';
import { useOutbox } from '../../backend/use-outbox';
import { Button } from '../../components/button';
import { useText } from '../../locales';
import { asRole } from '../../platform/role';

/** Clears this phone, after saying what has not been sent yet. */
export function SignOut() {
  const t = useText();
  const { signOut } = usePhone();
  const unsent = useOutbox().length;
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <View className="card plain">
        <Button
          kind="link"
          text={t('me.sign-out')}
          onTap={() => (unsent > 0 ? setAsking(true) : void signOut())}
        />
      </View>
    );
  }
  return (
    <View className="card" {...asRole('alert')}>
      <View>{t('me.sign-out.unsent', { count: unsent })}</View>
      <Button kind="outline" text={t('me.sign-out.sure')} onTap={() => void signOut()} />
      <Button kind="link" text={t('me.stay')} onTap={() => setAsking(false)} />
    </View>
  );
}
