import { View } from '@tarojs/components';
import type { Confirmation } from '@contract/api';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { Button } from '../../../components/button';
import { Foot } from '../../../components/foot';
import { Icon } from '../../../components/icon';
import { useDeskText } from '../text';
import { useAct } from '../parts/act';
import { DocumentFields, useDocument } from '../parts/document';
import { useEver } from '../parts/ever';
import { Refused } from '../parts/refused';
import { ChildTick, mayAgree } from './child-tick';
import type { Found } from './find';
import { type ChosenHome, HomeField, useHome } from './home-field';

interface Props {
  found: Found;
  onFindAnew(): void;
  onOutcome(outcome: Confirmation): void;
}

/** What the document says; where they live, for who has no phone to have said it. */
export function SeenForm({ found, onFindAnew, onOutcome }: Props) {
  const t = useDeskText();
  const { client } = usePhone();
  const form = useDocument();
  const home = useHome();
  const [childAgrees, setChildAgrees] = useState(false);
  const { busy, failed, run } = useAct();
  const phone = found !== 'no-phone';
  const { document } = form;
  // Who scans a code has mostly said on their phone where they live.
  const asksHome = useEver(!phone || failed?.code === 'home-required');
  const agreesForItself = useEver(failed?.code === 'child-consent-required') || mayAgree(document);
  const ready = document !== undefined && (!asksHome || home.chosen !== undefined);

  const confirm = (): Promise<void> =>
    run(async () => {
      if (!document) return;
      const outcome = await client.call('POST /v1/confirmations', {
        body: bodyOf(document, found, asksHome ? home.chosen : undefined, agreesForItself && childAgrees),
      });
      form.clear();
      onOutcome(outcome);
    });

  return (
    <>
      <View className="card flush">
        <View className="weui-cell cell">
          <Icon name={phone ? 'check' : 'doc'} />
          <View className="words">{t(phone ? 'desk.confirm.scanned' : 'desk.confirm.no-phone')}</View>
          <Button
            kind="link"
            small
            text={t(phone ? 'desk.code.again' : 'desk.confirm.with-phone')}
            onTap={onFindAnew}
          />
        </View>
      </View>
      <DocumentFields form={form} />
      {asksHome && <HomeField home={home} />}
      {agreesForItself && <ChildTick agrees={childAgrees} onChange={setChildAgrees} />}
      <Foot said={failed ? <Refused failed={failed} /> : t('desk.confirm.act.said')}>
        <Button text={t('desk.confirm.act')} disabled={!ready || busy} onTap={() => void confirm()} />
      </Foot>
    </>
  );
}

const bodyOf = (
  document: { name: string; documentNumber: string },
  found: Found,
  home: ChosenHome | undefined,
  childAgrees: boolean,
) => ({
  ...document,
  ...(found === 'no-phone' ? {} : found),
  ...(home ? { home: { node: home.node, ...(home.building ? { building: home.building.code } : {}) } } : {}),
  ...(childAgrees ? { childAgrees } : {}),
});
