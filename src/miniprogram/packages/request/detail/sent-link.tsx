import { Text, View } from '@tarojs/components';
import type { ServiceRequest } from '@contract/api';
import { useTextWith } from '../../../locales';
import { publicTexts } from '../../../locales/public';

/** What another system sent with it, for the team to copy: a text, never fetched, never a picture, nothing to tap. */
export function SentLink({ request: { mediaUrl, relation } }: { request: ServiceRequest }) {
  const t = useTextWith(publicTexts);
  if (mediaUrl === undefined || relation !== 'handler') return null;
  return (
    <View className="card">
      <View className="card-title">{t('public.link.title')}</View>
      <View className="weui-cell cell">
        <View className="words">
          <Text selectable userSelect>
            {mediaUrl}
          </Text>
          <View className="quiet">{t('public.link.about')}</View>
        </View>
      </View>
    </View>
  );
}
