import '../../../look/notice-author.scss';
import { View } from '@tarojs/components';
import type { InputOf, NoticeDraft } from '@contract/api';
import { chosenOf } from '@contract/notice/choosing';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { useAct } from '../../../backend/use-act';
import { useKey } from '../../../backend/use-key';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Foot } from '../../../components/foot';
import { Page } from '../../../components/page';
import { Refused } from '../../../components/refused';
import { Loaded, Nothing } from '../../../components/states';
import { open } from '../../../paths';
import { when } from '../../../when';
import { whenReady } from '../../../when-ready';
import { type AuthorSpeech, useAuthorText } from '../author-text';
import { ChosenRow } from '../parts/chosen-row';
import { stateOf } from '../parts/draft-state';
import { useNodeName } from '../parts/names';
import { Said } from '../parts/said';

const obstacles = [
  'audience-outside',
  'notice-expired-already',
  'notice-changed',
  'notice-cancelled',
  'region-unknown',
  'invalid-request',
] as const;
type Act = InputOf<'POST /v1/notice-drafts/:id/acts'>['body'];

function Draft({ draft }: { draft: NoticeDraft }) {
  const t = useAuthorText();
  const { client, queries } = usePhone();
  const { busy, refused, act } = useAct();
  const { onceFor } = useKey();
  const [returning, setReturning] = useState(false);
  const [because, setBecause] = useState('');
  const place = useNodeName(draft.node) ?? '';
  const does = (what: Act['act'], more: Partial<Act> = {}): void =>
    act(async () => {
      const once = await onceFor([what, draft.version, more], () => ({
        act: what,
        version: draft.version,
        ...more,
      }));
      await client.call('POST /v1/notice-drafts/:id/acts', { params: { id: draft.id }, ...once });
      await queries.invalidateQueries();
      if (what !== 'recall') await Taro.navigateBack();
    });
  return (
    <>
      <View className="card">
        <View className="said-tags">
          <View className="tag brand">{stateOf(draft, t)}</View>
          <View className="caption">
            {t('author.draft.by', { name: draft.authorMaskedName ?? '', time: when(draft.changedAt, t) })}
          </View>
        </View>
        {draft.returnedBecause && (
          <View className="spaced-above">
            {t('author.draft.returned', { words: becauseOf(draft.returnedBecause, t) })}
          </View>
        )}
      </View>
      <View className="card">
        <View className="asked">{t('publish.residents-see')}</View>
        <Said content={draft.content} author={place} whole />
      </View>
      <View className="card flush to-whom">
        <View className="asked">{t('publish.to')}</View>
        {chosenOf({
          include: draft.content.audience.include,
          except: draft.content.audience.except ?? [],
        }).map((chosen) => (
          <ChosenRow key={chosen.node} chosen={chosen} />
        ))}
      </View>
      {returning && (
        <View className="card">
          <Field label={t('author.draft.because')} maxLength={400} value={because} onChange={setBecause} />
        </View>
      )}
      <Refused refused={refused} />
      {draft.mayApprove && (
        <Foot said={t('author.draft.approve.said')}>
          {returning ? (
            <Button
              text={t('author.draft.return')}
              disabled={busy || because.trim() === ''}
              onTap={() => does('return', { because: because.trim() })}
            />
          ) : (
            <>
              <Button kind="outline" text={t('author.draft.return')} onTap={() => setReturning(true)} />
              <Button text={t('author.draft.approve')} disabled={busy} onTap={() => does('approve')} />
            </>
          )}
        </Foot>
      )}
      {draft.mine && (
        <Foot>
          <Button
            kind="outline"
            text={t('author.draft.discard')}
            disabled={busy}
            onTap={() => does('discard')}
          />
          {draft.state === 'draft' ? (
            <Button
              text={t('author.draft.edit')}
              onTap={() => void Taro.redirectTo({ url: open.editNotice(draft.id) })}
            />
          ) : (
            <Button text={t('author.draft.recall')} disabled={busy} onTap={() => does('recall')} />
          )}
        </Foot>
      )}
    </>
  );
}

/** A person’s words; or what stood in the way when its hour came. */
const becauseOf = (because: string, t: AuthorSpeech): string => {
  const found = obstacles.find((one) => one === because);
  return found ? t(`author.obstacle.${found}`) : because;
};

/** One that is not out: mine to go on with, or another's to approve. */
function DraftPage() {
  const t = useAuthorText();
  const { id = '' } = useRouter().params;
  const read = useRead('GET /v1/notice-drafts', {});
  return (
    <Page title={t('author.draft.title')} foot>
      <Loaded read={read}>
        {({ drafts }) => {
          const draft = drafts.find((one) => one.id === id);
          return draft ? <Draft draft={draft} /> : <Nothing icon="edit" title={t('author.draft.gone')} />;
        }}
      </Loaded>
    </Page>
  );
}

export default whenReady(DraftPage);
