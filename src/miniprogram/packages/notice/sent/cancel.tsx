import { View } from '@tarojs/components';
import type { Notice } from '@contract/api';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { useAct } from '../../../backend/use-act';
import { useKey } from '../../../backend/use-key';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Foot } from '../../../components/foot';
import { Refused } from '../../../components/refused';
import { useAuthorText } from '../author-text';

/** Why it is taken back, in both languages; then the card is struck through wherever it is. */
export function Cancel({ notice, onDone }: { notice: Notice; onDone(): void }) {
  const t = useAuthorText();
  const { client, queries } = usePhone();
  const { busy, refused, act } = useAct();
  const { onceFor } = useKey();
  const [zh, setZh] = useState('');
  const [en, setEn] = useState('');
  const send = (): void =>
    act(async () => {
      const because = { zh: zh.trim(), en: en.trim() };
      const once = await onceFor([notice.version, because], () => ({
        msgType: 'Cancel' as const,
        seenVersion: notice.version,
        because,
      }));
      await client.call('POST /v1/notices/:id/messages', { params: { id: notice.id }, ...once });
      await queries.invalidateQueries();
      onDone();
    });
  return (
    <>
      <View className="card">
        <Field
          label={t('author.cancel.because')}
          hint={t('author.cancel.because.hint')}
          maxLength={400}
          value={zh}
          onChange={setZh}
        />
        <Field label={t('author.cancel.english')} maxLength={400} value={en} onChange={setEn} />
      </View>
      <Refused refused={refused} />
      <Foot said={t('author.cancel.about')}>
        <Button kind="outline" text={t('author.cancel.not')} onTap={onDone} />
        <Button text={t('author.cancel.send')} disabled={busy || zh.trim() === ''} onTap={send} />
      </Foot>
    </>
  );
}
