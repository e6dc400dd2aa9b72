import { Text, View } from '@tarojs/components';
import { STEP_LENGTH } from '@contract/health-code/proof';
import Taro from '@tarojs/taro';
import dayjs from 'dayjs';
import type { KeptCode } from '../../backend/kept-codes';
import { usePhone } from '../../backend/phone-context';
import { useSecond } from '../../backend/use-second';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { Qr } from '../../components/qr';
import { Tap } from '../../components/tap';
import { useText } from '../../locales';
import { open } from '../../paths';
import { asRole } from '../../platform/role';
import { usePreferences } from '../../preferences';
import { spokenTime, when } from '../../when';
import { clockWords } from './clock-words';
import { ReadAloud, useVoice } from './read-aloud';
import { usePicture } from './use-picture';

const shapes = { green: 'shape-pass', yellow: 'shape-warn', red: 'shape-stop' } as const;
const ringColour = {
  green: ['#0A7A45', '#C8E2D6'],
  yellow: ['#8A5700', '#E8D9C3'],
  red: ['#C4281C', '#F3D0CD'],
} as const;

/** The code as a guard reads it: colour, shape and word; name; a clock that runs; a QR that is new every 30 seconds. */
export function LiveCode({ kept }: { kept: KeptCode }) {
  const t = useText();
  const { elder } = usePreferences();
  const { clock } = usePhone().code;
  const second = useSecond(clock.now);
  const step = Math.floor((second * 1000) / STEP_LENGTH);
  const text = usePicture(kept, step * STEP_LENGTH);
  const voice = useVoice(t.language);

  const { colour, maskedName, confirmed, issuedAt, freshUntil } = kept.issued;
  const green = colour === 'green';
  const now = second * 1000;
  const fresh = now <= Date.parse(freshUntil);
  const time = (elder ? spokenTime : when)(freshUntil, t, now);
  const until = !fresh
    ? t('code.stale', { time: when(issuedAt, t, now) })
    : t(elder ? 'code.until' : green ? 'code.fresh-until' : 'code.works-offline', { time });
  const wrongClock = clockWords(clock, kept.issued, t);
  const running = (
    <View className="figures" aria-hidden>
      {dayjs(now).format('HH:mm:ss')}
    </View>
  );
  const [turned, track] = ringColour[colour];
  const left = STEP_LENGTH / 1000 - (second % (STEP_LENGTH / 1000));
  const ring = `radial-gradient(#fff 55%, transparent 58%), conic-gradient(${turned} ${left * 12}deg, ${track} 0)`;
  const seen = (
    <View className="seen">
      <Icon name={confirmed ? 'shield' : 'edit'} />
      {t(confirmed ? 'code.confirmed' : 'code.self-declared')}
    </View>
  );
  return (
    <View>
      {/* Said once, not at each roll. */}
      <View className="for-readers" {...asRole('status')}>
        {t('code.spoken', { colour: t(`code.${colour}`), name: maskedName, until })}
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
          {elder ? running : seen}
        </View>
        {elder && !confirmed && seen}
        <View className="code-picture">{text && <Qr text={text} />}</View>
        {elder ? (
          <View>{until}</View>
        ) : (
          <>
            <View className="code-clock">
              <View className="ring" style={{ background: ring }} />
              {running}
            </View>
            <View className="quiet">{t('code.rolls')}</View>
          </>
        )}
      </View>
      {(!elder || wrongClock) && (
        <View className="code-foot">
          {!elder && <View>{until}</View>}
          {wrongClock && <View {...asRole('status')}>{wrongClock}</View>}
        </View>
      )}
      <Tap className="on-colour-row" role="link" onTap={() => void Taro.navigateTo({ url: open.worker })}>
        <View className="words">{t('services.worker.card')}</View>
        <Icon name="right" />
      </Tap>
      {!green && (
        <Tap
          className="on-colour-row"
          role="link"
          onTap={() => void Taro.navigateTo({ url: open.reason(kept.issued.personId) })}
        >
          <View className="words">{t('code.why')}</View>
          <Icon name="right" />
        </Tap>
      )}
      {green &&
        (elder && voice ? (
          <ReadAloud maskedName={maskedName} until={until} />
        ) : (
          <Button
            kind="outline"
            className="on-colour"
            icon="scan"
            text={t('code.scan-venue')}
            onTap={() => void Taro.navigateTo({ url: open.scanVenue })}
          />
        ))}
    </View>
  );
}
