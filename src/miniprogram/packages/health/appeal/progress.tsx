import { View } from '@tarojs/components';
import type { Appeal } from '@contract/api';
import { isOpenAppeal } from '@contract/appeal/lifecycle';
import { useRouter } from '@tarojs/taro';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { AppealSteps } from '../../../components/appeal-steps';
import { Icon } from '../../../components/icon';
import { Page } from '../../../components/page';
import { Loaded } from '../../../components/states';
import { when } from '../../../when';
import { whenReady } from '../../../when-ready';
import { NextDoors } from './next-doors';
import { useAppealText } from './text';
import { TheirActs } from './their-acts';

/** Where sockets are blocked, the phone asks this often. */
const pollMs = 15_000;

/** The answer first, then until when and with whom. */
function State({ appeal }: { appeal: Appeal }) {
  const t = useAppealText();
  const { state, dueAt, nodeName, ownerMaskedName, reason } = appeal;
  return (
    <View className="card" aria-live="polite">
      <View className="state">{t(`appeal.state.${state}`)}</View>
      {reason && <View className="quiet">{t.of(reason.reason)}</View>}
      {isOpenAppeal(state) && (
        <>
          <View className="weui-cell cell owner">
            <Icon name="clock" />
            <View className="words">
              <View>{t('appeal.due', { time: when(dueAt, t) })}</View>
              <View className="quiet">
                {ownerMaskedName
                  ? t('appeal.with', { name: ownerMaskedName, place: nodeName })
                  : t('appeal.at', { place: nodeName })}
              </View>
            </View>
          </View>
          <View className="caption">{t('appeal.up-next')}</View>
        </>
      )}
    </View>
  );
}

/** One appeal: its state, its limit, the whole exchange, and what can be done now. */
function ProgressPage() {
  const t = useAppealText();
  const { live } = usePhone();
  const { id = '' } = useRouter().params;
  const read = useRead(
    'GET /v1/appeals/:id',
    { params: { id } },
    { refetchInterval: live()?.connected() ? false : pollMs },
  );
  return (
    <Page title={t('appeal.progress')} foot>
      <Loaded read={read}>
        {(appeal) => (
          <>
            <State appeal={appeal} />
            {appeal.reviewUntil && <NextDoors until={appeal.reviewUntil} />}
            <AppealSteps appeal={appeal} />
            <TheirActs appeal={appeal} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

export default whenReady(ProgressPage);
