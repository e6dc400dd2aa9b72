import { View } from '@tarojs/components';
import type { Duty } from '@contract/api';
import { useEffect } from 'react';
import { Icon } from '../../../components/icon';
import { useGateText } from '../text';
import { asRole } from '../../../platform/role';
import { signal } from '../../../platform/signal';
import type { Gate } from '../gate';
import { useListAge } from '../list-age';
import { SHOWN_FOR, type Shown } from '../shown';
import { useNow } from '../use-now';
import { Acts } from './acts';
import { CareFirst } from './care-first';
import { wordsOf } from './words';

const seconds = SHOWN_FOR / 1000;
const shapes = { pass: 'shape-pass', ask: 'shape-ask' } as const;

interface Props {
  gate: Gate;
  shown: Shown;
  duty: Duty | undefined;
  onScan(): void;
}

/** Shape and word from two metres, then what to do; the seconds until it is gone. */
export function Result({ gate, shown, duty, onScan }: Props) {
  const t = useGateText();
  const now = useNow();
  const age = useListAge(gate.lists, t);
  const { result } = shown.verdict;
  const { word, seen, act, name, about } = wordsOf(shown.verdict, t);
  const left = Math.ceil((shown.at + SHOWN_FOR - now) / 1000);
  const { display } = gate;
  useEffect(() => signal(result), [result]);
  // By the clock and not by a timer of half a minute, which sleeps while the phone does.
  useEffect(() => {
    if (left <= 0) display.wipe();
  }, [left, display]);

  const spoken = [word, seen, act, name, about].filter(Boolean).join(t.language === 'zh' ? '。' : '. ');
  return (
    <>
      <View className="for-readers" {...asRole('alert')} aria-live="assertive">
        {spoken}
      </View>
      {result !== 'pass' && <CareFirst />}
      <View className="gate-main">
        {result === 'stop' ? (
          <View className={`gate-octagon ${word.length > 2 ? 'long' : ''}`}>{word}</View>
        ) : (
          <>
            <Icon name={shapes[result]} className="gate-shape" />
            <View className="gate-word">{word}</View>
          </>
        )}
        {seen && <View className="gate-seen">{seen}</View>}
        <View className={result === 'pass' ? 'gate-seen' : 'gate-act'}>{act}</View>
        {name && <View className="gate-name">{name}</View>}
        {about && <View className="gate-seen">{about}</View>}
      </View>
      <View className="gate-foot figures">
        <View className="gate-wipe">
          <View
            className="gate-ring"
            style={{
              background: `conic-gradient(currentColor ${(Math.max(0, left) / seconds) * 360}deg, transparent 0)`,
            }}
            aria-hidden
          />
          {t('gate.wipe', { seconds: Math.max(0, left) })}
        </View>
        <View>{age}</View>
      </View>
      <Acts gate={gate} verdict={shown.verdict} duty={duty} onScan={onScan} />
    </>
  );
}
