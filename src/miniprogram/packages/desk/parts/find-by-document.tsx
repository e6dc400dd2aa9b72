import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { usePhone } from '../../../backend/phone-context';
import { Button } from '../../../components/button';
import { Cell } from '../../../components/cell';
import { Foot } from '../../../components/foot';
import { useDeskText } from '../text';
import { open } from '../../../paths';
import { useAct } from './act';
import { DocumentFields, useDocument } from './document';
import type { PersonInHand } from './person-in-hand';
import { Refused } from './refused';

interface Props {
  /** What is asked: whom the page is for. */
  asked: string;
  onPerson(person: PersonInHand): void;
}

/** Somebody confirmed before, seen again with their document: the server finds them by the key of its number. */
export function FindByDocument({ asked, onPerson }: Props) {
  const t = useDeskText();
  const { client } = usePhone();
  const form = useDocument();
  const { busy, failed, run } = useAct();
  const { document } = form;
  const unknown = failed?.code === 'home-required';
  const find = (): Promise<void> =>
    run(async () => {
      if (!document) return;
      const { personId, maskedName } = await client.call('POST /v1/confirmations', { body: document });
      form.clear();
      onPerson({ id: personId, maskedName });
    });
  return (
    <>
      <View className="headline">{asked}</View>
      <DocumentFields form={form} />
      {unknown && (
        <View className="card flush">
          <Cell
            icon="id"
            title={t('desk.confirm.title')}
            note={t('desk.paper.find.first')}
            onTap={() => void Taro.redirectTo({ url: open.confirm })}
          />
        </View>
      )}
      <Foot said={failed && !unknown && <Refused failed={failed} />}>
        <Button text={t('desk.paper.find.act')} disabled={!document || busy} onTap={() => void find()} />
      </Foot>
    </>
  );
}
