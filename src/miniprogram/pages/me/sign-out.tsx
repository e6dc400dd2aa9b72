import { View } from '@tarojs/components';
import { useState } from 'react';
import { usePhone } from '../../backend/phone-context';
import { Button } from '../../components/button';
import { useText } from '../../locales';
import { asRole } from '../../platform/role';

type Unsent = Awaited<ReturnType<ReturnType<typeof usePhone>['unsent']>>;

/** Clears this phone, after showing what has not been sent yet. */
export function SignOut() {
  const t = useText();
  const { signOut, unsent } = usePhone();
  const [left, setLeft] = useState<Unsent>();
  const [failed, setFailed] = useState(false);
  const leave = (): Promise<void> => signOut().catch(() => setFailed(true));
  const ask = async (): Promise<void> => {
    const found = await unsent();
    if (found.waiting.length + found.drafts === 0) await leave();
    else setLeft(found);
  };
  const said = failed && <View {...asRole('alert')}>{t('me.sign-out.failed')}</View>;
  if (!left) {
    return (
      <View className="card plain">
        {said}
        <Button kind="link" text={t('me.sign-out')} onTap={() => void ask()} />
      </View>
    );
  }
  return (
    <View className="card" {...asRole('alert')}>
      <View>{t('me.sign-out.unsent', { count: left.waiting.length + left.drafts })}</View>
      {left.waiting.map((label, at) => (
        <View key={at} className="quiet">
          {t('me.sign-out.waiting', { label })}
        </View>
      ))}
      {left.drafts > 0 && <View className="quiet">{t('me.sign-out.drafts', { count: left.drafts })}</View>}
      {said}
      <Button kind="outline" text={t('me.sign-out.sure')} onTap={() => void leave()} />
      <Button kind="link" text={t('me.stay')} onTap={() => setLeft(undefined)} />
    </View>
  );
}
