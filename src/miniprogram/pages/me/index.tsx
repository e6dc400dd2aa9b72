import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useMe } from '../../backend/me';
import { useRead } from '../../backend/queries';
import { useOutbox } from '../../backend/use-outbox';
import { useSignedIn } from '../../backend/use-session';
import { Button } from '../../components/button';
import { CallButton } from '../../components/call-button';
import { Cell } from '../../components/cell';
import { Icon } from '../../components/icon';
import { Page } from '../../components/page';
import { Tap } from '../../components/tap';
import { useText } from '../../locales';
import { open } from '../../paths';
import { usePreferences } from '../../preferences';
import { SignOut } from './sign-out';
import { whenReady } from '../../when-ready';

const go = (url: string) => () => void Taro.navigateTo({ url });

/** Who I am here, who serves me, what is mine; the desk for those who have one. */
function MePage() {
  const t = useText();
  const { elder, language, choose } = usePreferences();
  const signedIn = useSignedIn();
  const me = useMe().data;
  const node = me?.home?.node ?? '';
  const team = useRead(
    'GET /v1/regions/:code/team',
    { params: { code: node } },
    { enabled: node.length === 15 },
  );
  const requests = useRead('GET /v1/service-requests', { query: { open: true } }, { enabled: signedIn });
  const waiting = useOutbox().length;
  const [worker] = team.data ?? [];
  const works = me?.grants.some(({ role }) => role === 'worker' || role === 'officer') ?? false;
  const publishes = me?.grants.some(({ role }) => role === 'officer') ?? false;
  const place = me?.home?.path
    .slice(-2)
    .map(({ name }) => name)
    .join(' · ');
  const name = me?.maskedName ?? t(signedIn ? 'me.no-name' : 'me.not-signed-in');
  return (
    <Page title={t('me.title')} tab="me">
      <View className="person">
        <View className="face large" aria-hidden>
          {name.charAt(0)}
        </View>
        <View>
          <View className="card-title">{name}</View>
          {me?.confirmed && (
            <View className="caption seen">
              <Icon name="shield" /> {t('code.confirmed')}
            </View>
          )}
          <View className="quiet">{place ?? t('me.no-home')}</View>
        </View>
      </View>
      {!signedIn && (
        <View className="card">
          <Button text={t('code.get')} onTap={go(open.welcome)} />
        </View>
      )}
      {worker && (
        <View className="card flush">
          <View className="weui-cell cell">
            <View className="words">
              <View>{t('me.worker', { name: worker.maskedName })}</View>
              <View className="quiet">{worker.hours}</View>
            </View>
            <CallButton number={worker.workPhone} label={t('services.call', { name: worker.maskedName })} />
          </View>
        </View>
      )}
      {works && (
        <View className="card flush">
          <Cell icon="services" title={t('me.desk')} onTap={go(open.desk)} />
          {publishes && <Cell icon="bell" title={t('me.publish')} onTap={go(open.publish)} />}
        </View>
      )}
      {signedIn && (
        <View className="card flush">
          <Cell
            icon="services"
            title={t('me.requests')}
            {...(requests.data?.length
              ? { value: t('me.requests.open', { count: requests.data.length }) }
              : {})}
            onTap={go(open.requests)}
          />
          {waiting > 0 && (
            <Cell icon="edit" title={t('me.waiting')} value={String(waiting)} onTap={go(open.requests)} />
          )}
          <Cell icon="home" title={t('me.home')} value={t('me.moved')} onTap={go(open.home)} />
        </View>
      )}
      <View className="card flush">
        <Cell icon="eye" title={t('me.privacy')} onTap={go(open.privacy)} />
      </View>
      <View className="card flush">
        <Cell icon="text" title={t('me.elder')}>
          <Tap
            className={`switch ${elder ? 'on' : ''}`}
            role="switch"
            chosen={elder}
            label={t('me.elder')}
            onTap={() => choose({ elder: !elder })}
          >
            <View className="knob" />
          </Tap>
        </Cell>
        <Cell
          icon="globe"
          title={t('me.language')}
          value={language === 'zh' ? '中文' : 'English'}
          onTap={() => choose({ language: language === 'zh' ? 'en' : 'zh' })}
        />
      </View>
      {signedIn && <SignOut />}
    </Page>
  );
}

export default whenReady(MePage);
