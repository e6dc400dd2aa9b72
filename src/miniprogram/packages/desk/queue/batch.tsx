import { View } from '@tarojs/components';
import type { RequestSummary } from '@contract/api';
import { takesFirst } from '@contract/service-request/handling';
import { goesTogether } from '@contract/service-request/together';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { VoiceRecorder } from '../../../components/voice-recorder';
import type { LocalVoice } from '../../../platform/recorder';
import { ForAll } from '../../request/detail/for-all';
import { Phrases } from '../../request/detail/phrases';
import { useDeskText } from '../text';

/**
 * One reply, or one resolution, for several matters of one cause. Each goes out on its own and comes to its own end, so
 * that one that changed meanwhile is told apart; without a network they wait like everything else.
 */
export function Batch({ chosen, onSent }: { chosen: readonly RequestSummary[]; onSent(): void }) {
  const t = useDeskText();
  const { outbox } = usePhone();
  const [words, setWords] = useState('');
  const [voice, setVoice] = useState<LocalVoice>();
  // What is said to several of one cause is nobody's own: it is for all of them unless the team says otherwise.
  const [forAll, setForAll] = useState(true);
  const done = chosen.filter((one) => goesTogether('resolve', one));
  const joined = chosen.reduce((sum, one) => sum + (one.joined ?? 0), 0);
  const send = async (event: 'reply' | 'resolve'): Promise<void> => {
    for (const { id, version, state, ownerMaskedName, categoryName, number, joined: n = 0 } of event ===
    'resolve'
      ? done
      : chosen)
      await outbox.add({
        endpoint: 'POST /v1/service-requests/:id/events',
        params: { id },
        label: `${t(`act.${event}`)} · ${t.of(categoryName)} ${number}`,
        photos: [],
        voice: voice?.file,
        body: {
          event,
          version,
          ...(words.trim() ? { words: words.trim() } : {}),
          ...(takesFirst(state, ownerMaskedName, event) ? { take: true } : {}),
          ...(n > 0 && forAll ? { forAll } : {}),
        },
      });
    setVoice(undefined);
    onSent();
    void outbox.flush();
  };
  const count = chosen.length;
  const [first] = chosen;
  return (
    <View className="foot batch">
      <Field label={t('desk.batch.words')} value={words} long maxLength={4000} onChange={setWords} />
      {first && (
        <Phrases
          category={first.category}
          words={words}
          onChoose={(phrase) => setWords((before) => [before.trim(), phrase].filter(Boolean).join('\n'))}
        />
      )}
      <VoiceRecorder
        voice={voice}
        onChange={setVoice}
        onWords={(heard) => setWords((before) => [before, heard].filter(Boolean).join('\n'))}
      />
      {joined > 0 && <ForAll count={joined} value={forAll} onChange={setForAll} />}
      <View className="said">{t(count === 0 ? 'desk.batch.none' : 'desk.batch.about')}</View>
      {done.length < count && (
        <View className="said">{t('desk.batch.apart', { count: count - done.length })}</View>
      )}
      <View className="row">
        <Button
          kind="outline"
          text={t('desk.batch.resolve', { count: done.length })}
          disabled={done.length === 0}
          onTap={() => void send('resolve')}
        />
        <Button
          text={t('desk.batch.reply', { count })}
          disabled={count === 0 || (words.trim() === '' && !voice)}
          onTap={() => void send('reply')}
        />
      </View>
    </View>
  );
}
