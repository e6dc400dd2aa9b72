import { View } from '@tarojs/components';
import type { TimelineEntry } from '@contract/api';
import { useRead } from '../../../backend/queries';
import { StoredPhoto } from '../../../components/photo';
import { Loaded } from '../../../components/states';
import { VoiceNote } from '../../../components/voice-note';
import { useTextWith } from '../../../locales';
import { complaintsTexts } from '../../../locales/complaints';
import { requestTexts } from '../../../locales/request';
import { visitTexts } from '../../../locales/visits';
import { asRole } from '../../../platform/role';
import { when } from '../../../when';
import '../../../look/voice.scss';

const texts = { ...complaintsTexts, ...requestTexts, ...visitTexts };
const useStepsText = () => useTextWith(texts);

function what({ event, by, destination = '' }: TimelineEntry, t: ReturnType<typeof useStepsText>): string {
  const who = by.desk ? t.of(by.desk) : (by.maskedName ?? t('complaints.desk.resident'));
  return event === 'escalate'
    ? t('complaints.desk.went-up', { destination })
    : t(`event.${event}`, { who, destination });
}

/** What was done about the request, as it was: only to read. Newest first. */
export function Steps({ id }: { id: string }) {
  const t = useStepsText();
  const read = useRead('GET /v1/complaints/:id', { params: { id } }, { fleeting: true });
  return (
    <Loaded read={read}>
      {({ request }) => (
        <View className="timeline" {...asRole('list')} aria-label={t('complaints.desk.steps')}>
          {[...(request?.timeline ?? [])].reverse().map((entry) => (
            <View key={entry.seq} className="step" {...asRole('listitem')}>
              <View className="what">{what(entry, t)}</View>
              <View className="caption figures">{when(entry.at, t)}</View>
              {entry.words && <View>{entry.words}</View>}
              {entry.voice && <VoiceNote voice={entry.voice} />}
              {entry.photos.length > 0 && (
                <View className="photos">
                  {entry.photos.map((photo, at) => (
                    <StoredPhoto
                      key={photo}
                      id={photo}
                      label={t('request.photo', { at: at + 1, of: entry.photos.length })}
                    />
                  ))}
                </View>
              )}
            </View>
          ))}
        </View>
      )}
    </Loaded>
  );
}
