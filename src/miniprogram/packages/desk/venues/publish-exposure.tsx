import { View } from '@tarojs/components';
import type { Venue } from '@contract/api';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { useKey } from '../../../backend/use-key';
import { Button } from '../../../components/button';
import { Foot } from '../../../components/foot';
import { speechIn } from '../../../locales';
import { deskVenueTexts } from '../../../locales/desk-venues';
import { useDeskVenueText } from './text';
import { whenSpan } from '../../../when';
import { useAct } from '../parts/act';
import { Refused } from '../parts/refused';
import { ExposureForm, type ExposureTyped } from './exposure-form';
import { windowOf } from './window';

const usual = (language: 'zh' | 'en'): string =>
  speechIn(language, deskVenueTexts)('desk.exposure.advice.usual');

/** Write, look at it as residents will, publish. It reaches who was there, and nobody learns who that was. */
export function PublishExposure({ venue, onDone }: { venue: Venue; onDone(): void }) {
  const t = useDeskVenueText();
  const { client, queries, code } = usePhone();
  const [typed, setTyped] = useState<ExposureTyped>({
    daysAgo: 0,
    from: '',
    until: '',
    zh: usual('zh'),
    en: usual('en'),
  });
  const [looking, setLooking] = useState(false);
  const { busy, failed, run } = useAct();
  const { onceFor } = useKey();
  const window = windowOf(typed.daysAgo, typed.from, typed.until, code.clock.now());
  const advice = { zh: typed.zh.trim(), en: typed.en.trim() };
  const publish = (): Promise<void> =>
    run(async () => {
      if (!window) return;
      await client.call(
        'POST /v1/exposure-notices',
        await onceFor([venue.id, typed], () => ({ venueId: venue.id, ...window, advice })),
      );
      await queries.invalidateQueries();
      onDone();
    });
  const title = <View className="headline">{t('desk.exposure.title', { name: venue.name })}</View>;

  if (looking && window)
    return (
      <>
        {title}
        <View className="card">
          <View className="asked">{t('desk.exposure.residents-see')}</View>
          <View className="card-title">{t('venue.match', { name: venue.name })}</View>
          <View>{t('venue.match.when', { time: whenSpan(window.from, window.until, t) })}</View>
          <View className="spaced-above">{advice.zh}</View>
          <View className="quiet">{advice.en}</View>
        </View>
        <View className="lead">{t('desk.exposure.reach')}</View>
        <Refused failed={failed} />
        <Foot said={t('desk.exposure.send.said')}>
          <Button kind="outline" text={t('desk.exposure.change')} onTap={() => setLooking(false)} />
          <Button text={t('desk.exposure.send')} disabled={busy} onTap={() => void publish()} />
        </Foot>
      </>
    );
  return (
    <>
      {title}
      <ExposureForm typed={typed} fits={window !== undefined} onChange={setTyped} />
      <Foot>
        <Button kind="outline" text={t('desk.venues.back')} onTap={onDone} />
        <Button
          text={t('desk.exposure.next')}
          disabled={!window || advice.zh === '' || advice.en === ''}
          onTap={() => setLooking(true)}
        />
      </Foot>
    </>
  );
}
