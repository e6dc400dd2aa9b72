import { View } from '@tarojs/components';
import type { RequestSummary } from '@contract/api';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { useMe } from '../../../backend/me';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { Pills } from '../../../components/choice';
import { Icon } from '../../../components/icon';
import { Page } from '../../../components/page';
import { Loaded, Nothing } from '../../../components/states';
import { Tap } from '../../../components/tap';
import { jobWords, urgencyOf } from '../../../due';
import { useDueText } from '../../../use-due-text';
import { useDeskText } from '../text';
import { open } from '../../../paths';
import { when } from '../../../when';
import { whenReady } from '../../../when-ready';
import { DeskMenu } from '../parts/menu';

/** Where sockets are blocked, the phone asks this often. */
const pollMs = 15_000;

const parts = {
  new: (request: RequestSummary) => request.state === 'submitted',
  open: (request: RequestSummary) =>
    ['accepted', 'assigned', 'in_progress', 'waiting'].includes(request.state),
  done: (request: RequestSummary) => request.state === 'resolved',
};
type Part = keyof typeof parts;

/** What passes first comes first; what stands for the resident, and what has ended, last. */
const byClock = (now: number) => (a: RequestSummary, b: RequestSummary) => rank(a, now) - rank(b, now);
const rank = ({ due }: RequestSummary, now: number): number =>
  !due || urgencyOf(due, now) === 'standing' ? Number.MAX_SAFE_INTEGER : Date.parse(due.at);

const marks = { over: 'shape-urgent', near: 'shape-warn', standing: undefined, ahead: undefined } as const;

/** Until when, and for what: in words, with a shape where it presses. */
function Due({ request: { due, escalatedTo }, now }: { request: RequestSummary; now: number }) {
  const t = useDueText();
  if (!due) return null;
  const urgency = urgencyOf(due, now);
  const mark = marks[urgency];
  const { head, beneath } = jobWords(due, t, now);
  return (
    <View className={`due ${urgency}`}>
      <View className="head figures">
        {mark && <Icon name={mark} />}
        {head}
      </View>
      <View className="caption">{beneath}</View>
      {escalatedTo && <View className="caption">{t('due.escalated', { place: escalatedTo })}</View>}
    </View>
  );
}

function Job({ request, now }: { request: RequestSummary; now: number }) {
  const t = useDeskText();
  const { outbox } = usePhone();
  const accept = async (): Promise<void> => {
    await outbox.add({
      endpoint: 'POST /v1/service-requests/:id/events',
      params: { id: request.id },
      label: `${t('act.accept')} · ${t.of(request.categoryName)}`,
      photos: [],
      body: { event: 'accept', version: request.version },
    });
    void outbox.flush();
  };
  const goTo = (): void => void Taro.navigateTo({ url: open.request(request.id) });
  return (
    <View className="job">
      <Due request={request} now={now} />
      <Tap className="words" role="link" onTap={goTo}>
        <View className="what">{t.of(request.categoryName)}</View>
        <View className="quiet">{[request.placeText, request.words].filter(Boolean).join(' · ')}</View>
        <View className="caption figures">
          {when(request.createdAt, t)} · {t(`state.${request.state}`)}
          {request.ownerMaskedName ? ` · ${request.ownerMaskedName}` : ''}
        </View>
      </Tap>
      {request.state === 'submitted' ? (
        <Button
          kind="tint"
          small
          text={t('act.accept')}
          label={`${t('act.accept')} ${t.of(request.categoryName)} ${request.number}`}
          onTap={() => void accept()}
        />
      ) : (
        <Button
          kind="tint"
          small
          text={t('act.reply')}
          label={`${t('act.reply')} ${t.of(request.categoryName)} ${request.number}`}
          onTap={goTo}
        />
      )}
    </View>
  );
}

/** The queue a grid's team shares: by the clock, one owner each. No score, no rank, no track. */
function QueuePage() {
  const t = useDeskText();
  const { code, live } = usePhone();
  const now = code.clock.now();
  const [part, setPart] = useState<Part | 'all'>('all');
  const grant = useMe().data?.grants.find(({ role }) => role === 'worker' || role === 'officer');
  const queue = useRead(
    'GET /v1/service-requests',
    { query: { scope: 'desk', open: true } },
    { refetchInterval: live()?.connected() ? false : pollMs },
  );
  return (
    <Page title={grant ? t('desk.title.grid', { grid: grant.nodeName }) : t('desk.title')}>
      <DeskMenu />
      <Loaded read={queue}>
        {(requests) => {
          const waiting = [...requests].sort(byClock(now));
          const shown = part === 'all' ? waiting : waiting.filter(parts[part]);
          const count = (of: Part): number => waiting.filter(parts[of]).length;
          return (
            <>
              <Pills
                label={t('desk.title')}
                chosen={part}
                onChange={(key) => setPart(key as Part | 'all')}
                options={[
                  { key: 'all', text: t('desk.all', { count: waiting.length }) },
                  { key: 'new', text: t('desk.new', { count: count('new') }) },
                  { key: 'open', text: t('desk.open', { count: count('open') }) },
                  { key: 'done', text: t('desk.done', { count: count('done') }) },
                ]}
              />
              {shown.length === 0 ? (
                <Nothing icon="services" title={t('desk.empty')} about={t('desk.empty.about')} />
              ) : (
                <View className="card flush">
                  {shown.map((request) => (
                    <Job key={request.id} request={request} now={now} />
                  ))}
                </View>
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

export default whenReady(QueuePage);
