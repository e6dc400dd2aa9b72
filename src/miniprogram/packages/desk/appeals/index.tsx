import { View } from '@tarojs/components';
import type { AppealSummary } from '@contract/api';
import Taro from '@tarojs/taro';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { Cell } from '../../../components/cell';
import { Loaded, Nothing } from '../../../components/states';
import { Tap } from '../../../components/tap';
import { open } from '../../../paths';
import { whenReady } from '../../../when-ready';
import { DeskPage } from '../parts/desk-page';
import { ClockTag } from './clock-tag';
import { useHearingText } from './text';
import '../../../look/job.scss';

/** Also what time alone changes, which no message tells: how many minutes are left. */
const pollMs = 30_000;

function Waiting({ appeal }: { appeal: AppealSummary }) {
  const t = useHearingText();
  const goTo = (): void => void Taro.navigateTo({ url: open.hearing(appeal.id) });
  const act = t(appeal.mine ? 'desk.appeals.look' : 'desk.appeals.take');
  return (
    <View className="job">
      <Tap className="words" role="link" onTap={goTo}>
        <ClockTag appeal={appeal} />
        <View className="what">{appeal.reason ? t.of(appeal.reason.reason) : ''}</View>
        <View className="quiet">
          {[appeal.maskedName, appeal.nodeName, t(`appeal.state.${appeal.state}`)].join(' · ')}
        </View>
      </Tap>
      <Button kind="tint" small text={act} label={`${act} ${appeal.maskedName}`} onTap={goTo} />
    </View>
  );
}

function Queue() {
  const t = useHearingText();
  const read = useRead(
    'GET /v1/appeals',
    { query: { scope: 'desk' } },
    { fleeting: true, refetchInterval: pollMs },
  );
  return (
    <Loaded read={read}>
      {(appeals) =>
        appeals.length === 0 ? (
          <Nothing icon="talk" title={t('desk.appeals.empty')} about={t('desk.appeals.empty.about')} />
        ) : (
          <View className="card flush">
            {appeals.map((appeal) => (
              <Waiting key={appeal.id} appeal={appeal} />
            ))}
          </View>
        )
      }
    </Loaded>
  );
}

/** Appeals to be heard by me now: by the clock, and nothing else. */
function AppealsPage() {
  const t = useHearingText();
  return (
    <DeskPage title={t('desk.appeals.title')} roles={['officer']}>
      <Queue />
      <View className="card flush">
        <Cell
          icon="clock"
          title={t('desk.appeals.roster')}
          onTap={() => void Taro.navigateTo({ url: open.roster })}
        />
      </View>
    </DeskPage>
  );
}

export default whenReady(AppealsPage);
