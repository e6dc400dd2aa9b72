import { View } from '@tarojs/components';
import type { ColourView } from '@contract/api';
import Taro, { useRouter } from '@tarojs/taro';
import { useLookedAt } from '../../../backend/colour-news';
import { useMe } from '../../../backend/me';
import { Button } from '../../../components/button';
import { Cell } from '../../../components/cell';
import { Foot } from '../../../components/foot';
import { Icon } from '../../../components/icon';
import { Page } from '../../../components/page';
import { StatusRow } from '../../../components/status-row';
import { Loaded, Nothing } from '../../../components/states';
import { TellMe } from '../../../components/tell-me';
import { open } from '../../../paths';
import { when } from '../../../when';
import { whenReady } from '../../../when-ready';
import { shapes } from '../shapes';
import { useHealthText } from '../text';
import { useColour } from '../use-colour';
import { useFirstAct } from './use-first-act';
import { headOf } from './words';
import '../../../look/health.scss';

type Reason = ColourView['reasons'][number];

function Head({ reason }: { reason: Reason }) {
  const t = useHealthText();
  const { title, rest } = headOf(t.of(reason.reason));
  return (
    <View className="reason-head">
      <Icon name={shapes[reason.colour]} className={reason.colour} />
      <View className="words">
        <View className="headline">{title}</View>
        {rest && <View>{rest}</View>}
      </View>
    </View>
  );
}

function Facts({ reason, personId, mine }: { reason: Reason; personId: string; mine: boolean }) {
  const t = useHealthText();
  const declared = reason.source === 'declaration';
  const go = (url: string) => () => void Taro.navigateTo({ url });
  return (
    <View className="card flush stated">
      <Cell title={t('reason.since')} value={when(reason.since, t)} />
      <Cell title={t('reason.until')} value={when(reason.until, t)} />
      <Cell
        title={t('reason.from')}
        value={t.of(reason.from)}
        {...(declared && mine ? { onTap: go(open.declare(personId)) } : {})}
      />
      <Cell
        title={t('reason.rule')}
        value={t('reason.rule.value', { rule: reason.rule, version: reason.version })}
        onTap={go(open.rule(reason.rule))}
      />
    </View>
  );
}

function Ways({ reason }: { reason: Reason }) {
  const t = useHealthText();
  return (
    <View className="card">
      <View className="reason-ways">
        <View className="card-title">{t('reason.ways')}</View>
        {reason.wayBack.length > 1 && <View className="quiet">{t('reason.ways.one')}</View>}
      </View>
      {reason.wayBack.map(({ text }) => (
        <View key={text.zh} className="reason-way">
          {t.of(text)}
        </View>
      ))}
    </View>
  );
}

/** The other reasons: while one of them stands, the colour does not turn back. */
function Others({ reasons }: { reasons: readonly Reason[] }) {
  const t = useHealthText();
  if (reasons.length === 0) return null;
  return (
    <View className="card">
      <View className="card-title">{t('reason.others')}</View>
      {reasons.map((reason) => (
        <View key={reason.rule} className="reason-other">
          <Icon name={shapes[reason.colour]} className={reason.colour} />
          <View className="words">
            <View>{t.of(reason.reason)}</View>
            <View className="quiet">{t('reason.other.until', { time: when(reason.until, t) })}</View>
          </View>
        </View>
      ))}
    </View>
  );
}

function Why({ view, mine }: { view: ColourView; mine: boolean }) {
  const t = useHealthText();
  const [reason, ...others] = view.reasons;
  const first = useFirstAct(reason, view.personId);
  if (!reason)
    return (
      <Nothing
        icon="check"
        title={t('reason.green')}
        about={t('reason.green.about')}
        act={{ text: t('declare.to-code'), onTap: () => void Taro.switchTab({ url: open.code }) }}
      />
    );
  const appeal = (): void => void Taro.navigateTo({ url: open.appeal(view.personId, reason.rule) });
  return (
    <View>
      {view.heardAt && (
        <StatusRow icon="clock">{t('reason.heard', { time: when(view.heardAt, t) })}</StatusRow>
      )}
      <Head reason={reason} />
      <Facts reason={reason} personId={view.personId} mine={mine} />
      <Ways reason={reason} />
      <Others reasons={others} />
      <View className="card">
        <View className="card-title">{t('reason.appeal')}</View>
        <View className="quiet">{t('reason.appeal.about')}</View>
      </View>
      <View className="reason-gate quiet">
        <Icon name="lock" />
        <View>{t('reason.gate')}</View>
      </View>
      <Foot>
        <Button kind={first ? 'outline' : 'filled'} text={t('reason.appeal.act')} onTap={appeal} />
        {first && <Button text={first.text} onTap={first.onTap} />}
      </Foot>
    </View>
  );
}

/** Why a code is not green, and the way back: a page of its own, that no gate sees. */
function ReasonPage() {
  const t = useHealthText();
  const me = useMe();
  const personId = useRouter().params['personId'] ?? me.data?.id ?? '';
  const mine = personId === me.data?.id;
  const colour = useColour(personId);
  useLookedAt(personId, colour.data !== undefined);
  return (
    <Page title={t(`reason.title.${colour.data?.colour ?? 'green'}`)} foot>
      <Loaded read={colour}>
        {(view) => (
          <>
            <Why view={view} mine={mine} />
            <TellMe kind="colour" enabled={mine} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

export default whenReady(ReasonPage);
