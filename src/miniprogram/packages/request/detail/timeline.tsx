import { View } from '@tarojs/components';
import type { ServiceRequest, TimelineEntry } from '@contract/api';
import { StoredPhoto } from '../../../components/photo';
import { VoiceNote } from '../../../components/voice-note';
import { Asked } from './asked';
import { type RequestSpeech, useRequestText } from '../text';
import { isVisitEvent } from '@contract/visit/visit';
import { when, whenSpan } from '../../../when';
import { asRole } from '../../../platform/role';

function who(entry: TimelineEntry, relation: ServiceRequest['relation'], t: RequestSpeech): string {
  if (entry.by.role === 'filer' && relation === 'filer') return t('request.you');
  return entry.by.desk ? t.of(entry.by.desk) : (entry.by.maskedName ?? '');
}

/** A desk outside that gives a matter back gives it to the grid, and says why or could not be asked. */
function what({ event, by }: TimelineEntry) {
  const isBack = event === 'assign' && by.desk;
  return isBack ? (`event.back.${by.because ?? 'returned'}` as const) : (`event.${event}` as const);
}

/** Why it went up: nobody took it to be theirs, or its time was over. */
function eventKey(before: TimelineEntry | undefined) {
  return before?.event === 'assign' ? ('event.escalate.bounced' as const) : ('event.escalate.late' as const);
}

/** Newest first; nothing is edited away. */
export function Timeline({ request }: { request: ServiceRequest }) {
  const t = useRequestText();
  const entries = [...request.timeline].reverse();
  return (
    <View className="card timeline-card">
      <View className="timeline" {...asRole('list')}>
        {entries.map((entry, at) => (
          <View key={entry.seq} className={`step ${at === 0 ? 'latest' : ''}`} {...asRole('listitem')}>
            <View className="what">
              {t(entry.event === 'escalate' ? eventKey(entries[at + 1]) : what(entry), {
                who: who(entry, request.relation, t),
                // Handed back, it is the whole team's.
                destination: entry.destination ?? (entry.event === 'assign' ? request.nodeName : ''),
              })}
            </View>
            <View className="caption figures">{when(entry.at, t)}</View>
            {entry.slots?.map(({ from, until }) => {
              const time = whenSpan(from, until, t);
              return (
                <View key={from} className="figures">
                  {isVisitEvent(entry.event) ? time : t('visit.fell-through', { time })}
                </View>
              );
            })}
            {entry.outcome && <View>{t(`outcome.${entry.outcome}`)}</View>}
            {entry.event === 'submit' && <Asked request={request} />}
            {entry.words && <View>{entry.words}</View>}
            {entry.voice && <VoiceNote voice={entry.voice} />}
            {entry.photos.length > 0 && (
              <View className="photos">
                {entry.photos.map((id, number) => (
                  <StoredPhoto
                    key={id}
                    id={id}
                    label={t('request.photo', { at: number + 1, of: entry.photos.length })}
                  />
                ))}
              </View>
            )}
          </View>
        ))}
      </View>
    </View>
  );
}
