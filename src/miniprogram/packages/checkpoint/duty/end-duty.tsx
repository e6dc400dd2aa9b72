import { View } from '@tarojs/components';
import type { Duty } from '@contract/api';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CallFailed } from '../../../backend/client';
import { usePhone } from '../../../backend/phone-context';
import { Button } from '../../../components/button';
import { useGateText } from '../text';
import { asRole } from '../../../platform/role';
import type { Gate } from '../gate';

/** Ends the duty before its time, after what was counted is sent. */
export function EndDuty({ gate, duty }: { gate: Gate; duty: Duty }) {
  const t = useGateText();
  const { client } = usePhone();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<CallFailed>();
  const end = async (): Promise<void> => {
    try {
      await gate.counts.send([]);
      await client.call('DELETE /v1/checkpoint-duties/:id', { params: { id: duty.id } });
      await queries.invalidateQueries({ queryKey: ['GET /v1/checkpoint-duties'] });
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      setRefusal(error);
    }
  };
  if (!asking) {
    return (
      <View className="card plain">
        <Button kind="link" text={t('gate.end')} onTap={() => setAsking(true)} />
      </View>
    );
  }
  return (
    <View className="card" {...asRole('alert')}>
      <View>{refusal ? t.error(refusal) : t('gate.end.about')}</View>
      <Button className="spaced" kind="outline" text={t('gate.end.sure')} onTap={() => void end()} />
      <Button kind="link" text={t('gate.end.stay')} onTap={() => setAsking(false)} />
    </View>
  );
}
