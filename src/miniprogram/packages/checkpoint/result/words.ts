import { STEP_LENGTH } from '@contract/health-code/proof';
import type { Reason } from '@contract/health-code/verdict';
import { checkpointTexts, type Seen } from '../../../locales/checkpoint';
import type { GateSpeech } from '../text';
import type { Told } from '../answered';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How far off a clock is, in the largest unit that still tells it. */
function duration(ms: number, t: GateSpeech): string {
  if (ms >= 2 * day) return t('gate.time.days', { count: Math.round(ms / day) });
  if (ms >= 2 * hour) return t('gate.time.hours', { count: Math.round(ms / hour) });
  return t('gate.time.minutes', { count: Math.max(1, Math.round(ms / minute)) });
}

const isSeen = (reason: Reason | undefined): reason is Seen => `gate.seen.${reason}` in checkpointTexts;

/** What was seen, in one line. Nothing of colour: for yellow there is no line, and a stop has one screen for all. */
function seenLine({ reason, stepsOff = 0 }: Told, t: GateSpeech): string | undefined {
  if (!isSeen(reason)) return undefined;
  const time = duration(Math.abs(stepsOff) * STEP_LENGTH, t);
  const isAhead = stepsOff < 0 && (reason === 'proof-not-now' || reason === 'holder-clock-off');
  return t(isAhead ? `gate.seen.${reason}.ahead` : `gate.seen.${reason}`, { time });
}

export interface Words {
  word: string;
  seen?: string | undefined;
  act: string;
  /** Of the person, where the guard compares it. */
  name?: string | undefined;
  /** A second line below the act. */
  about?: string | undefined;
}

/** Everything a result says of the one who stands here. */
export function wordsOf(told: Told, t: GateSpeech): Words {
  const { result, reason, act, maskedName, shownSecondsAgo } = told;
  const word = t(`gate.${result}`);
  if (result === 'stop') return { word, act: t(`gate.act.${act}`), about: t('gate.stop.about') };
  if (result === 'ask') {
    const name = act === 'compare-document' ? maskedName : undefined;
    return { word, seen: seenLine(told, t), act: t(`gate.act.${act}`), name };
  }
  if (reason === 'no-emergency') return { word, act: t('gate.pass.no-emergency') };
  const again =
    shownSecondsAgo === undefined ? undefined : t('gate.pass.again', { seconds: shownSecondsAgo });
  return { word, act: t('gate.compare'), name: maskedName, about: again ?? t('gate.pass.phone') };
}
