import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { useAct } from '../../../backend/use-act';
import { useKey } from '../../../backend/use-key';
import { Button } from '../../../components/button';
import { Chips } from '../../../components/choice';
import { Field } from '../../../components/field';
import { LocalPhoto } from '../../../components/photo';
import { Refused } from '../../../components/refused';
import { choosePhotos, removePhoto } from '../../../platform/photos';
import { useComplaintsText } from '../text';

const kinds = ['complaint', 'suggestion', 'correction'] as const;
type Kind = (typeof kinds)[number];

/** About the app, or about how a request was handled: a few words and a photo at most; the day it is answered by is said before it is sent. */
export function Write() {
  const t = useComplaintsText();
  const { client, queries } = usePhone();
  const { kind: asked, request: requestId } = useRouter().params;
  const [kind, setKind] = useState<Kind>(kinds.find((one) => one === asked) ?? 'complaint');
  const [words, setWords] = useState('');
  const [photo, setPhoto] = useState<string>();
  const { busy, refused, act } = useAct();
  const { keyFor, renew } = useKey();
  const drop = async (local: string): Promise<void> => {
    setPhoto(undefined);
    await removePhoto(local);
  };
  const send = (): void =>
    act(async () => {
      const idempotencyKey = await keyFor([kind, requestId, words, photo]);
      const stored = photo === undefined ? undefined : await client.upload(photo, `${idempotencyKey}-0`);
      await client.call('POST /v1/complaints', {
        body: {
          ...(requestId === undefined ? { kind } : { kind: 'handling', requestId }),
          words,
          ...(stored ? { photo: stored.id } : {}),
        },
        idempotencyKey,
      });
      renew();
      setWords('');
      if (photo !== undefined) await drop(photo);
      await queries.invalidateQueries();
    });
  return (
    <View className="card">
      {requestId === undefined && (
        <Chips
          label={t('complaints.kind')}
          options={kinds.map((one) => ({ key: one, text: t(`complaints.kind.${one}`) }))}
          chosen={[kind]}
          onChange={([chosen]) => setKind(kinds.find((one) => one === chosen) ?? kind)}
        />
      )}
      <Field
        long
        label={t('complaints.words')}
        hint={t('complaints.words.hint')}
        maxLength={2000}
        value={words}
        onChange={setWords}
      />
      {photo === undefined ? (
        <Button
          kind="link"
          small
          icon="camera"
          text={t('complaints.photo')}
          onTap={() => void choosePhotos(1).then(({ photos }) => setPhoto(photos[0]))}
        />
      ) : (
        <View className="photos">
          <LocalPhoto photo={photo} label={t('complaints.photo.remove')} onRemove={() => void drop(photo)} />
        </View>
      )}
      <View className="quiet">
        {t(requestId === undefined ? 'complaints.limit' : 'complaints.handling.limit')}
      </View>
      <Button text={t('complaints.send')} disabled={busy || words.trim() === ''} onTap={send} />
      <Refused refused={refused} />
    </View>
  );
}
