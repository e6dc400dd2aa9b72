import { View } from '@tarojs/components';
import type { Notice } from '@contract/api';
import { useEffect, useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { Cell } from '../../../components/cell';
import { SeverityTag } from '../../../components/shape-tag';
import { inLanguage } from '../../../notice-text';
import { openLink } from '../../../platform/web-link';
import { asRole } from '../../../platform/role';
import { usePreferences } from '../../../preferences';
import { when } from '../../../when';
import { useNoticeText } from '../reading-text';
import { Before } from './before';
import { NoticeFacts, PolicyFacts } from './facts';
import { Files } from './files';
import { Fits } from './fits';
import { Known } from './known';
import { ReadAloud } from './read-aloud';

/** One notice, the answer first; cancelled it says why, and what it said is struck through. */
export function Shown({ notice }: { notice: Notice }) {
  const t = useNoticeText();
  const { noticeActs } = usePhone();
  const [copied, setCopied] = useState(false);
  const { headline, description, instruction } = inLanguage(notice, t.language);
  const { id, read, policy, web, attachments, msgType, author, sentAt } = notice;
  const cancelled = msgType === 'Cancel';
  const { textScale } = usePreferences();
  // In large text what stands between two marks is longer than a line: it would begin with the mark.
  const look = ['headline', textScale < 1.4 && 'at-marks', cancelled && 'struck'].filter(Boolean).join(' ');
  useEffect(() => {
    if (!read) void noticeActs.add({ id });
  }, [id, read, noticeActs]);
  const words = description !== '' && (
    <View className="notice-words">
      {description.split('\n').map((paragraph, at) => (
        <View key={at}>{paragraph}</View>
      ))}
    </View>
  );
  return (
    <View>
      <View className={look} {...asRole('heading')} aria-level={2}>
        {headline}
      </View>
      <View className="published">
        <View className="quiet">{t('notice.published', { author: author.name, time: when(sentAt, t) })}</View>
        <ReadAloud notice={notice} />
      </View>
      <View className="tags-row">
        {!cancelled && <SeverityTag severity={notice.severity} />}
        {msgType === 'Update' && <View className="tag">{t('notices.updated')}</View>}
        {cancelled && <View className="tag">{t('notices.cancelled')}</View>}
      </View>
      {cancelled ? (
        <View className="tint-box stack" {...asRole('status')}>
          <View>{t('notice.cancelled')}</View>
          <View>{description}</View>
        </View>
      ) : (
        <>
          {policy && <Fits who={policy.who} />}
          {!policy && words}
          {policy && <PolicyFacts policy={policy} t={t} />}
          {policy && words}
          <NoticeFacts notice={notice} instruction={instruction} t={t} />
          {notice.acknowledge && <Known notice={notice} />}
        </>
      )}
      {attachments.length > 0 && <Files attachments={attachments} />}
      {web && (
        <Cell
          icon="doc"
          act
          title={t(policy ? 'notice.link.policy' : 'notice.link')}
          {...(copied ? { note: t('notice.link.copied') } : {})}
          onTap={() => void openLink(web).then((how) => setCopied(how === 'copied'))}
        />
      )}
      {notice.version > 1 && <Before notice={notice} />}
    </View>
  );
}
