import { Text, View } from '@tarojs/components';
import type { DeclaredEmergency } from '@contract/api';
import Taro from '@tarojs/taro';
import { useRead } from '../../backend/queries';
import { useUnread } from '../../backend/unread';
import { useSignedIn } from '../../backend/use-session';
import { Cell } from '../../components/cell';
import { useText } from '../../locales';
import { open } from '../../paths';
import { asRole } from '../../platform/role';
import { when } from '../../when';

const go = (url: string) => () => void Taro.navigateTo({ url });
const tab = (name: string) => () => void Taro.switchTab({ url: `/pages/${name}/index` });

/** Outside an emergency: that nobody needs a code, what became of what it brought, and whom to tell. */
export function NoCode({ last }: { last?: DeclaredEmergency | undefined }) {
  const t = useText();
  const signedIn = useSignedIn();
  const requests = useRead('GET /v1/service-requests', { query: { open: true } });
  const unread = useUnread();
  const { endedAt, record } = last ?? {};
  const gone = t(record ? 'code.over.gone' : 'code.over.going');
  return (
    <View className="no-code">
      <View className="no-code-word" {...asRole('heading')} aria-level={2}>
        {t('code.over')}
      </View>
      <View className="no-code-means">
        <View>{endedAt ? t('code.over.since', { time: when(endedAt, t) }) : t('code.over.never')}</View>
        <View>{t('code.over.means')}</View>
      </View>
      {last && (
        <>
          <View className="section both-ends">
            <Text>{t('code.over.deleted')}</Text>
            {record && <Text>{t('code.over.deleted.at', { time: when(record.deletedAt, t) })}</Text>}
          </View>
          <View className="card flush">
            <Cell title={t('code.over.facts')} value={gone} />
            <Cell title={t('code.over.colours')} value={gone} />
            <Cell title={t('code.over.visits')} value={t('code.over.gone')} />
          </View>
          <View className="card flush">
            <Cell
              icon="doc"
              title={t('code.over.record')}
              note={t('code.over.record.about')}
              onTap={go(open.emergency)}
            />
            <Cell
              icon="complain"
              title={t('code.over.asked')}
              note={t('code.over.asked.about')}
              // Whoever is signed in gets an answer here; anybody can call.
              onTap={go(
                signedIn ? open.complaints : open.category({ code: 'hotline-12345', kind: 'referral' }),
              )}
            />
          </View>
        </>
      )}
      {signedIn && (
        <>
          <View className="card flush">
            <Cell icon="users" title={t('services.worker.card')} onTap={go(open.worker)} />
          </View>
          <View className="section">{t('code.over.others')}</View>
          <View className="card flush halves">
            <Cell
              icon="services"
              title={t('tab.services')}
              note={t('code.over.open', { count: requests.data?.length ?? 0 })}
              onTap={tab('services')}
            />
            <Cell
              icon="bell"
              title={t('tab.notices')}
              note={t('code.over.unread', { count: unread })}
              onTap={tab('notices')}
            />
          </View>
        </>
      )}
    </View>
  );
}
