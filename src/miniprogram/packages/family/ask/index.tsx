import { View } from '@tarojs/components';
import type { FamilyAsk } from '@contract/api';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { useAct } from '../../../backend/use-act';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Foot } from '../../../components/foot';
import { Page } from '../../../components/page';
import { Refused } from '../../../components/refused';
import { useFamilyText } from '../text';
import { asRole } from '../../../platform/role';
import { whenReady } from '../../../when-ready';
import { ShortLived } from '../short-lived';
import { useFamily } from '../use-family';

/** I want to help an adult, or be a guardian too: a code for whose yes it takes. */
function AskPage() {
  const t = useFamilyText();
  const kind = useRouter().params['kind'] === 'guardian' ? 'guardian' : 'helper';
  const { client } = usePhone();
  const { busy, refused, act } = useAct();
  const [calledAs, setCalledAs] = useState('');
  const [ask, setAsk] = useState<FamilyAsk>();
  const family = useFamily().data;
  const [before, setBefore] = useState<readonly string[]>([]);
  const make = (): void =>
    act(async () => {
      setBefore(family?.members.map(({ id }) => id) ?? []);
      setAsk(await client.call('POST /v1/family/asks', { body: { kind, calledAs: calledAs.trim() } }));
    });
  // The socket says when something of mine changed; the yes shows as one more that I act for.
  const agreed = ask && family?.members.find(({ id }) => !before.includes(id));
  return (
    <Page title={t(`family.ask.${kind}`)} foot={!ask}>
      <View className="lead">{t(`family.ask.${kind}.about`)}</View>
      {agreed ? (
        <View className="card" {...asRole('status')}>
          <View className="card-title">
            {t('family.ask.agreed', { name: `${agreed.calledAs}（${agreed.maskedName}）` })}
          </View>
        </View>
      ) : ask ? (
        <ShortLived code={ask} onAnother={make}>
          <View className="spaced-above">
            {t('family.ask.where', {
              where: t(kind === 'helper' ? 'family.agree' : 'family.ask.where.guardian'),
            })}
          </View>
        </ShortLived>
      ) : (
        <View className="card">
          <Field
            label={t('family.called')}
            hint={t('family.called.hint')}
            value={calledAs}
            maxLength={12}
            onChange={setCalledAs}
          />
        </View>
      )}
      <Refused refused={refused} />
      {!ask && (
        <Foot>
          <Button
            text={t('family.ask.make')}
            disabled={busy || calledAs.trim() === '' || !family}
            onTap={make}
          />
        </Foot>
      )}
    </Page>
  );
}

export default whenReady(AskPage);
