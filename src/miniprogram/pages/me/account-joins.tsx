import { View } from '@tarojs/components';
import { usePhone } from '../../backend/phone-context';
import { useRead } from '../../backend/queries';
import { useAct } from '../../backend/use-act';
import { Button } from '../../components/button';
import { Refused } from '../../components/refused';
import { useText } from '../../locales';
import { when } from '../../when';

/** Another device is me, by its document: I say whether it is. */
export function AccountJoins() {
  const t = useText();
  const { client, queries } = usePhone();
  const joins = useRead('GET /v1/me/account-joins', {}).data ?? [];
  const { busy, refused, act } = useAct();
  const answer = (id: string, join: boolean): void =>
    act(async () => {
      await client.call('POST /v1/account-joins/:id/answer', { params: { id }, body: { join } });
      await queries.invalidateQueries();
    });
  return (
    <>
      {joins.map(({ id, device, askedAt }) => (
        <View key={id} className="card">
          <View className="card-title">{t('me.join')}</View>
          <View className="quiet">{t('me.join.about', { device, time: when(askedAt, t) })}</View>
          <View className="row-of-two">
            <Button
              kind="link"
              small
              text={t('me.join.no')}
              disabled={busy}
              onTap={() => answer(id, false)}
            />
            <Button
              kind="outline"
              small
              text={t('me.join.yes')}
              disabled={busy}
              onTap={() => answer(id, true)}
            />
          </View>
        </View>
      ))}
      <Refused refused={refused} />
    </>
  );
}
