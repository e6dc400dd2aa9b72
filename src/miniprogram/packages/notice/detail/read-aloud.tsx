import type { Notice } from '@contract/api';
import { useEffect, useSyncExternalStore } from 'react';
import { Button } from '../../../components/button';
import { inLanguage } from '../../../notice-text';
import { canSpeak, hush, onVoices, say } from '../../../platform/speech';
import { type NoticeSpeech, useNoticeText } from '../reading-text';
import { lastDay } from './facts';

/** All of it, in the order in which it stands. */
export function spokenNotice(notice: Notice, t: NoticeSpeech): string {
  const { headline, description, instruction } = inLanguage(notice, t.language);
  const { policy } = notice;
  const facts = policy && [
    `${t('policy.who')}：${t.of(policy.who.words)}`,
    `${t('policy.bring')}：${t.of(policy.bring)}`,
    ...(policy.until ? [t('policy.until.day', { day: lastDay(policy.until, t) })] : []),
    ...(policy.hours ? [t.of(policy.hours)] : []),
    ...(policy.where ? [`${t('policy.where')}：${t.of(policy.where)}`] : []),
  ];
  const cancelled = notice.msgType === 'Cancel' ? t('notice.cancelled') : undefined;
  return [headline, cancelled, description, instruction, ...(facts ?? [])]
    .filter(Boolean)
    .map((sentence) => String(sentence).replace(/[。.\s]+$/, ''))
    .join('。');
}

/** Offered where this phone has a voice of the language; none in WeChat. */
export function ReadAloud({ notice }: { notice: Notice }) {
  const t = useNoticeText();
  const { language } = t;
  const able = useSyncExternalStore(onVoices, () => canSpeak(language));
  useEffect(() => hush, []);
  if (!able) return null;
  return (
    <Button
      kind="link"
      small
      icon="speaker"
      text={t('notice.read-aloud')}
      onTap={() => say(spokenNotice(notice, t), language)}
    />
  );
}
