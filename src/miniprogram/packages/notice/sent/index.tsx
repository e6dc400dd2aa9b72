import '../../../look/notice-author.scss';
import { View } from '@tarojs/components';
import type { Notice, NoticeDraft } from '@contract/api';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { Pills } from '../../../components/choice';
import { Foot } from '../../../components/foot';
import { Page } from '../../../components/page';
import { SeverityTag } from '../../../components/shape-tag';
import { Loaded, Nothing } from '../../../components/states';
import { Tap } from '../../../components/tap';
import { inLanguage } from '../../../notice-text';
import { open } from '../../../paths';
import { when } from '../../../when';
import { whenReady } from '../../../when-ready';
import { type AuthorSpeech, useAuthorText } from '../author-text';
import { stateOf } from '../parts/draft-state';

const parts = ['out', 'drafts', 'approve'] as const;
type Part = (typeof parts)[number];

/** What has become of one that is out. */
function standing(notice: Notice, now: number, t: AuthorSpeech): string | undefined {
  if (notice.msgType === 'Cancel') return t('author.state.cancelled');
  if (notice.expiresAt && Date.parse(notice.expiresAt) <= now) return t('author.state.over');
  return notice.version > 1 ? t('author.state.updated', { count: notice.version - 1 }) : undefined;
}

function Row({
  content,
  by,
  at,
  state,
  cancelled,
  onTap,
}: {
  content: Pick<Notice, 'info' | 'severity'>;
  by: string;
  at: string;
  state: string | undefined;
  cancelled: boolean;
  onTap(): void;
}) {
  const t = useAuthorText();
  return (
    <Tap className="sent-row" role="link" onTap={onTap}>
      <View className={cancelled ? 'what struck' : 'what'}>{inLanguage(content, t.language).headline}</View>
      <View className="said-tags">
        <View className="caption">
          {by} · {when(at, t)}
        </View>
        <SeverityTag severity={content.severity} />
        {state && <View className="tag">{state}</View>}
      </View>
    </Tap>
  );
}

function Out() {
  const t = useAuthorText();
  const { code } = usePhone();
  const [earlier, setEarlier] = useState<readonly number[]>([]);
  const pages = [undefined, ...earlier];
  return (
    <>
      {pages.map((before, at) => (
        <OutPage
          key={before ?? 'first'}
          before={before}
          now={code.clock.now()}
          t={t}
          onMore={at === pages.length - 1 ? (last) => setEarlier([...earlier, last]) : undefined}
        />
      ))}
    </>
  );
}

function OutPage({
  before,
  now,
  t,
  onMore,
}: {
  before: number | undefined;
  now: number;
  t: AuthorSpeech;
  onMore: ((last: number) => void) | undefined;
}) {
  const read = useRead('GET /v1/published-notices', { query: before === undefined ? {} : { before } });
  return (
    <Loaded read={read}>
      {({ notices, more }) => (
        <>
          {notices.length === 0 && before === undefined && (
            <Nothing icon="bell" title={t('author.sent.none')} />
          )}
          {notices.length > 0 && (
            <View className="card flush">
              {notices.map((notice) => (
                <Row
                  key={notice.id}
                  content={notice}
                  by={notice.author.name}
                  at={notice.sentAt}
                  state={standing(notice, now, t)}
                  cancelled={notice.msgType === 'Cancel'}
                  onTap={() => void Taro.navigateTo({ url: open.sentNotice(notice.id) })}
                />
              ))}
            </View>
          )}
          {onMore && more && (
            <Button
              kind="link"
              text={t('author.sent.more')}
              onTap={() => onMore(notices.at(-1)?.cursor ?? 0)}
            />
          )}
        </>
      )}
    </Loaded>
  );
}

function Drafts({ drafts, none }: { drafts: readonly NoticeDraft[]; none: string }) {
  const t = useAuthorText();
  if (drafts.length === 0) return <Nothing icon="edit" title={none} />;
  return (
    <View className="card flush">
      {drafts.map((draft) => (
        <Row
          key={draft.id}
          content={draft.content}
          by={draft.authorMaskedName ?? ''}
          at={draft.changedAt}
          state={stateOf(draft, t)}
          cancelled={false}
          onTap={() => void Taro.navigateTo({ url: open.noticeDraft(draft.id) })}
        />
      ))}
    </View>
  );
}

/** What went out from where I serve, what I am writing, and what waits for me to be the second person. */
function SentPage() {
  const t = useAuthorText();
  const [part, setPart] = useState<Part>('out');
  const drafts = useRead('GET /v1/notice-drafts', {});
  const mine = drafts.data?.drafts.filter((draft) => draft.mine) ?? [];
  const toApprove = drafts.data?.drafts.filter((draft) => draft.mayApprove) ?? [];
  const counts = { out: '', drafts: mine.length, approve: toApprove.length };
  return (
    <Page title={t('author.sent.title')} foot>
      <Pills
        label={t('author.sent.parts')}
        chosen={part}
        onChange={(key) => setPart(parts.find((one) => one === key) ?? 'out')}
        options={parts.map((key) => ({ key, text: t(`author.sent.${key}`, { count: counts[key] }).trim() }))}
      />
      {part === 'out' && <Out />}
      {part === 'drafts' && (
        <Loaded read={drafts}>{() => <Drafts drafts={mine} none={t('author.sent.none.drafts')} />}</Loaded>
      )}
      {part === 'approve' && (
        <Loaded read={drafts}>
          {() => <Drafts drafts={toApprove} none={t('author.sent.none.approve')} />}
        </Loaded>
      )}
      <Foot>
        <Button text={t('publish.title')} onTap={() => void Taro.navigateTo({ url: open.publish })} />
      </Foot>
    </Page>
  );
}

export default whenReady(SentPage);
