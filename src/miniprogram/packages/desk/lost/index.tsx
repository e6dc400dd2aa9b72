import { View } from '@tarojs/components';
import type { OutputOf } from '@contract/api';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { Button } from '../../../components/button';
import { Cell } from '../../../components/cell';
import { Foot } from '../../../components/foot';
import { useDeskText } from '../text';
import { open } from '../../../paths';
import { whenReady } from '../../../when-ready';
import { useAct } from '../parts/act';
import { DeskPage } from '../parts/desk-page';
import { DocumentFields, useDocument } from '../parts/document';
import { Done } from '../parts/done';
import { handOn } from '../parts/person-in-hand';
import { Refused } from '../parts/refused';

type Ended = OutputOf<'POST /v1/lost-phones'>;

function Form({ onEnded }: { onEnded(ended: Ended): void }) {
  const t = useDeskText();
  const { client } = usePhone();
  const form = useDocument();
  const { busy, failed, run } = useAct();
  const { document } = form;
  const end = (): Promise<void> =>
    run(async () => {
      if (!document) return;
      const ended = await client.call('POST /v1/lost-phones', { body: document });
      form.clear();
      onEnded(ended);
    });
  return (
    <>
      <View className="headline">{t('desk.lost.how')}</View>
      <DocumentFields form={form} />
      <Foot said={failed ? <Refused failed={failed} /> : t('desk.lost.act.said')}>
        <Button text={t('desk.lost.act')} disabled={!document || busy} onTap={() => void end()} />
      </Foot>
    </>
  );
}

/** One act ends every phone of the person, and says how many there were. */
function LostPage() {
  const t = useDeskText();
  const [ended, setEnded] = useState<Ended>();
  if (!ended) {
    return (
      <DeskPage title={t('desk.lost.title')} foot>
        <Form onEnded={setEnded} />
      </DeskPage>
    );
  }
  const { phones, personId, maskedName } = ended;
  const many = phones === 0 ? 'desk.lost.done.none' : phones === 1 ? 'desk.lost.done.one' : 'desk.lost.done';
  return (
    <DeskPage title={t('desk.lost.title')} foot>
      <Done
        icon="lost"
        title={t(many, { count: phones })}
        name={maskedName}
        about={t('desk.lost.done.about', { name: maskedName })}
      />
      <View className="card flush">
        <Cell
          icon="print"
          title={t('desk.confirm.print')}
          onTap={() => {
            handOn({ id: personId, maskedName });
            void Taro.navigateTo({ url: open.paper });
          }}
        />
      </View>
      <Foot>
        <Button text={t('desk.lost.another')} onTap={() => setEnded(undefined)} />
      </Foot>
    </DeskPage>
  );
}

export default whenReady(LostPage);
