import { View } from '@tarojs/components';
import { useState } from 'react';
import { useMe } from '../../../backend/me';
import { usePhone } from '../../../backend/phone-context';
import { useKey } from '../../../backend/use-key';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Foot } from '../../../components/foot';
import { useDeskVenueText } from './text';
import { useAct } from '../parts/act';
import { PlacePicker, startOf } from '../parts/place-picker';
import { Refused } from '../parts/refused';

/** A new venue: what it is called and where it is. Its poster comes with it. */
export function AddVenue({ onDone }: { onDone(): void }) {
  const t = useDeskVenueText();
  const { client, queries } = usePhone();
  const grants = useMe().data?.grants.filter(({ role }) => role === 'officer') ?? [];
  const [name, setName] = useState('');
  const [picked, setPicked] = useState<readonly string[]>();
  const { busy, failed, run } = useAct();
  const { keyFor } = useKey();
  const path = picked ?? startOf(grants);
  const node = path.at(-1);
  const add = (): Promise<void> =>
    run(async () => {
      if (node === undefined) return;
      const body = { name: name.trim(), node };
      await client.call('POST /v1/venues', { idempotencyKey: await keyFor(body), body });
      await queries.invalidateQueries();
      onDone();
    });
  return (
    <>
      <View className="headline">{t('desk.venues.add')}</View>
      <View className="card">
        <Field
          label={t('desk.venues.name')}
          hint={t('desk.venues.name.hint')}
          maxLength={30}
          value={name}
          onChange={setName}
        />
      </View>
      <View className="card">
        <PlacePicker
          grants={grants}
          chosen={path}
          label={t('desk.venues.where')}
          finer={t('desk.venues.finer')}
          onChoose={setPicked}
        />
      </View>
      <Refused failed={failed} />
      <Foot>
        <Button kind="outline" text={t('desk.venues.off')} onTap={onDone} />
        <Button
          text={t('desk.venues.add.act')}
          disabled={name.trim() === '' || node === undefined || busy}
          onTap={() => void add()}
        />
      </Foot>
    </>
  );
}
