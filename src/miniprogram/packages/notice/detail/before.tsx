import { View } from '@tarojs/components';
import type { Notice } from '@contract/api';
import { useState } from 'react';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { inLanguage } from '../../../notice-text';
import { when } from '../../../when';
import { useNoticeText } from '../reading-text';

/** What was published before of the same event: nothing is changed silently. Kept on the phone as soon as it is opened. */
export function Before({ notice }: { notice: Notice }) {
  const t = useNoticeText();
  const [open, setOpen] = useState(false);
  const read = useRead('GET /v1/notices/:id/versions', { params: { id: notice.id } });
  const earlier = (read.data?.versions ?? []).filter(({ version }) => version < notice.version).reverse();
  if (!open) return <Button kind="link" text={t('notice.before')} onTap={() => setOpen(true)} />;
  return (
    <View className="before">
      <View className="section">{t('notice.before')}</View>
      {earlier.length === 0 && <View className="quiet">{t('notice.before.offline')}</View>}
      {earlier.map((version) => {
        const { headline, description, instruction } = inLanguage(version, t.language);
        return (
          <View key={version.version} className="earlier">
            <View className="caption">
              {t('notice.before.at', { time: when(version.sentAt, t), author: version.author.name })}
            </View>
            <View className="struck">{headline}</View>
            <View className="quiet struck">{[description, instruction].filter(Boolean).join('\n')}</View>
          </View>
        );
      })}
    </View>
  );
}
