import { View } from '@tarojs/components';
import type { InputOf } from '@contract/api';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CallFailed } from '../../../backend/client';
import { useMe } from '../../../backend/me';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { Cell } from '../../../components/cell';
import { useGateText } from '../text';
import { asRole } from '../../../platform/role';
import { scanCode } from '../../../platform/scan';

type How = InputOf<'POST /v1/checkpoint-duties'>['body'];

/** Becoming a checkpoint: by an officer's code, or by one's own post. */
export function Begin() {
  const t = useGateText();
  const { client } = usePhone();
  const queries = useQueryClient();
  const [refusal, setRefusal] = useState<CallFailed>();
  const isGuard = useMe().data?.grants.some(({ role }) => role === 'checkpoint') ?? false;
  const posts = useRead('GET /v1/checkpoints', {}, { enabled: isGuard });

  const begin = async (body: How): Promise<void> => {
    setRefusal(undefined);
    try {
      await client.call('POST /v1/checkpoint-duties', { body });
      await queries.invalidateQueries({ queryKey: ['GET /v1/checkpoint-duties'] });
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      setRefusal(error);
    }
  };
  const scan = async (): Promise<void> => {
    const code = await scanCode(t('gate.begin.prompt'));
    if (code) await begin({ code: code.slice(0, 40) });
  };
  return (
    <>
      <View className="card">
        <View className="card-title">{t('gate.begin')}</View>
        <View className="quiet">{t('gate.begin.about')}</View>
        {refusal && (
          <View className="gate-refusal" {...asRole('alert')}>
            {t.error(refusal)}
          </View>
        )}
        <Button className="spaced" icon="scan" text={t('gate.begin.scan')} onTap={() => void scan()} />
      </View>
      {isGuard && posts.data && posts.data.length > 0 && (
        <>
          <View className="section">{t('gate.begin.post')}</View>
          <View className="card flush">
            {posts.data.map(({ id, name }) => (
              <Cell
                key={id}
                icon="shield"
                title={t('gate.title', { name })}
                onTap={() => void begin({ checkpointId: id })}
              />
            ))}
          </View>
        </>
      )}
    </>
  );
}
