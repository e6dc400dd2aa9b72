import { View } from '@tarojs/components';
import { type FamilyAct, familyActs } from '@contract/family/relation';
import Taro from '@tarojs/taro';
import type { OutputOf } from '@contract/api';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { Button } from '../../../components/button';
import { Chips } from '../../../components/choice';
import { Foot } from '../../../components/foot';
import { useDeskText } from '../text';
import { whenReady } from '../../../when-ready';
import { useAct } from '../parts/act';
import { CodeEntry } from '../parts/code-entry';
import { Done } from '../parts/done';
import { ForPerson } from '../parts/for-person';
import type { PersonInHand } from '../parts/person-in-hand';
import { Refused } from '../parts/refused';

type Asking = OutputOf<'POST /v1/family/asks/look'> & { code: string };

/** An adult’s yes, said to the worker: whom they let help, and with what. */
function Said({ person }: { person: PersonInHand }) {
  const t = useDeskText();
  const { client } = usePhone();
  const [asking, setAsking] = useState<Asking>();
  const [may, setMay] = useState<readonly FamilyAct[]>([]);
  const [done, setDone] = useState(false);
  const { busy, failed, run } = useAct();
  const name = person.maskedName;
  const look = (code: string): void =>
    void run(async () =>
      setAsking({ ...(await client.call('POST /v1/family/asks/look', { body: { code } })), code }),
    );
  const agree = (code: string): void =>
    void run(async () => {
      await client.call('POST /v1/family/asks/agree', { body: { code, may: [...may], saidBy: person.id } });
      setDone(true);
    });

  if (!asking) {
    return (
      <>
        <View className="headline">{t('desk.said.how', { name })}</View>
        <View className="lead">{t('desk.said.how.about')}</View>
        <CodeEntry prefix="LF1" failed={failed} onCode={look} />
      </>
    );
  }
  if (done) {
    const acts = may.map((act) => t(`desk.said.may.${act}`)).join(t('desk.said.between'));
    return (
      <>
        <Done
          icon="users"
          title={t('desk.said.done')}
          about={t('desk.said.done.about', { helper: asking.maskedName, name, acts })}
        />
        <Foot>
          <Button text={t('desk.said.back')} onTap={() => void Taro.navigateBack()} />
        </Foot>
      </>
    );
  }
  return (
    <>
      <View className="card">
        <View className="asked">{t('desk.said.who')}</View>
        <View className="card-title">{asking.maskedName}</View>
        <View className="quiet">{t(asking.confirmed ? 'code.confirmed' : 'desk.said.who.unconfirmed')}</View>
      </View>
      {asking.kind === 'guardian' ? (
        <View className="card">{t('desk.said.guardian')}</View>
      ) : (
        <View className="card">
          <View className="asked">{t('desk.said.may', { name })}</View>
          <Chips
            multiple
            label={t('desk.said.may', { name })}
            chosen={may}
            options={familyActs.map((act) => ({ key: act, text: t(`desk.said.may.${act}`) }))}
            onChange={(chosen) => setMay(familyActs.filter((act) => chosen.includes(act)))}
          />
        </View>
      )}
      <Foot said={failed ? <Refused failed={failed} /> : t('desk.said.act.said')}>
        <Button kind="outline" text={t('desk.code.again')} onTap={() => setAsking(undefined)} />
        <Button
          text={t('desk.said.act')}
          disabled={busy || may.length === 0 || asking.kind === 'guardian'}
          onTap={() => agree(asking.code)}
        />
      </Foot>
    </>
  );
}

function SaidPage() {
  const t = useDeskText();
  return <ForPerson title={t('desk.said.title')}>{(person) => <Said person={person} />}</ForPerson>;
}

export default whenReady(SaidPage);
