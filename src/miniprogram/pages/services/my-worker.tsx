import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useRead } from '../../backend/queries';
import { useMe } from '../../backend/me';
import { CallButton } from '../../components/call-button';
import { Cell } from '../../components/cell';
import { useText } from '../../locales';
import { open } from '../../paths';

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
  const [worker] = team.data ?? [];
  return (
    <View className="card flush">
      {worker ? (
        <View className="weui-cell cell">
          <View className="face" aria-hidden>
            {worker.maskedName.charAt(0)}
          </View>
          <View className="words">
            <View>{t('services.worker', { name: worker.maskedName })}</View>
            <View className="quiet">{worker.hours}</View>
          </View>
          <CallButton number={worker.workPhone} label={t('services.call', { name: worker.maskedName })} />
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
}
