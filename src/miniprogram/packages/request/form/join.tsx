import { View } from '@tarojs/components';
import type { NearRequest } from '@contract/api';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CallFailed } from '../../../backend/client';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { Refused } from '../../../components/refused';
import { asRole } from '../../../platform/role';
import { when } from '../../../when';
import type { DraftPlace } from '../drafts';
import { useRequestText } from '../text';

/** What neighbours reported at a place already; without a network nothing is known, and the form goes on. */
export function useNear(category: { code: string; near?: unknown }, place: DraftPlace | undefined) {
  const at = place?.addressId
    ? { addressId: place.addressId }
    : place?.point
      ? { point: place.point }
      : undefined;
  return useRead(
    'POST /v1/service-requests/near',
    { body: { category: category.code, ...at } },
    { fleeting: true, enabled: category.near !== undefined && at !== undefined },
  ).data;
}

function One({ near }: { near: NearRequest }) {
  const t = useRequestText();
  const { client } = usePhone();
  const queries = useQueryClient();
  const [mine, setMine] = useState(near.mine);
  const [refused, setRefused] = useState<CallFailed>();
  const join = async (): Promise<void> => {
    setRefused(undefined);
    try {
      await client.call('PUT /v1/joined-requests/:id', { params: { id: near.id } });
      setMine('joined');
      await queries.invalidateQueries();
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      setRefused(error);
    }
  };
  return (
    <View className="question">
      <View>{near.placeName}</View>
      <View className="caption figures">
        {t('filing.near.one', { when: when(near.createdAt, t), state: t(`state.${near.state}`) })}
      </View>
      {mine ? (
        <View className="quiet">{t(`filing.near.${mine}`)}</View>
      ) : (
        <Button
          kind="tint"
          small
          text={t('filing.near.join')}
          label={`${t('filing.near.join')} ${near.placeName}`}
          onTap={() => void join()}
        />
      )}
      <Refused refused={refused} className="quiet" />
    </View>
  );
}

/** Asked before sending: is it one of these? Whoever joins files no second one. */
export function JoinInstead({ near }: { near: readonly NearRequest[] }) {
  const t = useRequestText();
  const count = near.reduce((sum, { neighbours }) => sum + neighbours, 0);
  return (
    <View className="card" {...asRole('status')}>
      <View className="card-title">{t('filing.near', { count })}</View>
      {near.map((one) => (
        <One key={one.id} near={one} />
      ))}
    </View>
  );
}
