import { View } from '@tarojs/components';
import type { Appeal, AppealEntry } from '@contract/api';
import { type Speech, type TextKey, useTextWith } from '../locales';
import { appealTexts } from '../locales/appeals';
import { asRole } from '../platform/role';
import { when } from '../when';
import { StoredPhoto } from './photo';

type AppealSpeech = Speech<TextKey | keyof typeof appealTexts>;

function what({ event, by, nodeName }: AppealEntry, relation: Appeal['relation'], t: AppealSpeech): string {
  const you = by.role === 'appellant' && relation === 'appellant' && by.maskedName === undefined;
  const who = you ? t('appeal.you') : (by.maskedName ?? '');
  const key =
    event === 'file' && by.role === 'bearer'
      ? 'appeal.event.file.bearer'
      : (`appeal.event.${event}` as const);
  return t(key, { who, place: nodeName });
}

/** The whole exchange, newest first; nothing is edited away. */
export function AppealSteps({ appeal }: { appeal: Appeal }) {
  const t = useTextWith(appealTexts);
  const entries = [...appeal.timeline].reverse();
  return (
    <View className="card timeline-card">
      <View className="timeline" {...asRole('list')}>
        {entries.map((entry, at) => (
          <View key={entry.seq} className={`step ${at === 0 ? 'latest' : ''}`} {...asRole('listitem')}>
            <View className="what">{what(entry, appeal.relation, t)}</View>
            <View className="caption figures">
              {[
                when(entry.at, t),
                entry.remedy && t(`appeal.remedy.${entry.remedy}`),
                entry.colour && t(`appeal.colour.${entry.colour}`),
              ]
                .filter(Boolean)
                .join(' · ')}
            </View>
            {entry.words && <View>{entry.words}</View>}
            {entry.photos.length > 0 && (
              <View className="photos">
                {entry.photos.map((id, number) => (
                  <StoredPhoto key={id} id={id} label={t('appeal.photo', { at: number + 1 })} />
                ))}
              </View>
            )}
          </View>
        ))}
      </View>
    </View>
  );
}
