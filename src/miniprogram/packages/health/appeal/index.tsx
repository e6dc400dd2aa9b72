import { Text, View } from '@tarojs/components';
import type { AppealSummary, ColourView } from '@contract/api';
import { dueAfter } from '@contract/appeal/clock';
import { isOpenAppeal } from '@contract/appeal/lifecycle';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useMe } from '../../../backend/me';
import { useRead } from '../../../backend/queries';
import { useSecond } from '../../../backend/use-second';
import { useSend } from '../../../backend/use-send';
import { AppealedReason } from '../../../components/appealed-reason';
import { Button } from '../../../components/button';
import { Cell } from '../../../components/cell';
import { Field } from '../../../components/field';
import { Foot } from '../../../components/foot';
import { Page } from '../../../components/page';
import { Photos } from '../../../components/photos';
import { Refused } from '../../../components/refused';
import { Loaded, Nothing } from '../../../components/states';
import { open } from '../../../paths';
import { when } from '../../../when';
import { whenReady } from '../../../when-ready';
import { useAppealText } from './text';

type Reason = ColourView['reasons'][number];

const goTo = (id: string) => (): void => void Taro.navigateTo({ url: open.appealProgress(id) });

function Earlier({ appeals }: { appeals: readonly AppealSummary[] }) {
  const t = useAppealText();
  if (appeals.length === 0) return null;
  return (
    <View className="card flush">
      <View className="asked">{t('appeal.earlier')}</View>
      {appeals.map(({ id, state, filedAt, reason }) => (
        <Cell
          key={id}
          title={reason ? t.of(reason.reason) : t('appeal.title')}
          note={`${when(filedAt, t)} · ${t(`appeal.state.${state}`)}`}
          onTap={goTo(id)}
        />
      ))}
    </View>
  );
}

function Form({ reason, personId }: { reason: Reason; personId: string }) {
  const t = useAppealText();
  const { busy, refused, send } = useSend();
  const now = useSecond(Date.now) * 1000;
  const [words, setWords] = useState('');
  const [photos, setPhotos] = useState<readonly string[]>([]);
  const body = {
    personId,
    rule: reason.rule,
    ...(reason.factId ? { factId: reason.factId } : {}),
    ...(words.trim() ? { words: words.trim() } : {}),
  };
  const submit = (): void =>
    send(
      'POST /v1/appeals',
      { body },
      photos,
      ({ id }) => void Taro.redirectTo({ url: open.appealProgress(id) }),
    );
  return (
    <>
      <AppealedReason reason={reason} title={t('appeal.against')} />
      <View className="card">
        <View className="asked" aria-hidden>
          <Text>{t('appeal.words')}</Text>
          <Text className="caption figures">{t('appeal.words.count', { count: words.length })}</Text>
        </View>
        <Field
          label={t('appeal.words')}
          hideLabel
          long
          hint={t('appeal.words.hint')}
          maxLength={1000}
          value={words}
          onChange={setWords}
        />
        <Photos photos={photos} most={9} who={t('appeal.photos.who')} onChange={setPhotos} />
      </View>
      <Foot
        said={refused ? <Refused refused={refused} /> : t('appeal.limit', { time: when(dueAfter(now), t) })}
      >
        <Button
          text={t('appeal.send')}
          disabled={busy || (words.trim() === '' && photos.length === 0)}
          onTap={submit}
        />
      </Foot>
    </>
  );
}

/** An appeal against one reason, by words and photos; the limit is told before it is sent. */
function AppealPage() {
  const t = useAppealText();
  const me = useMe().data;
  const { params } = useRouter();
  const personId = params['personId'] ?? me?.id ?? '';
  const enabled = { enabled: personId !== '' };
  const colour = useRead('GET /v1/colours/:personId', { params: { personId } }, enabled);
  const appeals = useRead('GET /v1/appeals', { query: { personId } }, enabled);
  return (
    <Page title={t('appeal.title')} foot>
      <Loaded read={colour}>
        {({ reasons }) => {
          const reason = reasons.find(({ rule }) => rule === params['rule']) ?? reasons[0];
          const all = appeals.data ?? [];
          const current = all.find(
            (appeal) =>
              isOpenAppeal(appeal.state) &&
              appeal.reason?.rule === reason?.rule &&
              appeal.reason?.factId === reason?.factId,
          );
          return (
            <>
              {!reason && (
                <Nothing icon="check" title={t('appeal.nothing')} about={t('appeal.nothing.about')} />
              )}
              {reason && current && (
                <>
                  <AppealedReason reason={reason} title={t('appeal.against')} />
                  <View className="card flush">
                    <Cell
                      icon="clock"
                      title={t('appeal.under-way')}
                      note={t('appeal.under-way.about')}
                      onTap={goTo(current.id)}
                    />
                  </View>
                </>
              )}
              {reason && !current && appeals.data && <Form reason={reason} personId={personId} />}
              <Earlier appeals={all.filter(({ id }) => id !== current?.id)} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

export default whenReady(AppealPage);
