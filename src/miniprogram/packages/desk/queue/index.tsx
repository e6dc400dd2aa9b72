import { View } from '@tarojs/components';
import type { RequestSummary } from '@contract/api';
import { type QueuePart, queueParts } from '@contract/service-request/handling';
import { likelyOneCause } from '@contract/service-request/one-cause';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { useCatalogue } from '../../../backend/catalogue';
import { useMe } from '../../../backend/me';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { Chips, Pills } from '../../../components/choice';
import { Page } from '../../../components/page';
import { Loaded, Nothing } from '../../../components/states';
import '../../../look/desk-wide.scss';
import '../../../look/voice.scss';
import { open } from '../../../paths';
import { whenReady } from '../../../when-ready';
import { DeskMenu } from '../parts/menu';
import { useDeskText } from '../text';
import { Batch } from './batch';
import { isFound } from './found';
import { Job } from './job';
import { Matter } from './matter';
import { byClock, parts } from './parts';
import { Sending } from './sending';
import { WideHead } from './wide-head';
import '../../../look/job.scss';

/** Where sockets are blocked, the phone asks this often. */
const pollMs = 15_000;
/** So many at most are shown at once; the most pressing. */
const most = 100;
/** From this width (px) on a matter opens beside the queue. */
const wideFrom = 1000;

interface Props {
  /** The most pressing of all. */
  requests: readonly RequestSummary[];
  now: number;
  /** Those above see what came up to them. */
  officer: boolean;
  /** A matter opens beside the queue. */
  wide: boolean;
  search: string;
}

