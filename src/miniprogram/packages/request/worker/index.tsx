import { View } from '@tarojs/components';
import type { TeamMember } from '@contract/api';
import { needGroups } from '@contract/service-request/category';
import Taro from '@tarojs/taro';
import { useMe } from '../../../backend/me';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { CallButton } from '../../../components/call-button';
import { Cell } from '../../../components/cell';
import { Page } from '../../../components/page';
import { Loaded, Nothing } from '../../../components/states';
import { dayAhead } from '../../../when';
import { open } from '../../../paths';
import { call } from '../../../platform/phone-call';
import { whenReady } from '../../../when-ready';
import { useRequestText } from '../text';

/** What the grid itself does: not what it only knows the way to. */
const theirs = needGroups.filter((group) => group !== 'referral' && group !== 'council');

/** Who they are and when they are there; who stands in where they are not. */
function Face({ member: { maskedName, hours, away }, grid }: { member: TeamMember; grid: string }) {
  const t = useRequestText();
  return (
    <View className="weui-cell cell">
      <View className="face large" aria-hidden>
        {maskedName.charAt(0)}
      </View>
      <View className="words">
        <View className="what">{maskedName}</View>
        <View className="quiet">{grid}</View>
        <View className="quiet figures">{t('worker.hours', { hours })}</View>
        {away && (
          <View>
            {t('services.worker.away', {
              name: away.standIn.maskedName,
              day: dayAhead(away.until, t),
            })}
          </View>
        )}
      </View>
    </View>
  );
}

/** My grid worker: who, when, who stands in; one tap to call the duty phone, or to be called. */
function WorkerPage() {
  const t = useRequestText();
  const me = useMe().data;
  const home = me?.home;
  const node = home?.node ?? '';
  const team = useRead(
    'GET /v1/regions/:code/team',
    { params: { code: node } },
    { enabled: node.length === 15 },
  );
  const none = (
    <Nothing
      icon="home"
      title={t('worker.none')}
      about={t('worker.none.about')}
      act={{
        text: t('services.choose-home'),
        onTap: () => void Taro.navigateTo({ url: me ? open.home : open.welcome }),
      }}
    />
  );
  if (me && !home) return <Page title={t('worker.title')}>{none}</Page>;
  return (
    <Page title={t('worker.title')}>
      <Loaded read={team}>
        {([worker, ...others]) => {
          if (!worker) return none;
          const there = others.find(({ id }) => id === worker.away?.standIn.id) ?? worker;
          return (
            <>
              <View className="card">
                <Face member={worker} grid={home?.path[home.path.length - 1]?.name ?? ''} />
                <Button
                  icon="callback"
                  text={t('worker.ask')}
                  onTap={() => void Taro.navigateTo({ url: open.callMe })}
                />
                <View className="caption">{t('worker.ask.about')}</View>
                <Button
                  kind="outline"
                  icon="phone"
                  text={t('worker.duty', { number: there.workPhone })}
                  onTap={() => call(there.workPhone)}
                />
              </View>
              <View className="section">{t('worker.does')}</View>
              <View className="card flush">
                {theirs.map((group) => (
                  <Cell
                    key={group}
                    title={t(`services.${group}`)}
                    note={t(`services.${group}.about`)}
                    onTap={() => void Taro.navigateTo({ url: open.group(group) })}
                  />
                ))}
              </View>
              {others.length > 0 && (
                <>
                  <View className="section">{t('worker.others')}</View>
                  <View className="card flush">
                    {others.map(({ id, maskedName, hours, workPhone }) => (
                      <Cell key={id} title={maskedName} note={hours}>
                        <CallButton number={workPhone} label={t('services.call', { name: maskedName })} />
                      </Cell>
                    ))}
                  </View>
                </>
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

export default whenReady(WorkerPage);
