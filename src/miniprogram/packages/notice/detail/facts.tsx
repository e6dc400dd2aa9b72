import type { Notice } from '@contract/api';
import dayjs from 'dayjs';
import { partsText } from '../../../notice-text';
import { when } from '../../../when';
import type { NoticeSpeech } from '../reading-text';
import { Fact } from './fact';

/** 12 月 31 日; with its year where that is not this one. */
export function lastDay(day: string, t: NoticeSpeech, now: number = Date.now()): string {
  const at = dayjs(day);
  const sameYear = at.isSame(now, 'year');
  if (t.language === 'zh') return at.format(sameYear ? 'M 月 D 日' : 'YYYY 年 M 月 D 日');
  return at.format(sameYear ? 'D MMM' : 'D MMM YYYY');
}

/** What a policy says: who, what to bring, until when, where. */
export function PolicyFacts({ policy, t }: { policy: NonNullable<Notice['policy']>; t: NoticeSpeech }) {
  const { who, bring, until, hours, where } = policy;
  const [place = '', ...rest] = where ? t.of(where).split('\n') : [];
  return (
    <>
      <Fact icon="me" label={t('policy.who')} answer={t.of(who.words)} />
      <Fact icon="id" label={t('policy.bring')} answer={t.of(bring)} />
      {until ? (
        <Fact
          icon="clock"
          label={t('policy.until')}
          answer={t('policy.until.day', { day: lastDay(until, t) })}
        >
          {hours && t.of(hours)}
        </Fact>
      ) : (
        hours && <Fact icon="clock" label={t('policy.until')} answer={t.of(hours)} />
      )}
      {place && (
        <Fact icon="place" label={t('policy.where')} answer={place}>
          {rest.join(' ')}
        </Fact>
      )}
    </>
  );
}

/** What any notice says besides its words: what to do, until when, for whom. */
export function NoticeFacts({
  notice,
  instruction,
  t,
}: {
  notice: Notice;
  instruction: string | undefined;
  t: NoticeSpeech;
}) {
  const { expiresAt, parts, maybe, followed, policy } = notice;
  const by = followed === undefined ? '' : t('notice.for.followed', { label: followed });
  return (
    <>
      {instruction && <Fact icon="check" label={t('notice.instruction')} answer={instruction} />}
      {expiresAt && !policy && <Fact icon="clock" label={t('notice.until')} answer={when(expiresAt, t)} />}
      {parts.length > 0 ? (
        <Fact icon="home" label={t('notice.for')} answer={partsText(parts, t.language)}>
          {by || (maybe && t('notice.for.maybe'))}
        </Fact>
      ) : (
        by && <Fact icon="home" label={t('notice.for')} answer={by} />
      )}
    </>
  );
}
