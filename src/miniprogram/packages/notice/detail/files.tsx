import { View } from '@tarojs/components';
import type { Notice } from '@contract/api';
import { useState } from 'react';
import { useNotices } from '../../../backend/unread';
import { Cell } from '../../../components/cell';
import { asRole } from '../../../platform/role';
import { useAttachments } from '../attachments';
import { useNoticeText } from '../reading-text';

const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** What goes with a notice; what this phone can keep opens without a network too. */
export function Files({ attachments }: Pick<Notice, 'attachments'>) {
  const t = useNoticeText();
  const [failed, setFailed] = useState(false);
  const still = (useNotices().data?.notices ?? []).flatMap((notice) => notice.attachments);
  const { isKept, open } = useAttachments(attachments, still);
  return (
    <View>
      <View className="section">{t('notice.files')}</View>
      {attachments.map((attachment) => (
        <Cell
          key={attachment.id}
          icon="doc"
          title={attachment.name}
          note={t(isKept(attachment) ? 'notice.files.kept' : 'notice.files.size', {
            size: sizeOf(attachment.bytes),
          })}
          onTap={() => {
            setFailed(false);
            open(attachment).catch(() => setFailed(true));
          }}
        />
      ))}
      {failed && (
        <View className="quiet" {...asRole('alert')}>
          {t('notice.files.failed')}
        </View>
      )}
    </View>
  );
}
