import { View } from '@tarojs/components';
import type { LocalBody } from '@contract/api';
import { cardLimits } from '@contract/body/card';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { useAct } from '../../../backend/use-act';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Refused } from '../../../components/refused';
import { asRole } from '../../../platform/role';
import { useRequestText } from '../text';
import { type CardDraft, cardOf, draftOf } from './draft';

/** The card of one body, in its own words. */
export function WriteCard({ body }: { body: LocalBody }) {
  const t = useRequestText();
  const { client, queries } = usePhone();
  const { busy, refused, act } = useAct();
  const [draft, setDraft] = useState(() => draftOf(body));
  const [saved, setSaved] = useState(false);
  const card = cardOf(draft);
  const change = (key: keyof CardDraft) => (value: string) => {
    setSaved(false);
    setDraft({ ...draft, [key]: value });
  };
  const field = (key: keyof CardDraft) => ({ value: draft[key], onChange: change(key) });
  const save = (): void =>
    act(async () => {
      if (!card) return;
      await client.call('PUT /v1/bodies/:id', { params: { id: body.id }, body: card });
      setSaved(true);
      await queries.invalidateQueries();
    });
  return (
    <View className="card">
      <View className="card-title">{body.name}</View>
      <View className="quiet">{t('card.public')}</View>
      <Field label={t('card.call')} maxLength={cardLimits.call} {...field('call')} />
      <Field label={t('card.where')} maxLength={cardLimits.where} {...field('where')} />
      <Field label={t('card.hours')} maxLength={cardLimits.hours} {...field('hours')} />
      <Field label={t('card.day')} hint={t('card.day.hint')} maxLength={10} {...field('day')} />
      <Field label={t('card.time')} hint={t('card.time.hint')} maxLength={5} {...field('time')} />
      <Field label={t('card.meets-where')} maxLength={cardLimits.meetsWhere} {...field('meetsWhere')} />
      <Field
        long
        label={t('card.agenda')}
        maxLength={cardLimits.points * (cardLimits.point + 1)}
        {...field('agenda')}
      />
      {!card && <View className="quiet">{t('card.day.wrong')}</View>}
      <Button className="spaced" text={t('card.save')} disabled={busy || !card} onTap={save} />
      {saved && (
        <View className="quiet" {...asRole('status')}>
          {t('card.saved')}
        </View>
      )}
      <Refused refused={refused} />
    </View>
  );
}
