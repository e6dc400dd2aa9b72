import { View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import type { RequestSummary } from '@contract/api';
import type { OutboxItem } from '../../../backend/outbox';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { useOutbox } from '../../../backend/use-outbox';
import { useOnline } from '../../../backend/online';
import { useSignedIn } from '../../../backend/use-session';
import { Button } from '../../../components/button';
import { Cell } from '../../../components/cell';
import { Page } from '../../../components/page';
import { Loaded, Nothing } from '../../../components/states';
import { type RequestSpeech, useRequestText } from '../text';
import { Drafts } from './drafts';
import { Joined } from './joined';
import { useSent } from './use-sent';
import { UnsentDanger } from '../unsent-danger';
import '../../../look/voice.scss';
import { open } from '../../../paths';
import { when, whenSpan } from '../../../when';
import { whenReady } from '../../../when-ready';
import { asRole } from '../../../platform/role';

/** What the server does not have yet: it waits, or says why it could not go. */
function Unsent({ item, onDiscard }: { item: OutboxItem; onDiscard(): void }) {
  const t = useRequestText();
  const { outbox } = usePhone();
  const refused = item.state === 'refused';
  const signedIn = useSignedIn();
  const online = useOnline();
  const waitsFor = !signedIn
    ? 'request.waiting.signed-out'
    : online
      ? 'request.waiting.busy'
      : 'request.waiting.about';
  return (
    <View className="card" {...asRole('status')}>
      <View className="card-title">{item.label}</View>
      <UnsentDanger item={item} />
      <View>{t(refused ? 'request.refused' : 'request.waiting')}</View>
      <View className="quiet">{item.refusal ? t.error(item.refusal) : t(waitsFor)}</View>
      {item.refusal && <View className="quiet">{t('request.trace', { id: item.refusal.traceId })}</View>}
      <View className="row-of-two">
        <Button kind="link" small text={t('request.discard')} onTap={onDiscard} />
        {signedIn ? (
          <Button kind="tint" small text={t('request.retry')} onTap={() => void outbox.retry(item.id)} />
        ) : (
          <Button
            kind="tint"
            small
            text={t('request.sign-in')}
            onTap={() => void Taro.navigateTo({ url: open.welcome })}
          />
        )}
      </View>
    </View>
  );
}

/** When somebody comes, where that is arranged; else when it was asked and where. Who asked, where I did not. */
function noteOf({ visit, createdAt, placeText, askedByMaskedName: name }: RequestSummary, t: RequestSpeech) {
  const booked = visit?.booked;
  const time = booked && whenSpan(booked.from, booked.until, t);
  const said = time
    ? [t('visit.when', { time: [time, visit.maskedName].filter(Boolean).join(' ') })]
    : [when(createdAt, t), placeText];
  return [...(name ? [t('call.asked-by', { name })] : []), ...said].join(' · ');
}

/** Everything I asked for: unsent first, then what the server has. */
function MinePage() {
  const t = useRequestText();
  const { outbox } = usePhone();
  const unsent = useOutbox();
  const { sent, discard } = useSent(unsent);
  const requests = useRead('GET /v1/service-requests', {});
  useDidShow(() => void outbox.flush());
  return (
    <Page title={t('request.mine')}>
      {sent.map((label, at) => (
        <View key={at} className="card" {...asRole('status')}>
          {t('request.sent', { label })}
        </View>
      ))}
      {unsent.map((item) => (
        <Unsent key={item.id} item={item} onDiscard={() => discard(item.id)} />
      ))}
      <Drafts />
      <Joined />
      <Loaded read={requests}>
        {(list) =>
          list.length > 0 ? (
            <View className="card flush">
              {list.map((request) => (
                <Cell
                  key={request.id}
                  title={t.of(request.categoryName)}
                  note={noteOf(request, t)}
                  value={t(`state.${request.state}`)}
                  onTap={() => void Taro.navigateTo({ url: open.request(request.id) })}
                />
              ))}
            </View>
          ) : unsent.length > 0 ? null : (
            <Nothing
              icon="services"
              title={t('request.mine.empty')}
              about={t('request.mine.empty.about')}
              act={{
                text: t('request.mine.start'),
                onTap: () => void Taro.switchTab({ url: '/pages/services/index' }),
              }}
            />
          )
        }
      </Loaded>
      <View className="card flush">
        <Cell
          icon="doc"
          title={t('request.community')}
          onTap={() => void Taro.navigateTo({ url: open.community })}
        />
      </View>
    </Page>
  );
}

export default whenReady(MinePage);
