import { View } from '@tarojs/components';
import type { Complaint } from '@contract/api';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { useKey } from '../../../backend/use-key';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { StoredPhoto } from '../../../components/photo';
import { Loaded, Nothing } from '../../../components/states';
import { useTextWith } from '../../../locales';
import { complaintsTexts } from '../../../locales/complaints';
import { asRole } from '../../../platform/role';
import { when } from '../../../when';
import { whenReady } from '../../../when-ready';
import { useAct } from '../parts/act';
import { DeskPage } from '../parts/desk-page';
import { Refused } from '../parts/refused';
import { Steps } from './steps';

const useComplaintsText = () => useTextWith(complaintsTexts);

/** Which request, and, unfolded, what was done about it. */
function About({ id, request }: { id: string; request: NonNullable<Complaint['request']> }) {
  const t = useComplaintsText();
  const [open, setOpen] = useState(false);
  return (
    <View>
      <View className="quiet">
        {t('complaints.handling.of', { name: t.of(request.categoryName), number: request.number })}
      </View>
      <View className="quiet">{t('complaints.handling.by', { place: request.answeredBy })}</View>
      <Button
        kind="link"
        small
        text={t(open ? 'complaints.desk.steps.hide' : 'complaints.desk.steps')}
        onTap={() => setOpen(!open)}
      />
      {open && <Steps id={id} />}
    </View>
  );
}

/** One to answer: by which day, what was said, and the answer. */
function ToAnswer({ complaint }: { complaint: Complaint }) {
  const t = useComplaintsText();
  const { client, queries } = usePhone();
  const { busy, failed, run } = useAct();
  const { onceFor } = useKey();
  const [words, setWords] = useState('');
  const { id, state, answerBy, version, photo } = complaint;
  const answer = (): Promise<void> =>
    run(async () => {
      await client.call('POST /v1/complaints/:id/events', {
        params: { id },
        ...(await onceFor([version, words], () => ({ event: 'answer' as const, version, words }))),
      });
      setWords('');
      await queries.invalidateQueries();
    });
  return (
    <View className="card timeline-card">
      <View className="state">{t(`complaints.state.${state}`)}</View>
      {answerBy && <View className="figures">{t('complaints.by', { by: when(answerBy, t) })}</View>}
      <View className="quiet">{t(`complaints.kind.${complaint.kind}`)}</View>
      {complaint.request && <About id={id} request={complaint.request} />}
      <View className="timeline" {...asRole('list')}>
        {[...complaint.timeline].reverse().map((entry, at) => (
          <View key={entry.seq} className={`step ${at === 0 ? 'latest' : ''}`} {...asRole('listitem')}>
            <View className="what">
              {entry.event === 'answer'
                ? t('complaints.event.answer', {
                    who: entry.maskedName ?? complaint.request?.answeredBy ?? t('complaints.county'),
                  })
                : t(`complaints.desk.event.${entry.event}`)}
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
      {complaint.possible.includes('answer') && (
        <View>
          <Field long label={t('complaints.desk.words')} maxLength={2000} value={words} onChange={setWords} />
          <Button
            kind="tint"
            text={t('complaints.desk.answer')}
            disabled={busy || words.trim() === ''}
            onTap={() => void answer()}
          />
        </View>
      )}
      <Refused failed={failed} />
    </View>
  );
}

/** What an officer has to answer: what waits first, by its limit. */
function ComplaintsAtDesk() {
  const t = useComplaintsText();
  const list = useRead('GET /v1/complaints', { query: { scope: 'desk' } }, { fleeting: true });
  return (
    <DeskPage title={t('complaints.desk.title')} roles={['officer']}>
      <Loaded read={list}>
        {(found) =>
          found.length === 0 ? (
            <Nothing icon="complain" title={t('complaints.desk.none')} />
          ) : (
            <View>
              {found.map((complaint) => (
                <ToAnswer key={complaint.id} complaint={complaint} />
              ))}
            </View>
          )
        }
      </Loaded>
    </DeskPage>
  );
}

export default whenReady(ComplaintsAtDesk);
