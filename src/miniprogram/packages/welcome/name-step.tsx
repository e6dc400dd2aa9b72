import { View } from '@tarojs/components';
import { useState } from 'react';
import { CallFailed } from '../../backend/client';
import { usePhone } from '../../backend/phone-context';
import { Button } from '../../components/button';
import { Field } from '../../components/field';
import { Foot } from '../../components/foot';
import { useWelcomeText } from './text';
import { asRole } from '../../platform/role';

export function NameStep() {
  const t = useWelcomeText();
  const { client, queries, code } = usePhone();
  const [name, setName] = useState('');
  const [refused, setRefused] = useState<CallFailed>();
  const save = async (): Promise<void> => {
    try {
      await client.call('PATCH /v1/me', { body: { name: name.trim() } });
      await code.refresh().catch(() => undefined);
      await queries.invalidateQueries();
    } catch (error) {
      if (error instanceof CallFailed) setRefused(error);
      else throw error;
    }
  };
  return (
    <View>
      <View className="headline">{t('welcome.name')}</View>
      <View className="lead">{t('welcome.name.about')}</View>
      <View className="card">
        <Field label={t('welcome.name.field')} value={name} maxLength={40} onChange={setName} />
      </View>
      {refused && (
        <View className="lead after" {...asRole('alert')}>
          {t.error(refused)}
        </View>
      )}
      <Foot>
        <Button text={t('welcome.done')} disabled={name.trim() === ''} onTap={() => void save()} />
      </Foot>
    </View>
  );
}
