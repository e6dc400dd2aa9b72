import { View } from '@tarojs/components';
import type { Me } from '@contract/api';
import { chosenOf } from '@contract/notice/choosing';
import { generalNudge } from '@contract/nudge/kind';
import { useState } from 'react';
import type { CallFailed } from '../../../backend/client';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { Cell } from '../../../components/cell';
import { Foot } from '../../../components/foot';
import { Icon } from '../../../components/icon';
import { Refused } from '../../../components/refused';
import { when } from '../../../when';
import { useAuthorText } from '../author-text';
import { ChosenRow } from '../parts/chosen-row';
import { MomentField } from '../parts/moment-field';
import { Said } from '../parts/said';
import { Sheet } from '../parts/sheet';
import { Reach } from './reach';
import { contentOf, type Writing } from './writing';

interface Props {
  writing: Writing;
  grants: Me['grants'];
  busy: boolean;
  refused: CallFailed | undefined;
  onChange(part: Partial<Writing>): void;
  onWords(): void;
  onWhom(node?: string): void;
  /** @param approval it is handed in to a second person */
  onSend(approval: boolean): void;
  onKeep(): void;
}

/** 发出前看一遍: as residents see it, to whom, how many that is and how many not, and whether a second person is asked. */
export function Check({ writing, grants, busy, refused, onChange, onWords, onWhom, onSend, onKeep }: Props) {
  const t = useAuthorText();
  const [whole, setWhole] = useState(false);
  const [later, setLater] = useState(writing.publishAt !== undefined);
  const [paper, setPaper] = useState(false);
  const content = contentOf(writing);
  const counted = useRead('POST /v1/notice-audiences', {
    body: { audience: content.audience, severity: content.severity },
  });
  const reach = counted.data;
  const author = reach?.from.name ?? grants[0]?.nodeName ?? '';
  const [nudge] = useState(() => generalNudge('notice', new Date(), 'zh'));
  const act = reach?.needsApproval
    ? 'author.hand-in'
    : later
      ? 'author.send.later'
      : writing.follows
        ? 'author.send.update'
        : 'publish.send';
  if (paper)
    return (
      <>
        <Sheet content={content} author={author} />
        <Foot said={t('author.print.before')}>
          <Button kind="outline" text={t('author.back')} onTap={() => setPaper(false)} />
        </Foot>
      </>
    );
  return (
    <>
      <View className="card">
        <View className="card-head">
          <View className="asked">{t('publish.residents-see')}</View>
          <Button
            kind="link"
            small
            text={t(whole ? 'author.look.list' : 'author.look.whole')}
            onTap={() => setWhole(!whole)}
          />
          <Button
            kind="link"
            small
            text={t('publish.change')}
            label={t('author.change.words')}
            onTap={onWords}
          />
        </View>
        <Said content={content} author={author} whole={whole} />
        {whole && (
          <View className="wechat">
            <View className="caption">{t('author.wechat')}</View>
            <View className="wechat-message">
              <View>{nudge.what}</View>
              <View className="quiet">{nudge.how}</View>
              <View className="quiet figures">{nudge.time}</View>
            </View>
          </View>
        )}
      </View>
      <View className="card flush to-whom">
        <View className="asked">{t('publish.to')}</View>
        {chosenOf(writing.audience).map((chosen) => (
          <ChosenRow key={chosen.node} chosen={chosen} onTap={() => onWhom(chosen.node)} />
        ))}
        <Cell act icon="plus" title={t('author.add')} onTap={() => onWhom()} />
        {reach && <Reach reach={reach} onPrint={() => setPaper(true)} />}
        <Refused refused={counted.error ?? undefined} className="spaced-above" />
      </View>
      {reach && (
        <View className="card approval">
          <Icon name="shield" />
          <View className="words">
            <View className="card-title">
              {t(reach.needsApproval ? 'author.approval' : 'author.no-approval')}
            </View>
            <View className="quiet">
              {t(reach.needsApproval ? 'author.approval.about' : 'author.no-approval.about', {
                place: author,
                severity: t(`severity.${writing.severity}`),
              })}
            </View>
            {!reach.needsApproval && <View className="quiet">{t('author.no-approval.else')}</View>}
          </View>
        </View>
      )}
      <View className="card">
        {later ? (
          <>
            <MomentField
              label={t('author.later')}
              day={t('author.day')}
              hour={t('author.hour')}
              value={writing.publishAt}
              onChange={(publishAt) => onChange({ publishAt })}
            />
            <Button
              kind="link"
              small
              text={t('author.later.not')}
              onTap={() => {
                setLater(false);
                onChange({ publishAt: undefined });
              }}
            />
          </>
        ) : (
          <View className="row">
            <Button
              kind="link"
              small
              icon="clock"
              text={t('author.later.choose')}
              onTap={() => setLater(true)}
            />
            <Button kind="link" small icon="edit" text={t('author.keep')} disabled={busy} onTap={onKeep} />
          </View>
        )}
      </View>
      <Refused refused={refused} />
      <Foot said={t('publish.no-recall')}>
        <Button
          text={t(act, writing.publishAt ? { time: when(writing.publishAt, t) } : {})}
          disabled={busy || !reach || (later && writing.publishAt === undefined)}
          onTap={() => onSend(reach?.needsApproval ?? false)}
        />
      </Foot>
    </>
  );
}
