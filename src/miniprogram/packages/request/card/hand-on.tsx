import { View } from '@tarojs/components';
import type { LocalBody } from '@contract/api';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { useAct } from '../../../backend/use-act';
import { Button } from '../../../components/button';
import { Refused } from '../../../components/refused';
import { SpokenCode } from '../../../components/spoken-code';
import { when } from '../../../when';
import { useRequestText } from '../text';

/** Whoever comes next gets a code: with it the card is theirs. */
export function HandOn({ body }: { body: LocalBody }) {
  const t = useRequestText();
  const { client } = usePhone();
  const { busy, refused, act } = useAct();
  const [invitation, setInvitation] = useState<{ code: string; expiresAt: string }>();
  const make = (): void =>
    act(async () =>
      setInvitation(await client.call('POST /v1/bodies/:id/invitations', { params: { id: body.id } })),
    );
  return (
    <View className="card">
      {invitation ? (
        <>
          <SpokenCode code={invitation.code} />
          <View className="quiet">{t('card.hand-on.about', { time: when(invitation.expiresAt, t) })}</View>
        </>
      ) : (
        <Button kind="link" small text={t('card.hand-on')} disabled={busy} onTap={make} />
      )}
      <Refused refused={refused} />
    </View>
  );
}
