import { View } from '@tarojs/components';
import type { Appeal } from '@contract/api';
import { isOpenAppeal } from '@contract/appeal/lifecycle';
import { useRouter } from '@tarojs/taro';
import { useRead } from '../../../backend/queries';
import { AppealSteps } from '../../../components/appeal-steps';
import { AppealedReason } from '../../../components/appealed-reason';
import { Cell } from '../../../components/cell';
import { Loaded } from '../../../components/states';
import { when } from '../../../when';
import { whenReady } from '../../../when-ready';
import { DeskPage } from '../parts/desk-page';
import { ClockTag } from './clock-tag';
import { HearersActs } from './hearers-acts';
import { useHearingText } from './text';

const pollMs = 30_000;

function Head({ appeal }: { appeal: Appeal }) {
  const t = useHearingText();
  return (
    <View className="card" aria-live="polite">
      <View className="state">{t(`appeal.state.${appeal.state}`)}</View>
      {isOpenAppeal(appeal.state) && (
        <>
          <View>{t('desk.appeals.due', { time: when(appeal.dueAt, t) })}</View>
          <ClockTag appeal={appeal} />
          <View className="quiet">{t('desk.appeals.due.about')}</View>
        </>
      )}
    </View>
  );
}

/** One appeal, as its hearer has it: what is appealed against, what was said, and the answer. */
function HearingPage() {
  const t = useHearingText();
  const { id = '' } = useRouter().params;
  const read = useRead(
    'GET /v1/appeals/:id',
    { params: { id } },
    { fleeting: true, refetchInterval: pollMs },
  );
  return (
    <DeskPage title={t('desk.appeals.title')} roles={['officer']} foot>
      <Loaded read={read}>
        {(appeal) => (
          <>
            <Head appeal={appeal} />
            {appeal.reason && <AppealedReason reason={appeal.reason} title={t('appeal.against')} />}
            <View className="card flush">
              <Cell
                icon="me"
                title={t('desk.appeals.who')}
                note={t(`desk.appeals.way.${appeal.way}`)}
                value={appeal.maskedName}
              />
            </View>
            <AppealSteps appeal={appeal} />
            <HearersActs appeal={appeal} />
          </>
        )}
      </Loaded>
    </DeskPage>
  );
}

export default whenReady(HearingPage);
