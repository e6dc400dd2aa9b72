import Taro from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { Nothing } from '../../../components/states';
import { open } from '../../../paths';
import { useDeskText } from '../text';
import { DeskPage } from './desk-page';
import { type PersonInHand, takeInHand } from './person-in-hand';

/** A page about whom was just confirmed; without them it says whom to confirm first. */
export function ForPerson({ title, children }: { title: string; children(person: PersonInHand): ReactNode }) {
  const t = useDeskText();
  const [person] = useState(takeInHand);
  return (
    <DeskPage title={title} foot>
      {person ? (
        children(person)
      ) : (
        <Nothing
          icon="id"
          title={t('desk.said.first')}
          about={t('desk.said.first.about')}
          act={{
            text: t('desk.confirm.title'),
            onTap: () => void Taro.redirectTo({ url: open.confirm }),
          }}
        />
      )}
    </DeskPage>
  );
}
