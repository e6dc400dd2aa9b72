import { View } from '@tarojs/components';
import type { ConfirmationCode } from '@contract/api';
import Taro, { useRouter } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import { useMe } from '../../../backend/me';
import { usePhone } from '../../../backend/phone-context';
import { useSignedIn } from '../../../backend/use-session';
import { useAct } from '../../../backend/use-act';
import { Button } from '../../../components/button';
import { Page } from '../../../components/page';
import { Refused } from '../../../components/refused';
import { useFamilyText } from '../text';
import { asRole } from '../../../platform/role';
import { whenReady } from '../../../when-ready';
import { ShortLived } from '../short-lived';
import { useFamily, useFamilyChanged } from '../use-family';

/** Whether the community has seen the one it is about; undefined while unknown. */
function useConfirmed(relation: string | undefined): boolean | undefined {
  const me = useMe().data;
  const family = useFamily().data;
  if (relation === undefined) return me?.confirmed;
  const member = family?.members.find(({ id }) => id === relation);
  return member && member.state === 'active';
}

/** A code for whoever sees the document: mine, or my child's. */
function ConfirmPage() {
  const t = useFamilyText();
  const { client } = usePhone();
  const signedIn = useSignedIn();
  const relation = useRouter().params['family'];
  const confirmed = useConfirmed(relation);
  const me = useMe().data;
  const changed = useFamilyChanged();
  const { refused, act } = useAct();
  const [code, setCode] = useState<ConfirmationCode>();
  const make = useCallback(
    () =>
      act(async () => {
        const body = relation === undefined ? {} : { family: relation };
        setCode(await client.call('POST /v1/confirmation-codes', { body }));
      }),
    [act, client, relation],
  );
  const waits = relation === undefined && me?.confirmationWaits === true;
  const wanted = signedIn && confirmed === false && !waits && code === undefined;
  useEffect(() => {
    if (wanted) make();
  }, [wanted, make]);
  // Seen while this page was open: the code that says so is fetched at once.
  const seenNow = confirmed === true && code !== undefined;
  useEffect(() => {
    if (seenNow) void changed();
  }, [seenNow, changed]);
  return (
    <Page title={t('confirm.title')}>
      {confirmed ? (
        <View className="card nothing" {...asRole('status')}>
          <View className="card-title">{t('confirm.done')}</View>
          <View className="quiet">{t('confirm.done.about')}</View>
          <Button
            text={t('confirm.to-code')}
            onTap={() => void Taro.switchTab({ url: '/pages/code/index' })}
          />
        </View>
      ) : waits ? (
        <View className="card nothing" {...asRole('status')}>
          <View className="card-title">{t('confirm.waits')}</View>
          <View className="quiet">{t('confirm.waits.about')}</View>
        </View>
      ) : (
        <View>
          <View className="headline">{t('confirm.me')}</View>
          <View className="lead">{t(relation ? 'confirm.child.about' : 'confirm.me.about')}</View>
          {code && <ShortLived code={code} onAnother={make} />}
        </View>
      )}
      <Refused refused={refused} />
    </Page>
  );
}

export default whenReady(ConfirmPage);
