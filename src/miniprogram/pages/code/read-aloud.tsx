import { useSyncExternalStore } from 'react';
import { Button } from '../../components/button';
import { useText } from '../../locales';
import { canSpeak, onVoices, say } from '../../platform/speech';

/** A star is nothing one says: 张*兰 → 张某兰. */
const spokenName = (masked: string, language: 'zh' | 'en'): string =>
  masked.replaceAll('*', language === 'zh' ? '某' : ' ');

/** Whether this phone has a voice of the language; none in WeChat. */
export const useVoice = (language: 'zh' | 'en'): boolean =>
  useSyncExternalStore(onVoices, () => canSpeak(language));

/** Says colour, name and until when. Only ever offered for green: nobody around needs to hear another word. */
export function ReadAloud({ maskedName, until }: { maskedName: string; until: string }) {
  const t = useText();
  const { language } = t;
  const words = t('code.spoken', { colour: t('code.green'), name: spokenName(maskedName, language), until });
  return (
    <Button
      kind="tint"
      className="on-colour read-aloud"
      icon="speaker"
      text={t('code.read-aloud')}
      onTap={() => say(words, language)}
    />
  );
}
