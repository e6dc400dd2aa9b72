import { View } from '@tarojs/components';
import type { PaperCode } from '@contract/api';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { Loaded } from '../../../components/states';
import { useDeskText } from '../text';
import { asRole } from '../../../platform/role';
import { when } from '../../../when';
import { useAct } from '../parts/act';
import { Refused } from '../parts/refused';
import '../../../look/job.scss';

function ValidCode({ code, onRevoked }: { code: PaperCode; onRevoked(): Promise<unknown> }) {
  const t = useDeskText();
  const { client } = usePhone();
  const [asking, setAsking] = useState(false);
  const { busy, failed, run } = useAct();
  const issued = when(code.issuedAt, t);
  const revoke = (): Promise<void> =>
    run(async () => {
      await client.call('DELETE /v1/paper-codes/:id', { params: { id: code.id } });
      await onRevoked();
    });
  return (
    <View className="job">
      <View className="words">
        <View>{t('desk.paper.until', { time: when(code.expiresAt, t) })}</View>
        <View className="caption figures">{t('desk.paper.issued', { time: issued })}</View>
        {asking && (
          <View className="spaced-above" {...asRole('alert')}>
            {t('desk.paper.revoke.sure')}
            <View className="row-of-two">
              <Button kind="link" small text={t('desk.paper.keep')} onTap={() => setAsking(false)} />
              <Button
                kind="outline"
                small
                text={t('desk.paper.revoke')}
                disabled={busy}
                onTap={() => void revoke()}
              />
            </View>
          </View>
        )}
        <Refused failed={failed} />
      </View>
      {!asking && (
        <Button
          kind="tint"
          small
          text={t('desk.paper.revoke')}
          label={t('desk.paper.revoke.label', { time: issued })}
          onTap={() => setAsking(true)}
        />
      )}
    </View>
  );
}

/** The papers of a person that still count. */
export function ValidCodes({ personId }: { personId: string }) {
  const t = useDeskText();
  const read = useRead('GET /v1/paper-codes', { query: { personId } }, { fleeting: true });
  return (
    <>
      <View className="section">{t('desk.paper.valid')}</View>
      <Loaded read={read}>
        {(codes) =>
          codes.length === 0 ? (
            <View className="card quiet">{t('desk.paper.none')}</View>
          ) : (
            <View className="card flush">
              {codes.map((code) => (
                <ValidCode key={code.id} code={code} onRevoked={read.refetch} />
              ))}
            </View>
          )
        }
      </Loaded>
    </>
  );
}
