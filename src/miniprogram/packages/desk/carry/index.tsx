import { View } from '@tarojs/components';
import type { Appeal } from '@contract/api';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { useSend } from '../../../backend/use-send';
import { Button } from '../../../components/button';
import { Chips } from '../../../components/choice';
import { Field } from '../../../components/field';
import { Foot } from '../../../components/foot';
import { Photos } from '../../../components/photos';
import { Refused } from '../../../components/refused';
import { when } from '../../../when';
import { whenReady } from '../../../when-ready';
import { useHearingText } from '../appeals/text';
import { Done } from '../parts/done';
import { ForPerson } from '../parts/for-person';
import type { PersonInHand } from '../parts/person-in-hand';

/** An appeal carried to the desk: in the person’s words, at their say, without asking why the code is not green. */
function Carry({ person: { id, maskedName: name } }: { person: PersonInHand }) {
  const t = useHearingText();
  const { busy, refused, send } = useSend();
  const [words, setWords] = useState('');
  const [photos, setPhotos] = useState<readonly string[]>([]);
  const [told, setTold] = useState(false);
  const [sent, setSent] = useState<Appeal>();
  if (sent)
    return (
      <>
        <Done
          icon="talk"
          title={t('desk.carry.done')}
          about={
            sent.state === 'waiting'
              ? t('desk.carry.done.about', { time: when(sent.dueAt, t), name })
              : t('desk.carry.done.rules', { name })
          }
        />
        <Foot>
          <Button text={t('desk.carry.end')} onTap={() => void Taro.navigateBack()} />
        </Foot>
      </>
    );
  const body = { personId: id, theirSay: told, ...(words.trim() ? { words: words.trim() } : {}) };
  return (
    <>
      <View className="headline">{t('desk.carry.how', { name })}</View>
      <View className="lead">{t('desk.carry.how.about')}</View>
      <View className="card">
        <Field label={t('desk.carry.words')} long maxLength={1000} value={words} onChange={setWords} />
        <Photos photos={photos} most={9} who={t('appeal.photos.who')} onChange={setPhotos} />
        <Chips
          multiple
          label={t('desk.carry.say')}
          chosen={told ? ['told'] : []}
          options={[{ key: 'told', text: t('desk.carry.say') }]}
          onChange={(chosen) => setTold(chosen.length > 0)}
        />
      </View>
      <Foot said={refused && <Refused refused={refused} />}>
        <Button
          text={t('appeal.send')}
          disabled={busy || !told || (words.trim() === '' && photos.length === 0)}
          onTap={() => send('POST /v1/appeals', { body }, photos, setSent)}
        />
      </Foot>
    </>
  );
}

function CarryPage() {
  const t = useHearingText();
  return <ForPerson title={t('desk.carry.title')}>{(person) => <Carry person={person} />}</ForPerson>;
}

export default whenReady(CarryPage);
