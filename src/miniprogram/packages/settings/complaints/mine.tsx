import { View } from '@tarojs/components';
import type { Complaint } from '@contract/api';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { useAct } from '../../../backend/use-act';
import { useKey } from '../../../backend/use-key';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Refused } from '../../../components/refused';
import { StoredPhoto } from '../../../components/photo';
import { asRole } from '../../../platform/role';
import { when } from '../../../when';
import { useComplaintsText } from '../text';

/** One of mine: where it stands, what was said, and what I can do now. */
export function Mine({ complaint }: { complaint: Complaint }) {
  const t = useComplaintsText();
  const { client, queries } = usePhone();
  const { busy, refused, act } = useAct();
  const { onceFor } = useKey();
  const [words, setWords] = useState('');
  const { id, state, answerBy, version, possible, photo, timeline, request } = complaint;
  const step = (event: 'add' | 'settle'): void =>
    act(async () => {
      await client.call('POST /v1/complaints/:id/events', {
        params: { id },
        ...(await onceFor([event, version, words], () => ({
          event,
          version,
          ...(event === 'add' ? { words } : {}),
        }))),
      });
      setWords('');
      await queries.invalidateQueries();
    });
  return (
    <View className="card timeline-card">
      <View className="state" aria-live="polite">
        {t(`complaints.state.${state}`)}
      </View>
      {answerBy && <View className="figures">{t('complaints.by', { by: when(answerBy, t) })}</View>}
      <View className="quiet">{t(`complaints.kind.${complaint.kind}`)}</View>
      {request && (
        <View className="quiet">
          {t('complaints.handling.of', { name: t.of(request.categoryName), number: request.number })}
        </View>
      )}
      {request && <View className="quiet">{t('complaints.handling.by', { place: request.answeredBy })}</View>}
      <View className="timeline" {...asRole('list')}>
        {[...timeline].reverse().map((entry, at) => (
          <View key={entry.seq} className={`step ${at === 0 ? 'latest' : ''}`} {...asRole('listitem')}>
            <View className="what">
              {t(`complaints.event.${entry.event}`, {
                who: entry.maskedName ?? request?.answeredBy ?? t('complaints.county'),
              })}
            </View>
            <View className="caption figures">{when(entry.at, t)}</View>
            {entry.words && <View>{entry.words}</View>}
          </View>
        ))}
      </View>
      {photo && (
        <View className="photos">
          <StoredPhoto id={photo} label={t('complaints.photo.of')} />
        </View>
      )}
      {possible.includes('add') && (
        <View>
          <Field
            label={t('complaints.add')}
            hideLabel
            hint={t('complaints.add')}
            maxLength={2000}
            value={words}
            onChange={setWords}
          />
          <Button
            kind="link"
            small
            text={t('complaints.add')}
            disabled={busy || words.trim() === ''}
            onTap={() => step('add')}
          />
        </View>
      )}
      {possible.includes('settle') && (
        <Button
          kind="tint"
          small
          text={t('complaints.settle')}
          disabled={busy}
          onTap={() => step('settle')}
        />
      )}
      <Refused refused={refused} />
    </View>
  );
}
