import { View } from '@tarojs/components';
import type { Checkpoint } from '@contract/api';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { Button } from '../../../components/button';
import { useDeskText } from '../text';
import { asRole } from '../../../platform/role';
import { when } from '../../../when';
import { useAct } from '../parts/act';
import { Refused } from '../parts/refused';

interface Props {
  duty: Checkpoint['duties'][number];
  onEnded(): Promise<void>;
}

/** A guard's phone that is this checkpoint now; it ends by itself, or here. */
export function DutyRow({ duty: { id, maskedName, endsAt }, onEnded }: Props) {
  const t = useDeskText();
  const { client } = usePhone();
  const [asking, setAsking] = useState(false);
  const { busy, failed, run } = useAct();
  const end = (): Promise<void> =>
    run(async () => {
      await client.call('DELETE /v1/checkpoint-duties/:id', { params: { id } });
      await onEnded();
    });
  if (asking) {
    return (
      <View {...asRole('alert')}>
        <View>{t('desk.gates.end.sure', { name: maskedName })}</View>
        <Refused failed={failed} />
        <View className="row-of-two">
          <Button kind="link" small text={t('desk.gates.keep')} onTap={() => setAsking(false)} />
          <Button kind="outline" small text={t('desk.gates.end')} disabled={busy} onTap={() => void end()} />
        </View>
      </View>
    );
  }
  return (
    <View className="duty">
      <View className="words">
        {maskedName}{' '}
        <View className="caption figures">{t('desk.gates.until', { time: when(endsAt, t) })}</View>
      </View>
      <Button
        kind="link"
        small
        text={t('desk.gates.end')}
        label={t('desk.gates.end.label', { name: maskedName })}
        onTap={() => setAsking(true)}
      />
    </View>
  );
}
