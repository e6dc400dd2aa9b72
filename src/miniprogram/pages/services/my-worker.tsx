import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useRead } from '../../backend/queries';
import { useMe } from '../../backend/me';
import { CallButton } from '../../components/call-button';
import { Cell } from '../../components/cell';
import { useText } from '../../locales';
import { Icon } from '../../components/icon';
import { Tap } from '../../components/tap';
import { open } from '../../paths';
import { usePreferences } from '../../preferences';
import { dayAhead } from '../../when';

/** Who serves my grid, and what of mine is open. */
export function MyWorker() {
  const t = useText();
  const me = useMe().data;
  const node = me?.home?.node ?? '';
  const team = useRead(
    'GET /v1/regions/:code/team',
    { params: { code: node } },
    { enabled: node.length === 15 },
  );
  const requests = useRead(
    'GET /v1/service-requests',
    { query: { open: true } },
    { enabled: me !== undefined },
  );
  const { elder } = usePreferences();
  const [worker, ...others] = team.data ?? [];
  const away = worker?.away;
  // Who is there answers.
  const there = others.find(({ id }) => id === away?.standIn.id) ?? worker;
  const row = (
    <View className="card flush">
      {worker ? (
        <View className="weui-cell cell">
          <View className="face" aria-hidden>
            {worker.maskedName.charAt(0)}
          </View>
          <Tap className="words" role="link" onTap={() => void Taro.navigateTo({ url: open.worker })}>
            <View>{t('services.worker', { name: worker.maskedName })}</View>
            <View className="quiet">
              {away
                ? t('services.worker.away', { name: away.standIn.maskedName, day: dayAhead(away.until, t) })
                : worker.hours}
            </View>
          </Tap>
          {there && (
            <CallButton number={there.workPhone} label={t('services.call', { name: there.maskedName })} />
          )}
        </View>
      ) : (
        <Cell
          icon="home"
          title={t('services.worker.none')}
          act
          onTap={() => void Taro.navigateTo({ url: me ? open.home : open.welcome })}
        />
      )}
      {(requests.data ?? []).slice(0, 2).map((request) => (
        <Cell
          key={request.id}
          icon="clock"
          title={t.of(request.categoryName)}
          value={t(`state.${request.state}`)}
          onTap={() => void Taro.navigateTo({ url: open.request(request.id) })}
        />
      ))}
    </View>
  );
  if (!elder || !there) return row;
  return (
    <>
      <Tap
        className="card plain ask-call"
        role="link"
        onTap={() => void Taro.navigateTo({ url: open.callMe })}
      >
        <Icon name="callback" />
        <View className="words">
          <View className="what">{t('services.call-me')}</View>
          <View>{t('services.call-me.about', { name: there.maskedName })}</View>
        </View>
      </Tap>
      {row}
    </>
  );
}
