import { View } from '@tarojs/components';
import type { ServiceRequest } from '@contract/api';
import { isOpen } from '@contract/service-request/lifecycle';
import Taro, { useRouter } from '@tarojs/taro';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { useOutbox } from '../../../backend/use-outbox';
import { Button } from '../../../components/button';
import { Icon } from '../../../components/icon';
import { Page } from '../../../components/page';
import { Loaded } from '../../../components/states';
import { TellMe } from '../../../components/tell-me';
import { residentWords } from '../../../due';
import { useDueText } from '../../../use-due-text';
import { useRequestText } from '../text';
import { open } from '../../../paths';
import { Acts } from './acts';
import { PublicParts } from './public-parts';
import { Rate } from './rate';
import { Callback } from './callback';
import { SentLink } from './sent-link';
import { BeforeAfter } from './before-after';
import { Timeline } from './timeline';
import '../../../look/desk-wide.scss';
import { VisitCard } from './visit';
import '../../../look/voice.scss';
import { day } from '../../../when';
import { whenReady } from '../../../when-ready';
import { asRole } from '../../../platform/role';

/** Where sockets are blocked, the phone asks this often. */
const pollMs = 15_000;

/** Back to the queue it came from. */
function leave(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.redirectTo({ url: open.desk });
}

/** Until when, and what then. */
function Until({ request: { due, escalatedTo, relation, reopenBy } }: { request: ServiceRequest }) {
  const t = useDueText();
  const now = usePhone().code.clock.now();
  if (reopenBy)
    return (
      <View className="quiet figures">
        {t(Date.parse(reopenBy) > now ? 'due.reopen.by' : 'due.reopen.over', { time: day(reopenBy, t) })}
      </View>
    );
  if (!due) return null;
  return (
    <>
      <View className="what figures">{residentWords(due, t, now)}</View>
      {due.waitsFor === 'confirm' && relation === 'filer' && (
        <View className="quiet">{t('due.confirm.about')}</View>
      )}
      {escalatedTo && <View className="quiet">{t('due.escalated', { place: escalatedTo })}</View>}
      {due.provisional && <View className="quiet">{t('due.provisional')}</View>}
    </>
  );
}

/** Where it stands with a desk of the city or county. */
function Outside({ outside: { name, state, number } }: { outside: NonNullable<ServiceRequest['outside']> }) {
  const t = useRequestText();
  return (
    <View className="card">
      <View>{t(`request.outside.${state}`, { name: t.of(name) })}</View>
      {number && <View className="quiet figures">{t('request.outside.number', { number })}</View>}
    </View>
  );
}

/** One request: its state, who has it, what happened, what I can do. */
function DetailPage() {
  const t = useRequestText();
  const { live } = usePhone();
  const { id = '' } = useRouter().params;
  const request = useRead(
    'GET /v1/service-requests/:id',
    { params: { id } },
    { refetchInterval: live()?.connected() ? false : pollMs },
  );
  const waiting = useOutbox().filter((item) => item.params?.id === id);
  return (
    <Page title={t('request.progress')} foot>
      <Loaded read={request}>
        {(shown) => (
          <View>
            <View className="card" aria-live="polite">
              <View className="state">
                {t(
                  shown.timeline.at(-1)?.event === 'time-out'
                    ? 'state.closed.unconfirmed'
                    : `state.${shown.state}`,
                )}
              </View>
              <View className="quiet">
                {[t.of(shown.categoryName), shown.placeText].filter(Boolean).join(' · ')}
              </View>
              {shown.askedByMaskedName && (
                <View className="quiet">{t('call.asked-by', { name: shown.askedByMaskedName })}</View>
              )}
              <BeforeAfter request={shown} />
              <View className="caption">{t('request.number', { number: shown.number })}</View>
              <View className="weui-cell cell owner">
                <Icon name="clock" />
                <View className="words">
                  <Until request={shown} />
                  <View className={shown.due ? 'quiet' : ''}>
                    {shown.ownerMaskedName
                      ? t('request.with', { name: shown.ownerMaskedName })
                      : t('request.with.team', { grid: shown.nodeName })}
                  </View>
                  {shown.standInMaskedName && (
                    <View className="quiet">{t('request.stand-in', { name: shown.standInMaskedName })}</View>
                  )}
                  {shown.joined && (
                    <View className="quiet figures">{t('joined.waiting', { count: shown.joined })}</View>
                  )}
                  {shown.urged > 0 && (
                    <View className="quiet figures">{t('request.urged', { count: shown.urged })}</View>
                  )}
                </View>
              </View>
            </View>
            {shown.outside && <Outside outside={shown.outside} />}
            {waiting.map((item) => (
              <View key={item.id} className="card" {...asRole('status')}>
                <View>{item.label}</View>
                <View className="quiet">
                  {item.refusal ? t.error(item.refusal) : t('request.waiting.about')}
                </View>
              </View>
            ))}
            <Rate request={shown} />
            <Callback request={shown} />
            <SentLink request={shown} />
            <VisitCard request={shown} />
            <TellMe
              kind="request"
              requestId={shown.id}
              enabled={shown.relation === 'filer' && isOpen(shown.state)}
            />
            <Timeline request={shown} />
            {shown.relation === 'filer' && (
              <Button
                kind="link"
                small
                text={t('request.complain')}
                onTap={() => void Taro.navigateTo({ url: `${open.complaints}?request=${shown.id}` })}
              />
            )}
            <PublicParts request={shown} />
            <Acts request={shown} onMoved={leave} />
          </View>
        )}
      </Loaded>
    </Page>
  );
}

export default whenReady(DetailPage);
