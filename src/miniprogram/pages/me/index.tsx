import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useMe } from '../../backend/me';
import { useRead } from '../../backend/queries';
import { useOutbox } from '../../backend/use-outbox';
import { useSignedIn } from '../../backend/use-session';
import { Button } from '../../components/button';
import { CallButton } from '../../components/call-button';
import { Cell } from '../../components/cell';
import { ElderSwitch } from '../../components/elder-switch';
import { Icon } from '../../components/icon';
import { Page } from '../../components/page';
import { VenueCell } from '../../components/venue-cell';
import { useText } from '../../locales';
import { open } from '../../paths';
import { usePreferences } from '../../preferences';
import { AccountJoins } from './account-joins';
import { LogLost } from './log-lost';
import { SignOut } from './sign-out';
import { whenReady } from '../../when-ready';

const go = (url: string) => () => void Taro.navigateTo({ url });

/** Who I am here, who serves me, what is mine; the desk for those who have one. */
function MePage() {
  const t = useText();
  const { language, choose } = usePreferences();
  const signedIn = useSignedIn();
  const me = useMe().data;
  const node = me?.home?.node ?? '';
  const team = useRead(
    'GET /v1/regions/:code/team',
    { params: { code: node } },
    { enabled: node.length === 15 },
  );
  const requests = useRead('GET /v1/service-requests', { query: { open: true } }, { enabled: signedIn });
  const members = useRead('GET /v1/family', {}).data?.members ?? [];
  const waiting = useOutbox().length;
  const [worker] = team.data ?? [];
  const works = me?.grants.some(({ role }) => role === 'worker' || role === 'officer') ?? false;
  const publishes = me?.grants.some(({ role }) => role === 'officer') ?? false;
  const guards = me?.grants.some(({ role }) => role === 'checkpoint') ?? false;
  const duties = useRead('GET /v1/checkpoint-duties', {}, { enabled: signedIn });
  const [duty] = duties.data ?? [];
  const stands = guards || duty !== undefined;
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
      {signedIn && <AccountJoins />}
      <LogLost />
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
      {(works || stands) && (
        <View className="card flush">
          {works && (
            <View>
              <Cell icon="services" title={t('me.desk')} onTap={go(open.desk)} />
              <Cell icon="id" title={t('me.desk.confirm')} onTap={go(open.confirm)} />
              <Cell icon="print" title={t('me.desk.paper')} onTap={go(open.paper)} />
              <Cell icon="lost" title={t('me.desk.lost')} onTap={go(open.lostAtDesk)} />
            </View>
          )}
          {publishes && (
            <View>
              <Cell icon="bell" title={t('me.publish')} onTap={go(open.publish)} />
              <Cell icon="shield" title={t('me.desk.gates')} onTap={go(open.gates)} />
              <Cell icon="pinned" title={t('me.desk.venues')} onTap={go(open.venues)} />
              <Cell icon="complain" title={t('me.desk.complaints')} onTap={go(open.complaintsAtDesk)} />
            </View>
          )}
          {stands && (
            <Cell
              icon="scan"
              title={t('me.gate')}
              {...(duty ? { value: duty.checkpoint.name } : {})}
              onTap={go(open.checkpoint)}
            />
          )}
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
          <Cell
            icon="users"
            title={t('me.family')}
            value={members.map(({ calledAs }) => calledAs).join(language === 'zh' ? '、' : ', ')}
            onTap={go(open.family)}
          />
          {me && <Cell icon="edit" title={t('me.declare')} onTap={go(open.declare(me.id))} />}
          <Cell icon="home" title={t('me.home')} value={t('me.moved')} onTap={go(open.home)} />
          {me && me.name !== null && !me.confirmed && (
            <Cell
              icon="shield"
              title={t('me.confirm')}
              value={t('me.confirm.about')}
              onTap={go(open.confirmMe)}
            />
          )}
        </View>
      )}
      <View className="card flush">
        <VenueCell />
        {signedIn ? (
          <Cell icon="eye" title={t('me.data')} onTap={go(open.myData)} />
        ) : (
          <Cell icon="eye" title={t('me.privacy')} onTap={go(open.privacy)} />
        )}
        {signedIn && !stands && (
          <Cell icon="scan" title={t('me.gate')} note={t('me.gate.guest')} onTap={go(open.checkpoint)} />
        )}
        {signedIn && (
          <View>
            <Cell icon="lost" title={t('me.phones')} value={t('me.phones.end')} onTap={go(open.phones)} />
            <Cell icon="complain" title={t('me.complaints')} onTap={go(open.complaints)} />
          </View>
        )}
      </View>
      <View className="card flush">
        <ElderSwitch />
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
