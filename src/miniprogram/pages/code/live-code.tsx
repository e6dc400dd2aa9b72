import { Text, View } from '@tarojs/components';
import type { IssuedCode } from '@contract/api';
import { STEP_LENGTH } from '@contract/health-code/proof';
import dayjs from 'dayjs';
import { useEffect, useMemo, useState } from 'react';
import { usePhone } from '../../backend/phone-context';
import { Icon } from '../../components/icon';
import { Qr } from '../../components/qr';
import { useText } from '../../locales';
import { when } from '../../when';
import { asRole } from '../../platform/role';

const shapes = { green: 'shape-pass', yellow: 'shape-ask', red: 'shape-stop' } as const;
const ringColour = { green: '#0A7A45', yellow: '#8A5700', red: '#C4281C' } as const;

/** The second of the server's clock, running. */
function useSecond(now: () => number): number {
  const [second, setSecond] = useState(() => Math.floor(now() / 1000));
  useEffect(() => {
    const timer = setInterval(() => setSecond(Math.floor(now() / 1000)), 250);
    return () => clearInterval(timer);
  }, [now]);
  return second;
}

/** The code as a guard reads it: colour, shape and word; name; a clock that runs; a QR that is new every 30 seconds. */
export function LiveCode({ issued }: { issued: IssuedCode }) {
  const t = useText();
  const { code } = usePhone();
  const second = useSecond(code.now);
  const step = Math.floor((second * 1000) / STEP_LENGTH);
  const text = useMemo(() => code.present(step * STEP_LENGTH), [code, step]);

  const { colour, maskedName, confirmed } = issued;
  const left = STEP_LENGTH / 1000 - (second % (STEP_LENGTH / 1000));
  const stale = second * 1000 > Date.parse(issued.freshUntil);
  const until = stale
    ? t('code.stale', { time: when(issued.issuedAt, t) })
    : t('code.fresh-until', { time: when(issued.freshUntil, t) });
  // Said once, not at each roll.
  const spoken = t('code.spoken', { colour: t(`code.${colour}`), name: maskedName, until });
  const turned = `conic-gradient(${ringColour[colour]} ${(left / 30) * 360}deg, #d5e5db 0)`;
  return (
    <View>
      <View className="for-readers" {...asRole('status')}>
        {spoken}
      </View>
      <View className="code-head">
        <View>
          <View className="code-word">{t(`code.${colour}`)}</View>
          <View>{t(`code.${colour}.means`)}</View>
        </View>
        <Icon name={shapes[colour]} />
      </View>
      <View className="code-card">
        <View className="code-name">
          <Text className="name">{maskedName}</Text>
          <View className="seen">
            <Icon name={confirmed ? 'shield' : 'edit'} />
            {t(confirmed ? 'code.confirmed' : 'code.self-declared')}
          </View>
        </View>
        {text && <Qr text={text} />}
        <View className="code-clock figures" aria-hidden>
          <View
            className="ring"
            style={{ background: `radial-gradient(#fff 55%, transparent 58%), ${turned}` }}
          />
          {dayjs(second * 1000).format('HH:mm:ss')}
        </View>
        <View className="quiet">{t('code.rolls')}</View>
      </View>
      <View className="code-foot">{until}</View>
    </View>
  );
}
