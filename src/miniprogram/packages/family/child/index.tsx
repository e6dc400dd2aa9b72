import { View } from '@tarojs/components';
import { dayAt } from '@contract/calendar-day';
import { ageOn, OWN_CONSENT_AGE } from '@contract/person/age';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { useAct } from '../../../backend/use-act';
import { useKey } from '../../../backend/use-key';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Foot } from '../../../components/foot';
import { Page } from '../../../components/page';
import { Refused } from '../../../components/refused';
import { useFamilyText } from '../text';
import { asRole } from '../../../platform/role';
import { whenReady } from '../../../when-ready';
import { page } from '../paths';
import { useFamilyChanged } from '../use-family';
import { dayOf } from '../words';

/** A child of mine: three lines, who consents, and what comes next. */
function ChildPage() {
  const t = useFamilyText();
  const { client, code } = usePhone();
  const changed = useFamilyChanged();
  const { busy, refused, act } = useAct();
  const { keyFor } = useKey();
  const [name, setName] = useState('');
  const [calledAs, setCalledAs] = useState('');
  const [typed, setTyped] = useState('');
  const bornOn = dayOf(typed);
  const age = bornOn === undefined ? undefined : ageOn(bornOn, dayAt(code.clock.now()));
  const add = (born: string): void =>
    act(async () => {
      const body = { name: name.trim(), calledAs: calledAs.trim(), bornOn: born };
      const child = await client.call('POST /v1/family/children', {
        body,
        idempotencyKey: await keyFor(body),
      });
      await changed();
      await Taro.redirectTo({ url: page.member(child.id) });
    });
  return (
    <Page title={t('family.add-child')} foot>
      <View className="lead">{t('family.child.about')}</View>
      <View className="card">
        <Field label={t('family.child.name')} value={name} maxLength={40} onChange={setName} />
        <Field
          label={t('family.called')}
          hint={t('family.called.hint')}
          value={calledAs}
          maxLength={12}
          onChange={setCalledAs}
        />
        <Field
          label={t('family.child.born')}
          hint={t('family.child.born.hint')}
          value={typed}
          maxLength={14}
          onChange={setTyped}
        />
      </View>
      <View className="lead after" {...asRole('status')} aria-live="polite">
        {age !== undefined && t(age < OWN_CONSENT_AGE ? 'family.child.consent' : 'family.child.own-consent')}
      </View>
      <Refused refused={refused} />
      <Foot>
        <Button
          text={t('family.child.add')}
          disabled={busy || !bornOn || name.trim() === '' || calledAs.trim() === ''}
          onTap={() => bornOn && add(bornOn)}
        />
      </Foot>
    </Page>
  );
}

export default whenReady(ChildPage);