function Queue({ requests, now, officer, wide, search }: Props) {
  const t = useDeskText();
  const [part, setPart] = useState<QueuePart | 'all'>('all');
  const [category, setCategory] = useState<string>();
  const [chosen, setChosen] = useState<readonly string[]>();
  const [apart, setApart] = useState<readonly string[]>([]);
  const [looking, setLooking] = useState<string>();
  const isPublic = useCatalogue().data?.categories;
  // Of a queue longer than is shown at once, a part is more than what of it is among the first: the server has it whole.
  const isFull = requests.length === most;
  const sought = useQueue(
    { ...(part === 'all' ? {} : { part }), ...(category === undefined ? {} : { category }) },
    isFull && (part !== 'all' || category !== undefined),
  ).data;
  const listed = (isFull && sought) || requests;
  const sorted = [...listed].sort(byClock(now));
  // What was chosen stays chosen when another part is looked at.
  const together = [...new Map([...requests, ...listed].map((one) => [one.id, one])).values()].filter(
    ({ id }) => chosen?.includes(id),
  );
  const kinds = [...new Map(requests.map((one) => [one.category, t.of(one.categoryName)]))];
  const shown = sorted.filter(
    (one) =>
      (part === 'all' || parts[part](one, now)) &&
      (category === undefined || one.category === category) &&
      isFound(one, search),
  );
  const unfinished = shown.filter(({ state }) => state !== 'resolved');
  const causes = likelyOneCause(unfinished, (code) =>
    Boolean(isPublic?.some((one) => one.code === code && one.kind === 'grid' && one.scope === 'public')),
  ).filter(([first]) => first && !apart.includes(first.id));
  const count = (of: QueuePart | 'all'): string => {
    const counted = requests.filter((one) => of === 'all' || parts[of](one, now)).length;
    return isFull ? `${counted}+` : String(counted);
  };
  const pills = queueParts.filter((of) => of !== 'up' || officer);
  const toggle = (id: string): void =>
    setChosen((before = []) =>
      before.includes(id) ? before.filter((other) => other !== id) : [...before, id],
    );
  const look = (id: string): void =>
    wide ? setLooking(id) : void Taro.navigateTo({ url: open.request(id) });
  const beside = looking ?? (wide ? shown[0]?.id : undefined);

  return (
    <View className={wide ? 'desk-wide' : ''}>
      <View className={chosen ? 'queue choosing' : 'queue'}>
        <Pills
          label={t('desk.by-clock')}
          chosen={part}
          onChange={(key) => setPart(key as QueuePart | 'all')}
          options={[
            { key: 'all', text: t('desk.all', { count: count('all') }) },
            ...pills.map((of) => ({ key: of, text: t(`desk.${of}`, { count: count(of) }) })),
          ]}
        />
        {kinds.length > 2 && (
          <Chips
            label={t('desk.categories')}
            chosen={category === undefined ? [] : [category]}
            options={kinds.map(([key, text]) => ({ key, text }))}
            onChange={([key]) => setCategory(key)}
          />
        )}
        <Sending />
        {chosen === undefined &&
          causes.map((group) => (
            <View key={group[0]?.id} className="card cause">
              <View className="what">
                {t('desk.cause', {
                  what: group[0] ? t.of(group[0].categoryName) : '',
                  count: group.length,
                })}
              </View>
              <View className="row">
                <Button
                  kind="link"
                  small
                  text={t('desk.cause.no')}
                  onTap={() => setApart([...apart, group[0]?.id ?? ''])}
                />
                <Button
                  kind="tint"
                  small
                  text={t('desk.cause.together')}
                  // What a colleague has is theirs to answer, unless one chooses it too.
                  onTap={() =>
                    setChosen(
                      group.filter((one) => one.ownerMaskedName === null || one.mine).map(({ id }) => id),
                    )
                  }
                />
              </View>
            </View>
          ))}
        {shown.length === 0 ? (
          <Nothing icon="services" title={t('desk.empty')} about={t('desk.empty.about')} />
        ) : (
          <View className="card flush">
            {shown.map((request) => (
              <Job
                key={request.id}
                request={request}
                now={now}
                open={wide && request.id === beside}
                chosen={chosen && chosen.includes(request.id)}
                onOpen={() => look(request.id)}
                onChoose={() => toggle(request.id)}
              />
            ))}
          </View>
        )}
        {listed.length === most && <View className="caption full">{t('desk.full', { count: most })}</View>}
        {unfinished.length > 1 && (
          <Button
            kind="link"
            text={t(chosen === undefined ? 'desk.batch' : 'desk.batch.end')}
            onTap={() => setChosen(chosen === undefined ? [] : undefined)}
          />
        )}
      </View>
      {wide && (
        <View className="beside">
          {beside === undefined ? (
            <Nothing icon="services" title={t('desk.pick')} about={t('desk.pick.about')} />
          ) : (
            <Matter
              key={beside}
              id={beside}
              reading={chosen !== undefined}
              onMoved={() => setLooking(undefined)}
            />
          )}
          {chosen && <Batch chosen={together} onSent={() => setChosen(undefined)} />}
        </View>
      )}
      {!wide && chosen && <Batch chosen={together} onSent={() => setChosen(undefined)} />}
    </View>
  );
}

/** What is open of the grids that the caller serves, the most pressing first; or a part of it. */
function useQueue(sought: { part?: QueuePart; category?: string }, enabled = true) {
  const { live } = usePhone();
  return useRead(
    'GET /v1/service-requests',
    { query: { scope: 'desk', open: true, ...sought, limit: most } },
    { enabled, refetchInterval: live()?.connected() ? false : pollMs },
  );
}

/** The queue a grid's team shares: by the clock, one owner each. No score, no rank, no track. */
function QueuePage() {
  const t = useDeskText();
  const { code } = usePhone();
  const [wide] = useState(() => Taro.getWindowInfo().windowWidth >= wideFrom);
  const [search, setSearch] = useState('');
  const grants = useMe().data?.grants ?? [];
  const grant = grants.find(({ role }) => role === 'worker' || role === 'officer');
  const queue = useQueue({});
  return (
    <Page title={grant ? t('desk.title.grid', { grid: grant.nodeName }) : t('desk.title')} foot>
      {wide && <WideHead search={search} onSearch={setSearch} />}
      <DeskMenu />
      <Loaded read={queue}>
        {(requests) => (
          <Queue
            requests={requests}
            now={code.clock.now()}
            officer={grants.some(({ role }) => role === 'officer')}
            wide={wide}
            search={search}
          />
        )}
      </Loaded>
    </Page>
  );
}

export default whenReady(QueuePage);
