import { View } from '@tarojs/components';
import type { JoinedSummary } from '@contract/api';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CallFailed } from '../../../backend/client';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { Cell } from '../../../components/cell';
import { StoredPhoto } from '../../../components/photo';
import { Refused } from '../../../components/refused';
import { VoiceNote } from '../../../components/voice-note';
import { when } from '../../../when';
import { useRequestText } from '../text';

/** The outcome as it stands: steps, and what the team said to all. */
function Outcome({ request, onLeave }: { request: JoinedSummary; onLeave(): void }) {
  const t = useRequestText();
  const read = useRead('GET /v1/joined-requests/:id', { params: { id: request.id } }).data;
  return (
    <View className="question">
      <View className="caption">{t('filing.joined.count', { count: request.neighbours })}</View>
      {[...(read?.timeline ?? [])].reverse().map(({ seq, at, state, words, photos, voice }) => (
        <View key={seq}>
          <View className="caption figures">
            {when(at, t)} · {t(`state.${state}`)}
          </View>
          {words && <View>{words}</View>}
          {voice && <VoiceNote voice={voice} />}
          {photos.length > 0 && (
            <View className="photos">
              {photos.map((id, number) => (
                <StoredPhoto
                  key={id}
                  id={id}
                  label={t('request.photo', { at: number + 1, of: photos.length })}
                />
              ))}
            </View>
          )}
        </View>
      ))}
      <Button kind="link" small text={t('filing.joined.leave')} onTap={onLeave} />
    </View>
  );
}

/** What neighbours reported and I follow: none where there is none. */
export function Joined() {
  const t = useRequestText();
  const { client } = usePhone();
  const queries = useQueryClient();
  const [open, setOpen] = useState<string>();
  const [refused, setRefused] = useState<CallFailed>();
  const list = useRead('GET /v1/joined-requests', {}).data ?? [];
  if (list.length === 0) return null;
  const leave = async (id: string): Promise<void> => {
    setRefused(undefined);
    try {
      await client.call('DELETE /v1/joined-requests/:id', { params: { id } });
      await queries.invalidateQueries();
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      setRefused(error);
    }
  };
  return (
    <View className="card flush">
      <View className="section">{t('filing.joined')}</View>
      {list.map((request) => (
        <View key={request.id}>
          <Cell
            title={t.of(request.categoryName)}
            note={`${when(request.createdAt, t)} · ${request.placeName}`}
            value={t(`state.${request.state}`)}
            onTap={() => {
              setOpen(open === request.id ? undefined : request.id);
              setRefused(undefined);
            }}
          />
          {open === request.id && (
            <>
              <Outcome request={request} onLeave={() => void leave(request.id)} />
              <Refused refused={refused} className="quiet" />
            </>
          )}
        </View>
      ))}
    </View>
  );
}
