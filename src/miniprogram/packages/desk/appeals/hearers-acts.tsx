import { View } from '@tarojs/components';
import type { Appeal } from '@contract/api';
import type { Remedy } from '@contract/appeal/answer';
import { useState } from 'react';
import { useSend } from '../../../backend/use-send';
import { Button } from '../../../components/button';
import { Chips } from '../../../components/choice';
import { Field } from '../../../components/field';
import { Foot } from '../../../components/foot';
import { Refused } from '../../../components/refused';
import { useHearingText } from './text';

type Answer = 'ask' | 'grant' | 'refuse';

/** What the hearer does: take it, ask for more, answer. An answer says why. */
export function HearersActs({ appeal }: { appeal: Appeal }) {
  const t = useHearingText();
  const { busy, refused, send } = useSend();
  const [answer, setAnswer] = useState<Answer>();
  const [words, setWords] = useState('');
  const [first = 'elsewhere'] = appeal.remedies;
  const [chosen, setChosen] = useState<Remedy>();
  const remedy = chosen ?? first;
  const { id, version, possible } = appeal;
  const step = (event: Answer | 'take'): void => {
    const said = event === 'take' ? {} : { words: words.trim() };
    const body = { event, version, ...said, ...(event === 'grant' ? { remedy } : {}) };
    send('POST /v1/appeals/:id/events', { params: { id }, body }, [], () => {
      setAnswer(undefined);
      setWords('');
    });
  };
  const said = refused && <Refused refused={refused} />;
  if (possible.length === 0) return null;
  if (answer) {
    const asks = answer === 'grant' && remedy === 'elsewhere' ? 'desk.appeals.grant.elsewhere' : undefined;
    return (
      <>
        <View className="card">
          {answer === 'grant' && (
            <>
              <View className="asked">{t('desk.appeals.remedy')}</View>
              <Chips
                label={t('desk.appeals.remedy')}
                chosen={[remedy]}
                options={appeal.remedies.map((key) => ({ key, text: t(`desk.appeals.remedy.${key}`) }))}
                onChange={([key]) => key && setChosen(key as Remedy)}
              />
              <View className="quiet">{t('desk.appeals.remedy.about')}</View>
            </>
          )}
          <Field
            label={t(asks ?? `desk.appeals.${answer}.words`)}
            long
            maxLength={1000}
            value={words}
            onChange={setWords}
          />
          {answer === 'refuse' && <View className="quiet">{t('desk.appeals.refuse.about')}</View>}
        </View>
        <Foot said={said}>
          <Button kind="outline" text={t('desk.appeals.back')} onTap={() => setAnswer(undefined)} />
          <Button
            text={t(answer === 'ask' ? 'desk.appeals.ask.send' : 'desk.appeals.send')}
            disabled={busy || words.trim() === ''}
            onTap={() => step(answer)}
          />
        </Foot>
      </>
    );
  }
  if (possible.includes('take'))
    return (
      <Foot said={said}>
        <Button text={t('desk.appeals.take')} disabled={busy} onTap={() => step('take')} />
      </Foot>
    );
  return (
    <Foot said={said}>
      {(['ask', 'refuse', 'grant'] as const)
        .filter((event) => possible.includes(event))
        .map((event) => (
          <Button
            key={event}
            kind="outline"
            text={t(`desk.appeals.${event}`)}
            onTap={() => setAnswer(event)}
          />
        ))}
    </Foot>
  );
}
