import { View } from '@tarojs/components';
import { useState } from 'react';
import { useMe } from '../../../backend/me';
import { usePhone } from '../../../backend/phone-context';
import { useKey } from '../../../backend/use-key';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Foot } from '../../../components/foot';
import { useDeskText } from '../text';
import { useAct } from '../parts/act';
import { PlacePicker, startOf } from '../parts/place-picker';
import { Refused } from '../parts/refused';

interface Props {
  onOpened(): Promise<void>;
  onTurnBack(): void;
}

/** A new checkpoint: what it is called, where it is, whom its guards call. */
export function OpenGate({ onOpened, onTurnBack }: Props) {
  const t = useDeskText();
  const { client } = usePhone();
  const grants = useMe().data?.grants.filter(({ role }) => role === 'officer') ?? [];
  const [name, setName] = useState('');
  const [deskPhone, setDeskPhone] = useState('');
  const [picked, setPicked] = useState<readonly string[]>();
  const { busy, failed, run } = useAct();
  const { keyFor } = useKey();
  const path = picked ?? startOf(grants);
  const node = path.at(-1);
  const ready = name.trim() !== '' && /^[0-9 +-]{3,20}$/.test(deskPhone.trim()) && node !== undefined;
  const openIt = (): Promise<void> =>
    run(async () => {
      if (node === undefined) return;
      const body = { name: name.trim(), node, deskPhone: deskPhone.trim() };
      await client.call('POST /v1/checkpoints', { idempotencyKey: await keyFor(body), body });
      await onOpened();
    });
  return (
    <>
      <View className="headline">{t('desk.gates.open')}</View>
      <View className="card">
        <Field
          label={t('desk.gates.open.name')}
          hint={t('desk.gates.open.name.hint')}
          maxLength={20}
          value={name}
          onChange={setName}
        />
        <Field label={t('desk.gates.open.phone')} maxLength={20} value={deskPhone} onChange={setDeskPhone} />
      </View>
      <View className="card">
        <PlacePicker
          grants={grants}
          chosen={path}
          label={t('desk.gates.open.where')}
          finer={t('desk.gates.open.finer')}
          onChoose={setPicked}
        />
      </View>
      <Foot said={failed && <Refused failed={failed} />}>
        <Button kind="outline" text={t('desk.gates.open.off')} onTap={onTurnBack} />
        <Button text={t('desk.gates.open.act')} disabled={!ready || busy} onTap={() => void openIt()} />
      </Foot>
    </>
  );
}
