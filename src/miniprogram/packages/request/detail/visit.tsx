import { View } from '@tarojs/components';
import type { InputOf, ServiceRequest, VisitSlot } from '@contract/api';
import { type CalendarDay, dayAt } from '@contract/calendar-day';
import { OFFERED, type VisitEvent } from '@contract/visit/visit';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { useAct } from '../../../backend/use-act';
import { useKey } from '../../../backend/use-key';
import { Button } from '../../../components/button';
import { LabelledChips } from '../../../components/choice';
import { Field } from '../../../components/field';
import { Icon } from '../../../components/icon';
import { Refused } from '../../../components/refused';
import { dayAhead, hourSpan, whenSpan } from '../../../when';
import { useRequestText } from '../text';

type Body = InputOf<'POST /v1/service-requests/:id/visit'>['body'];
type Unversioned<B> = B extends unknown ? Omit<B, 'version'> : never;

/** One act on a visit, done while one waits: whether an hour is still free only the server knows. */
function useVisit({ id, version }: ServiceRequest) {
  const { client, queries } = usePhone();
  const { busy, refused, act } = useAct();
  const { keyFor } = useKey();
  const send = (said: Unversioned<Body>, done: () => void): void =>
    act(async () => {
      const body = { ...said, version } as Body;
      const idempotencyKey = await keyFor(body);
      try {
        await client.call('POST /v1/service-requests/:id/visit', { params: { id }, body, idempotencyKey });
        done();
      } finally {
        // Refused, it may have been taken by somebody else: what there is is read anew.
        await queries.invalidateQueries();
      }
    });
  return { busy, refused, send };
}

interface ChoosingProps {
  request: ServiceRequest;
  multiple?: boolean;
  label: string;
  act: string;
  onChosen(slots: readonly VisitSlot[]): void;
  onLeave: (() => void) | undefined;
  busy: boolean;
}

/** The hours of each day that has any, in order. */
function byDay(slots: readonly VisitSlot[]): [CalendarDay, VisitSlot[]][] {
  const days = new Map<CalendarDay, VisitSlot[]>();
  for (const slot of slots) {
    const day = dayAt(Date.parse(slot.from));
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return [...days];
}

/** The hours there are, to choose one of, or those to offer. */
function Choosing({ request, multiple = false, label, act, onChosen, onLeave, busy }: ChoosingProps) {
  const t = useRequestText();
  const [chosen, setChosen] = useState<string[]>([]);
  const { data: slots } = useRead('GET /v1/service-requests/:id/visit-slots', {
    params: { id: request.id },
  });
  if (!slots) return null;
  if (slots.length === 0) return <View className="quiet">{t('visit.none-open')}</View>;
  const picked = slots.filter(({ from }) => chosen.includes(from));
  const [least, most] = multiple ? [OFFERED.least, OFFERED.most] : [1, 1];
  return (
    <View>
      <View className="field-label">{label}</View>
      {byDay(slots).map(([day, hours]) => (
        <View key={day} className="slots">
          <LabelledChips
            label={dayAhead(day, t)}
            multiple={multiple}
            chosen={chosen}
            onChange={(next) => setChosen(next.slice(-most))}
            options={hours.map(({ from, until }) => ({ key: from, text: hourSpan(from, until) }))}
          />
        </View>
      ))}
      <View className="row-of-two">
        {onLeave && <Button kind="link" small text={t('visit.not-now')} onTap={onLeave} />}
        <Button
          kind="outline"
          small
          text={act}
          disabled={busy || picked.length < least}
          onTap={() => onChosen(picked)}
        />
      </View>
    </View>
  );
}

/** When somebody comes: chosen by the resident from what the worker offered, moved, cancelled; live on both sides. */
export function VisitCard({ request }: { request: ServiceRequest }) {
  const t = useRequestText();
  const { busy, refused, send } = useVisit(request);
  const [doing, setDoing] = useState<VisitEvent>();
  const [words, setWords] = useState('');
  const may = (event: VisitEvent): boolean => request.possible.includes(event);
  const { visit } = request;
  const leave = (): void => {
    setDoing(undefined);
    setWords('');
  };
  const booked = visit?.booked;
  const name = visit?.maskedName ?? request.ownerMaskedName ?? '';
  const choosesNow = may('book-visit') && !booked;
  if (!visit && !may('book-visit') && !may('offer-visit')) return null;
  return (
    <View className="card">
      <View className="asked-place">
        <Icon name="help" />
        <View className="words" aria-live="polite">
          <View className={booked ? 'what' : ''}>
            {booked
              ? t('visit.when', { time: whenSpan(booked.from, booked.until, t) })
              : request.relation === 'handler' && visit
                ? t('visit.offered')
                : t('visit.title')}
          </View>
          {booked && name && <View className="quiet">{t('visit.who', { name })}</View>}
          {!booked &&
            request.relation === 'handler' &&
            visit?.offered.map(({ from, until }) => (
              <View key={from} className="quiet figures">
                {whenSpan(from, until, t)}
              </View>
            ))}
        </View>
      </View>
      {(choosesNow || doing === 'book-visit') && (
        <Choosing
          request={request}
          label={t(visit && !booked ? 'visit.choose' : 'visit.choose.open', { name })}
          act={t('visit.book')}
          busy={busy}
          onChosen={([slot]) => slot && send({ event: 'book-visit', slot: slot.from }, leave)}
          onLeave={booked ? leave : undefined}
        />
      )}
      {doing === 'offer-visit' && (
        <Choosing
          request={request}
          multiple
          label={t('visit.offer.which')}
          act={t('visit.offer.send')}
          busy={busy}
          onChosen={(slots) => send({ event: 'offer-visit', slots: slots.map(({ from }) => from) }, leave)}
          onLeave={leave}
        />
      )}
      {doing === 'call-off-visit' && (
        <View>
          <Field label={t('visit.why')} value={words} maxLength={500} onChange={setWords} />
          <View className="row-of-two">
            <Button kind="link" small text={t('visit.not-now')} onTap={leave} />
            <Button
              kind="outline"
              small
              text={t('visit.call-off')}
              disabled={busy || words.trim() === ''}
              onTap={() => send({ event: 'call-off-visit', words: words.trim() }, leave)}
            />
          </View>
        </View>
      )}
      <Refused refused={refused} />
      {doing === undefined && (
        <View className="acts">
          {may('book-visit') && booked && (
            <Button kind="link" small text={t('visit.move')} onTap={() => setDoing('book-visit')} />
          )}
          {may('cancel-visit') && (
            <Button
              kind="link"
              small
              text={t('visit.cancel')}
              disabled={busy}
              onTap={() => send({ event: 'cancel-visit' }, leave)}
            />
          )}
          {may('offer-visit') && (
            <Button
              kind="link"
              small
              text={t(visit ? 'visit.offer.again' : 'visit.offer')}
              onTap={() => setDoing('offer-visit')}
            />
          )}
          {may('call-off-visit') && (
            <Button kind="link" small text={t('visit.call-off')} onTap={() => setDoing('call-off-visit')} />
          )}
        </View>
      )}
    </View>
  );
}
