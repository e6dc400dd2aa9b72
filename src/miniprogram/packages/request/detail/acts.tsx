import { View } from '@tarojs/components';
import type { ServiceRequest } from '@contract/api';
import { isForAllUnlessSaid, mayBeForAll } from '@contract/service-request/duplicates';
import { type Outcome, outcomesOf } from '@contract/service-request/outcome';
import { mayBeSpoken } from '@contract/service-request/voice';
import type { VisitEvent } from '@contract/visit/visit';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { LabelledChips } from '../../../components/choice';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Foot } from '../../../components/foot';
import { VoiceRecorder } from '../../../components/voice-recorder';
import { Photos } from '../../../components/photos';
import type { LocalVoice } from '../../../platform/recorder';
import { useRequestText } from '../text';
import { ForAll } from './for-all';
import { HandOver, type NextHands } from './hand-over';
import { Phrases } from './phrases';

type Act = Exclude<ServiceRequest['possible'][number], 'submit' | 'escalate' | 'time-out' | VisitEvent>;

/** The one act a screen leads to, by who is looking. */
const leading: readonly Act[] = ['confirm', 'answer', 'accept', 'resolve', 'start', 'urge', 'reopen'];
/** Those that need words before they are sent. */
const inWords: readonly Act[] = [
  'add',
  'answer',
  'dispute',
  'reopen',
  'reply',
  'ask',
  'refer',
  'resolve',
  'assign',
];
/** Those that can be shown too. A photo is never asked for. */
const shown: readonly Act[] = ['add', 'answer', 'dispute', 'reopen', 'reply', 'resolve'];
/** Taken back they cannot be: they ask once more. */
const asksAgain: readonly Act[] = ['withdraw'];
/** Those that can be said instead. */
const spoken: readonly Act[] = ['add', 'answer', 'dispute', 'reopen', 'reply', 'ask', 'resolve'];
/** Offered on this page; the rest of the table belongs to others' screens. */
const offered: readonly Act[] = [
  'confirm',
  'dispute',
  'answer',
  'urge',
  'add',
  'withdraw',
  'reopen',
  'accept',
  'start',
  'reply',
  'ask',
  'assign',
  'refer',
  'resolve',
];

/** So many stand beside the leading one; more are above it. */
const beside = 2;

/** What can be done now: one filled button, the others beside it. Goes through the outbox, so it works offline. */
export function Acts({
  request,
  onMoved,
}: {
  request: ServiceRequest;
  /** It goes to another place, and is perhaps not to be seen from here any more. */
  onMoved(): void;
}) {
  const t = useRequestText();
  const { outbox } = usePhone();
  const [act, setAct] = useState<Act>();
  const [words, setWords] = useState('');
  const [voice, setVoice] = useState<LocalVoice>();
  const [destination, setDestination] = useState('');
  // A voice tells who somebody is, where nobody is to know.
  const maySpeak = request.relation === 'handler' || mayBeSpoken(request);
  const [photos, setPhotos] = useState<string[]>([]);
  const [next, setNext] = useState<NextHands>();
  const [saidForAll, setSaidForAll] = useState<boolean>();
  const [outcome, setOutcome] = useState<Outcome>();
  const results = outcomesOf(request.category);
  const possible = offered.filter((one) => request.possible.includes(one));
  const lead = leading.find((one) => possible.includes(one));

  const joined = request.relation === 'handler' ? (request.joined ?? 0) : 0;
  const isForAll = (event: Act): boolean =>
    joined > 0 && mayBeForAll(event) && (saidForAll ?? isForAllUnlessSaid(event));

  const send = async (event: Act): Promise<void> => {
    await outbox.add({
      endpoint: 'POST /v1/service-requests/:id/events',
      params: { id: request.id },
      label: `${t(`act.${event}`)} · ${t.of(request.categoryName)}`,
      photos,
      voice: voice?.file,
      body: {
        event,
        version: request.version,
        ...(words.trim() ? { words: words.trim() } : {}),
        ...(event === 'refer' ? { destination: destination.trim() } : {}),
        ...(event === 'assign' ? next : {}),
        ...(isForAll(event) ? { forAll: true } : {}),
        ...(event === 'resolve' && outcome ? { outcome } : {}),
      },
    });
    setAct(undefined);
    setWords('');
    setVoice(undefined);
    setPhotos([]);
    setNext(undefined);
    setSaidForAll(undefined);
    setOutcome(undefined);
    await outbox.flush();
    if (event === 'assign' && next?.nextNode !== undefined) onMoved();
  };
  const choose = (one: Act): void =>
    inWords.includes(one) || asksAgain.includes(one) ? setAct(one) : void send(one);
  if (possible.length === 0) return null;
  if (act) {
    const label =
      act === 'assign'
        ? t('request.hand.why')
        : request.relation === 'handler'
          ? t('request.reply.field')
          : t('request.add.field');
    const unready =
      (act === 'refer' && destination.trim() === '') ||
      (act === 'assign' && !next) ||
      (act === 'resolve' && results.length > 0 && !outcome) ||
      (!['resolve', 'refer', 'withdraw'].includes(act) &&
        words.trim() === '' &&
        photos.length === 0 &&
        !(voice && spoken.includes(act)));
    return (
      <View className="foot">
        {act === 'refer' && (
          <Field label={t('request.destination')} value={destination} onChange={setDestination} />
        )}
        {act === 'assign' && <HandOver request={request} next={next} onChange={setNext} />}
        {act === 'resolve' && results.length > 0 && (
          <LabelledChips
            label={t('outcome.how')}
            chosen={outcome ? [outcome] : []}
            options={results.map((key) => ({ key, text: t(`outcome.${key}`) }))}
            onChange={([key]) => setOutcome(results.find((one) => one === key))}
          />
        )}
        {act === 'withdraw' && <View className="said">{t('request.withdraw.sure')}</View>}
        <Field label={label} value={words} long maxLength={4000} onChange={setWords} />
        {request.relation === 'handler' && (act === 'reply' || act === 'resolve') && (
          <Phrases
            category={request.category}
            words={words}
            onChoose={(phrase) => setWords((before) => [before.trim(), phrase].filter(Boolean).join('\n'))}
          />
        )}
        {shown.includes(act) && <Photos photos={photos} most={9} onChange={setPhotos} />}
        {maySpeak && spoken.includes(act) && (
          <VoiceRecorder
            voice={voice}
            onChange={setVoice}
            onWords={(heard) => setWords((before) => [before, heard].filter(Boolean).join('\n'))}
          />
        )}
        {joined > 0 && mayBeForAll(act) && (
          <ForAll count={joined} value={isForAll(act)} onChange={setSaidForAll} />
        )}
        <View className="row">
          <Button
            kind="link"
            text={t('request.cancel')}
            onTap={() => {
              setAct(undefined);
              setSaidForAll(undefined);
            }}
          />
          <Button text={t(`act.${act}`)} disabled={unready} onTap={() => void send(act)} />
        </View>
      </View>
    );
  }
  const others = possible.filter((one) => one !== lead);
  return (
    <Foot stacked={others.length > beside}>
      <View className="acts">
        {others.map((one) => (
          <Button
            key={one}
            kind={one === 'dispute' ? 'outline' : 'link'}
            small
            text={t(`act.${one}`)}
            onTap={() => choose(one)}
          />
        ))}
      </View>
      {lead && <Button text={t(`act.${lead}`)} onTap={() => choose(lead)} />}
    </Foot>
  );
}
