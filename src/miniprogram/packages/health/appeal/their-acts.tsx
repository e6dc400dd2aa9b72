import { View } from '@tarojs/components';
import type { Appeal } from '@contract/api';
import { useState } from 'react';
import { useSend } from '../../../backend/use-send';
import { AskFirst } from '../../../components/ask-first';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Foot } from '../../../components/foot';
import { Photos } from '../../../components/photos';
import { Refused } from '../../../components/refused';
import { useAppealText } from './text';

/** What the person, or who acts for them, can do while it is open: add what they have, or withdraw it. */
export function TheirActs({ appeal: { id, version, state, possible } }: { appeal: Appeal }) {
  const t = useAppealText();
  const { busy, refused, send } = useSend();
  const [adding, setAdding] = useState(false);
  const [words, setWords] = useState('');
  const [photos, setPhotos] = useState<readonly string[]>([]);
  const step = (event: 'add' | 'withdraw'): void => {
    const body = { event, version, ...(event === 'add' && words.trim() ? { words: words.trim() } : {}) };
    send('POST /v1/appeals/:id/events', { params: { id }, body }, event === 'add' ? photos : [], () => {
      setAdding(false);
      setWords('');
      setPhotos([]);
    });
  };
  if (possible.length === 0) return null;
  if (adding)
    return (
      <>
        <View className="card">
          <Field label={t('appeal.add.words')} long maxLength={1000} value={words} onChange={setWords} />
          <Photos photos={photos} most={9} who={t('appeal.photos.who')} onChange={setPhotos} />
        </View>
        <Foot said={refused && <Refused refused={refused} />}>
          <Button kind="outline" text={t('appeal.cancel')} onTap={() => setAdding(false)} />
          <Button
            text={t('appeal.add.send')}
            disabled={busy || (words.trim() === '' && photos.length === 0)}
            onTap={() => step('add')}
          />
        </Foot>
      </>
    );
  return (
    <Foot said={refused && <Refused refused={refused} />} stacked>
      {possible.includes('add') && (
        <Button
          kind={state === 'asked' ? 'filled' : 'outline'}
          text={t('appeal.add')}
          onTap={() => setAdding(true)}
        />
      )}
      {possible.includes('withdraw') && (
        <AskFirst
          text={t('appeal.withdraw')}
          words={t('appeal.withdraw.words')}
          disabled={busy}
          onYes={() => step('withdraw')}
        />
      )}
    </Foot>
  );
}
