import { View } from '@tarojs/components';
import type { Checkpoint, SetUpCode } from '@contract/api';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { useDeskText } from '../text';
import { useAct } from '../parts/act';
import { Refused } from '../parts/refused';
import { Counts } from './counts';
import { DutyRow } from './duty-row';

interface Props {
  gate: Checkpoint;
  onChanged(): Promise<void>;
  onSetUp(code: SetUpCode): void;
}

/** One checkpoint: where, whom its guards call, who is on duty, what was counted; a code for the next guard. */
export function Gate({ gate, onChanged, onSetUp }: Props) {
  const t = useDeskText();
  const { client } = usePhone();
  const place = useRead('GET /v1/regions/:code', { params: { code: gate.node } }, { open: true }).data?.name;
  const { busy, failed, run } = useAct();
  const make = (): Promise<void> =>
    run(async () =>
      onSetUp(await client.call('POST /v1/checkpoints/:id/set-up-codes', { params: { id: gate.id } })),
    );
  return (
    <View className="card">
      <View className="card-title">{gate.name}</View>
      <View className="quiet">
        {[place, t('desk.gates.desk', { number: gate.deskPhone })].filter(Boolean).join(' · ')}
      </View>
      <View className="asked spaced-above">
        {t(gate.duties.length > 0 ? 'desk.gates.duties' : 'desk.gates.nobody')}
      </View>
      {gate.duties.map((duty) => (
        <DutyRow key={duty.id} duty={duty} onEnded={onChanged} />
      ))}
      <Counts gate={gate} />
      <Refused failed={failed} />
      <Button
        kind="tint"
        small
        className="spaced"
        text={t('desk.gates.set-up')}
        label={t('desk.gates.set-up.label', { name: gate.name })}
        disabled={busy}
        onTap={() => void make()}
      />
    </View>
  );
}
