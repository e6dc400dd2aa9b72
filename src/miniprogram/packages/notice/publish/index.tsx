import '../../../look/notice-author.scss';
import '../../../look/sheet.scss';
import type { Me } from '@contract/api';
import { publishingNode } from '@contract/notice/access';
import Taro, { useRouter } from '@tarojs/taro';
import { useMemo, useState } from 'react';
import { useMe } from '../../../backend/me';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { useAct } from '../../../backend/use-act';
import { Page } from '../../../components/page';
import { Nothing } from '../../../components/states';
import { open } from '../../../paths';
import { whenReady } from '../../../when-ready';
import { useAuthorText } from '../author-text';
import { Check } from './check';
import { Compose } from './compose';
import { useSending } from './use-sending';
import { useWriting } from './use-writing';
import { Whom } from './whom';
import { emptyWriting, type Writing, writingOf } from './writing';

type Step = 'compose' | 'whom' | 'check';
const titles = { compose: 'publish.title', whom: 'publish.to', check: 'publish.check' } as const;

/** What the page begins with: nothing, a notice that is to be updated, or a draft of the server's. */
function useBeginning(eventId: string | undefined, draftId: string | undefined): Writing | undefined {
  const notice = useRead(
    'GET /v1/notices/:id',
    { params: { id: eventId ?? '' } },
    { enabled: eventId !== undefined },
  );
  const drafts = useRead('GET /v1/notice-drafts', {}, { enabled: draftId !== undefined });
  const draft = drafts.data?.drafts.find(({ id }) => id === draftId);
  return useMemo(() => {
    if (eventId !== undefined)
      return (
        notice.data && {
          ...writingOf(notice.data),
          follows: { eventId, seenVersion: notice.data.version },
        }
      );
    if (draftId === undefined) return emptyWriting;
    if (!draft) return undefined;
    const { eventId: of, seenVersion, content, id, version } = draft;
    return {
      ...writingOf(content),
      ...(of !== undefined && seenVersion !== undefined ? { follows: { eventId: of, seenVersion } } : {}),
      // When it goes out is said anew.
      draft: { id, version, content: '' },
    };
  }, [eventId, draftId, notice.data, draft]);
}

function Publishing({ grants }: { grants: Me['grants'] }) {
  const t = useAuthorText();
  const { code } = usePhone();
  const { event, draft } = useRouter().params;
  const beginning = useBeginning(event, draft);
  const name = event ?? draft ?? 'new';
  const { writing, before, change, beginAgain, forget } = useWriting(name, beginning);
  const [step, setStep] = useState<Step>('compose');
  const [at, setAt] = useState<string>();
  const { busy, refused, act } = useAct();
  const sending = useSending(change);
  const go = (next: Step, node?: string): void => {
    setAt(node);
    setStep(next);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  };
  const send = (approval: boolean): void =>
    act(async () => {
      if (!writing) return;
      const sent = await sending.send(writing, approval);
      await forget();
      await Taro.redirectTo({
        url: 'eventId' in sent ? open.sentNotice(sent.eventId, true) : open.sentNotices,
      });
    });
  const keep = (): void =>
    act(async () => {
      if (!writing) return;
      await sending.keep(writing);
      await forget();
      await Taro.redirectTo({ url: open.sentNotices });
    });
  if (!writing) return <Page title={t('publish.title')} />;
  // One's only grid is what a worker writes for: chosen by its buildings or whole, and never by mistake the whole of it.
  const fits = writing.audience.include.length > 0 && publishingNode(writing.audience, grants) !== undefined;
  return (
    <Page title={t(writing.follows && step === 'compose' ? 'author.update.title' : titles[step])} foot>
      {step === 'compose' && (
        <Compose
          writing={writing}
          now={code.clock.now()}
          before={before}
          onChange={change}
          onAgain={beginAgain}
          onNext={() => go(fits ? 'check' : 'whom')}
        />
      )}
      {step === 'whom' && (
        <Whom
          grants={grants}
          audience={writing.audience}
          at={at}
          onChange={(audience) => change({ audience })}
          onBack={() => go('compose')}
          onNext={() => go('check')}
        />
      )}
      {step === 'check' && (
        <Check
          writing={writing}
          grants={grants}
          busy={busy}
          refused={refused}
          onChange={change}
          onWords={() => go('compose')}
          onWhom={(node) => go('whom', node)}
          onSend={send}
          onKeep={keep}
        />
      )}
    </Page>
  );
}

/** Write, say to whom, look at it as residents will, send. What is out cannot be called back. */
function PublishPage() {
  const t = useAuthorText();
  const me = useMe().data;
  const grants = me?.grants.filter(({ role }) => role === 'officer' || role === 'worker') ?? [];
  if (!me) return <Page title={t('publish.title')} />;
  if (grants.length === 0)
    return (
      <Page title={t('publish.title')}>
        <Nothing icon="bell" title={t('author.not-mine')} />
      </Page>
    );
  return <Publishing grants={grants} />;
}

export default whenReady(PublishPage);
