import { View } from '@tarojs/components';
import { obstacleTexts } from '@contract/personal-data/obstacle';
import type { Closing } from '@contract/api';
import Taro from '@tarojs/taro';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { useAct } from '../../../backend/use-act';
import { AskFirst } from '../../../components/ask-first';
import { Button } from '../../../components/button';
import { Page } from '../../../components/page';
import { Refused } from '../../../components/refused';
import { Loaded } from '../../../components/states';
import { asRole } from '../../../platform/role';
import { when } from '../../../when';
import { whenReady } from '../../../when-ready';
import { useMyDataText } from '../text';

/** What stands against it, and the act where it can be asked for. */
function Acts({ closing }: { closing: Closing }) {
  const t = useMyDataText();
  const { client, queries, signOut } = usePhone();
  const { busy, refused, act } = useAct();
  const { against, asked } = closing;
  const close = (): void =>
    act(async () => {
      const { outcome } = await client.call('POST /v1/me/closing', {});
      if (outcome === 'asked') return queries.invalidateQueries();
      await signOut();
      await Taro.switchTab({ url: '/pages/code/index' });
    });
  const stay = (): void =>
    act(async () => {
      await client.call('DELETE /v1/me/closing', {});
      await queries.invalidateQueries();
    });
  return (
    <View className="card">
      {against.map((obstacle) => (
        <View key={obstacle}>{t.of(obstacleTexts[obstacle])}</View>
      ))}
      {asked && (
        <View {...asRole('status')}>
          {t('closing.asked', { asked: when(asked.askedAt, t), by: when(asked.answerBy, t) })}
        </View>
      )}
      {asked && <Button kind="outline" disabled={busy} text={t('closing.stay')} onTap={stay} />}
      {!asked && !against.includes('role') && (
        <AskFirst
          disabled={busy}
          text={t('closing.act')}
          words={t(against.length > 0 ? 'closing.sure.later' : 'closing.sure')}
          onYes={close}
        />
      )}
      <Refused refused={refused} />
    </View>
  );
}

/** Leaving for good: what goes, what stays and why, what stands against it. */
function ClosingPage() {
  const t = useMyDataText();
  const closing = useRead('GET /v1/me/closing', {}, { fleeting: true });
  return (
    <Page title={t('closing.title')} offline={t('common.needs-network')}>
      <View className="lead">{t('closing.about')}</View>
      <View className="lead">{t('closing.children')}</View>
      <Loaded read={closing}>
        {(found) => (
          <View>
            <View className="card">
              <View className="card-title" {...asRole('heading')} aria-level={2}>
                {t('closing.stays')}
              </View>
              {found.stays.map(({ what, why }) => (
                <View key={what.zh} className="held-row">
                  <View>{t.of(what)}</View>
                  <View className="quiet">{t.of(why)}</View>
                </View>
              ))}
            </View>
            <Acts closing={found} />
          </View>
        )}
      </Loaded>
    </Page>
  );
}

export default whenReady(ClosingPage);
