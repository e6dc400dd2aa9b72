import { View } from '@tarojs/components';
import { useState } from 'react';
import { CallFailed } from '../../backend/client';
import { usePhone } from '../../backend/phone-context';
import type { SignIn } from '../../backend/session';
import { Button } from '../../components/button';
import { Field } from '../../components/field';
import { Foot } from '../../components/foot';
import { useWelcomeText } from './text';
import { knowsWeChat, weChatCode } from '../../platform/sign-in';
import { asRole } from '../../platform/role';

/** By WeChat in the mini-program; by the community's invitation anywhere. */
export function SignInStep() {
  const t = useWelcomeText();
  const { session, client, queries } = usePhone();
  const [invitation, setInvitation] = useState('');
  const [refused, setRefused] = useState<CallFailed>();
  const signIn = async (provider: SignIn['provider'], code: string | undefined): Promise<void> => {
    if (!code) return;
    try {
      await session.signIn(client, { provider, code });
      await queries.invalidateQueries();
    } catch (error) {
      if (error instanceof CallFailed) setRefused(error);
      else throw error;
    }
  };
  return (
    <View>
      <View className="headline">{t('welcome.sign-in')}</View>
      <View className="card">
        <Field
          label={t('welcome.sign-in.invite')}
          hint={t('welcome.invite')}
          value={invitation}
          onChange={setInvitation}
        />
      </View>
      {refused && (
        <View className="lead after" {...asRole('alert')}>
          {t.error(refused)}
        </View>
      )}
      <Foot>
        {knowsWeChat && (
          <Button
            kind={invitation ? 'outline' : 'filled'}
            text={t('welcome.sign-in.wechat')}
            onTap={() => void weChatCode().then((code) => signIn('wechat', code))}
          />
        )}
        {(!knowsWeChat || invitation !== '') && (
          <Button
            text={t('welcome.sign-in')}
            disabled={invitation.trim() === ''}
            onTap={() => void signIn('invite', invitation.trim())}
          />
        )}
      </Foot>
    </View>
  );
}
