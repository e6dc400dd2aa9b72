import { View } from '@tarojs/components';
import type { ServiceRequest } from '@contract/api';
import { type Rating, ratings } from '@contract/figures/figures';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { Pills } from '../../../components/choice';
import { useRequestText } from '../text';

/** How it went, once it is closed: of the matter, not of a person. It counts in the community's figures alone. */
export function Rate({ request: { id, state, relation, rating } }: { request: ServiceRequest }) {
  const t = useRequestText();
  const { client, queries } = usePhone();
  const [said, setSaid] = useState<string>();
  if (state !== 'closed' || relation !== 'filer') return null;
  const rate = async (chosen: Rating): Promise<void> => {
    await client.call('PUT /v1/service-requests/:id/rating', { params: { id }, body: { rating: chosen } });
    await queries.invalidateQueries();
  };
  return (
    <View className="card">
      <View className="card-title">{t('rate.title')}</View>
      <View className="quiet">{t('rate.about')}</View>
      <Pills
        label={t('rate.title')}
        chosen={rating ?? ''}
        onChange={(key) =>
          void rate(key as Rating).then(
            () => setSaid(t('rate.kept')),
            () => setSaid(t('rate.not-kept')),
          )
        }
        options={ratings.map((one) => ({ key: one, text: t(`rate.${one}`) }))}
      />
      <View className="caption" aria-live="polite">
        {said}
      </View>
    </View>
  );
}
