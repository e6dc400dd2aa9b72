import { View } from '@tarojs/components';
import type { LocalBody } from '@contract/api';
import { isOld, meetingAge } from '@contract/body/age';
import { isSelfGoverning } from '@contract/body/body';
import { usePhone } from '../../../backend/phone-context';
import { day, when } from '../../../when';
import { useRequestText } from '../text';
import { ContactCard } from './contact-card';

/** When it meets and about what; a meeting that was is said to be one. */
function Meeting({ body, now }: { body: LocalBody; now: number }) {
  const t = useRequestText();
  const { meetsAt, meetsWhere, agenda } = body;
  const age = meetingAge(meetsAt === undefined ? undefined : Date.parse(meetsAt), now);
  const time = meetsAt === undefined ? '' : when(meetsAt, t, now);
  return (
    <View className="spaced-above">
      {age === 'none' && <View className="quiet">{t('body.meets.none')}</View>}
      {age === 'ahead' && <View className="figures">{t('body.meets.next', { time })}</View>}
      {age === 'was' && (
        <>
          <View className="figures">{t('body.meets.was', { time })}</View>
          <View className="quiet">{t('body.meets.was.about')}</View>
        </>
      )}
      {age === 'ahead' && meetsWhere && <View className="quiet">{meetsWhere}</View>}
      {agenda.length > 0 && (
        <>
          <View className="quiet">{t(age === 'was' ? 'body.agenda.was' : 'body.agenda')}</View>
          {agenda.map((point, at) => (
            <View key={point}>{`${at + 1}. ${point}`}</View>
          ))}
        </>
      )}
    </View>
  );
}

/** A body of this place, with its own words where it keeps its card; how old they are where that matters. */
export function BodyCard({ body, first }: { body: LocalBody; first: boolean }) {
  const t = useRequestText();
  const now = usePhone().code.clock.now();
  const { name, call, hours, where, touchedAt } = body;
  return (
    <ContactCard name={name} call={call} hours={hours} where={where} first={first}>
      {isSelfGoverning(body.kind) && <Meeting body={body} now={now} />}
      <View className="caption spaced-above">
        {isOld(Date.parse(touchedAt), now)
          ? t('body.old', { day: day(touchedAt, t) })
          : `${t(body.keptBy === 'itself' ? 'body.by.itself' : 'body.by.county')} · ${day(touchedAt, t)}`}
      </View>
    </ContactCard>
  );
}
