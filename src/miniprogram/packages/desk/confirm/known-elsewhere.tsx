import { View } from '@tarojs/components';
import type { Confirmation } from '@contract/api';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { Button } from '../../../components/button';
import { Cell } from '../../../components/cell';
import { Foot } from '../../../components/foot';
import { useDeskText } from '../text';
import { useAct } from '../parts/act';
import { Done } from '../parts/done';
import { Refused } from '../parts/refused';
import { Waits } from './waits';

type Answer = 'joined' | 'apart' | 'left' | 'waits';

interface Props {
  confirmation: Confirmation;
  onAnother(): void;
}

/** One person, two accounts. The desk has seen the document and may decide; or the first phone does. */
export function KnownElsewhere({ confirmation: { joinId, maskedName }, onAnother }: Props) {
  const t = useDeskText();
  const { client } = usePhone();
  const [answer, setAnswer] = useState<Answer>();
  const { busy, failed, run } = useAct();
  const decide = (join: boolean) => (): void =>
    void run(async () => {
      if (busy || joinId === undefined) return;
      const params = { id: joinId };
      const { waits } = await client.call('POST /v1/account-joins/:id/answer', { params, body: { join } });
      setAnswer(waits ? 'waits' : join ? 'joined' : 'apart');
    });
  if (answer === 'waits') return <Waits maskedName={maskedName} onAnother={onAnother} />;
  if (answer) {
    return (
      <>
        <Done
          icon={answer === 'joined' ? 'shield' : 'me'}
          title={t(`desk.join.${answer}`)}
          name={maskedName}
          about={t(`desk.join.${answer}.about`)}
        />
        <Foot>
          <Button text={t('desk.confirm.another')} onTap={onAnother} />
        </Foot>
      </>
    );
  }
  return (
    <>
      <Done icon="swap" title={t('desk.join.title')} name={maskedName} about={t('desk.join.about')} />
      {joinId !== undefined && (
        <View className="card flush">
          <Cell title={t('desk.join.no')} note={t('desk.join.no.about')} onTap={decide(false)} />
          <Cell
            title={t('desk.join.leave')}
            note={t('desk.join.leave.about')}
            onTap={() => setAnswer('left')}
          />
        </View>
      )}
      <Foot said={failed ? <Refused failed={failed} /> : t('desk.join.yes.about')}>
        <Button text={t('desk.join.yes')} disabled={busy || joinId === undefined} onTap={decide(true)} />
      </Foot>
    </>
  );
}
